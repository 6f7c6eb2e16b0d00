// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.index;

/**
 * What the index calls things. All words of all logs are in one field of the index, and all exact values in another: each begins
 * with a mark of the log's field that it is from. So a log with many fields costs what its values cost, and no more.
 */
public final class Fields {
    /** Words, behind the mark of what they are from, and once more behind {@link #ANYWHERE}. */
    public static final String WORDS = "words";

    /** Exact values, behind the mark of what they are from. */
    public static final String EXACT = "exact";

    /** The paths of the fields that a log has. */
    public static final String PRESENT = "present";

    /** Stands among the paths of a log whose fields are not looked at, because they are of other kinds than before. */
    public static final String UNMAPPED = "\u0001";

    /** When it was written, in microseconds of UTC. */
    public static final String TIME = "time";

    /** The severity's number. */
    public static final String SEVERITY = "severity";

    /** The mark of free text, which looks at every value of a log. */
    public static final String ANYWHERE = "\u0000";

    /** The mark of a field that no log has. */
    public static final String NOWHERE = "?\u0000";

    /** The order of arrival. */
    static final String NUMBER = "number";

    static final String SOURCE = "source";
    static final String STORED_LABEL = "label.";

    /** A value longer than this has no exact form (cloud-logs.md §5). */
    public static final int LONGEST_EXACT = 256;

    private static final char END = 0;

    private Fields() {}

    /** The mark of a log's field, by the order in which fields came. */
    static String mark(int field) {
        return Integer.toString(field, Character.MAX_RADIX) + END;
    }

    /** The mark of a label. */
    public static String label(String name) {
        return "." + name + END;
    }

    /** Whether a mark is that of a log's field; labels are no part of free text. */
    static boolean isOfLog(String mark) {
        return mark.charAt(0) != '.' && mark.charAt(0) != END;
    }

    /** The first text that is behind all those with a mark. */
    public static String behind(String mark) {
        return mark.substring(0, mark.length() - 1) + (char) (END + 1);
    }

    /** The numeric values of a path. */
    public static String numbers(String path) {
        return "number." + path;
    }
}
