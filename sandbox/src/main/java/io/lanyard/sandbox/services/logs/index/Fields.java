// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.index;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/**
 * The names that fields have in the index. A log's own fields begin with a letter and a dot, so that no log can have one of ours.
 */
public final class Fields {
    /** Every value of a log, for free text. */
    public static final String ALL = "all";

    /** When it was written, in microseconds of UTC. */
    public static final String TIME = "time";

    /** The order of arrival. */
    public static final String NUMBER = "number";

    /** The paths of the fields that a log has. */
    public static final String PRESENT = "present";

    /** The severity's number. */
    public static final String SEVERITY = "severity";

    static final String SOURCE = "source";
    static final String STORED_LABEL = "label.";

    /** A value longer than this has no exact form (cloud-logs.md §5). */
    public static final int LONGEST_KEYWORD = 256;

    static final FieldType TEXT = text();

    private Fields() {}

    /** The words of a field. */
    public static String words(String path) {
        return "w." + path;
    }

    /** The exact value of a field. */
    public static String keyword(String path) {
        return "k." + path;
    }

    /** The numeric value of a field. */
    public static String numeric(String path) {
        return "n." + path;
    }

    /** The words of a label. */
    public static String labelWords(String name) {
        return "lw." + name;
    }

    /** The exact value of a label. */
    public static String labelKeyword(String name) {
        return "lk." + name;
    }

    /** Tells whether a field holds exact values, whose case counts. */
    public static boolean isExact(String field) {
        return field.startsWith("k.") || field.startsWith("lk.");
    }

    private static FieldType text() {
        var type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
