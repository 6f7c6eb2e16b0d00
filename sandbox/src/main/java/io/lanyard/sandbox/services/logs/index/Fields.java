// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.index;

/**
 * What the index calls things. All words of all logs are in one field of the index, and all exact values in another: each begins
 * with the path of the log's field that it is from. So a log with many fields costs what its values cost, and no more.
 */
public final class Fields {
    /** Words, behind the path that they are from, and once more behind {@link #ANYWHERE}. */
    public static final String WORDS = "words";

    /** Exact values, behind the path that they are from. */
    public static final String EXACT = "exact";

    /** The paths of the fields that a log has. */
    public static final String PRESENT = "present";

    /** When it was written, in microseconds of UTC. */
    public static final String TIME = "time";

    /** The severity's number. */
    public static final String SEVERITY = "severity";

    /** The path of free text, which looks at every value of a log. */
    public static final String ANYWHERE = "";

    /** The order of arrival. */
    static final String NUMBER = "number";

    static final String SOURCE = "source";
    static final String STORED_LABEL = "label.";

    /** A value longer than this has no exact form (cloud-logs.md §5). */
    public static final int LONGEST_EXACT = 256;

    private static final char END_OF_PATH = 0;
    private static final String LABEL = "\u0001";

    private Fields() {}

    /** What begins the words and exact values of a path. */
    public static String prefix(String path) {
        return path + END_OF_PATH;
    }

    /** The first text that is behind all those of a path. */
    public static String behind(String path) {
        return path + (char) (END_OF_PATH + 1);
    }

    /** The path of a label; no field of a log has it. */
    public static String label(String name) {
        return LABEL + name;
    }

    /** The numeric values of a path. */
    public static String numbers(String path) {
        return "number." + path;
    }

    /** A path without the characters that mean something here. */
    static String clean(String name) {
        return name.indexOf(END_OF_PATH) < 0 && !name.startsWith(LABEL)
                ? name
                : name.replace(END_OF_PATH, ' ').replace(LABEL, " ");
    }
}
