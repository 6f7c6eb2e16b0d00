// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.lucene;

import io.lanyard.sandbox.services.logs.index.Fields;
import io.lanyard.sandbox.services.logs.index.KnownFields;
import io.lanyard.sandbox.services.logs.ingestion.LogRecord;
import java.util.Locale;
import java.util.Map;

/**
 * Where a field that a query names is in the index.
 *
 * @param kind what it holds
 * @param mark what its words and exact values begin with
 * @param field the field of logs that it is, empty when it is none of theirs
 */
record Place(Kind kind, String mark, String field) {
    enum Kind {
        /** Words. */
        WORDS,
        /** Exact values. */
        EXACT,
        /** Numbers. */
        NUMERIC,
        /** The names of fields. */
        PRESENCE,
        /** The severity. */
        SEVERITY
    }

    private static final String METADATA = "coralogix.metadata.";
    private static final String KEYWORD = ".keyword";
    private static final String NUMERIC = ".numeric";

    /** What the service calls its labels: plainly, and as the index that it is built on does. */
    private static final Map<String, String> LABELS = Map.of(
            "applicationname", LogRecord.APPLICATION,
            "subsystemname", LogRecord.SUBSYSTEM,
            "computername", "computername",
            "category", "category",
            "classname", "classname",
            "methodname", "methodname",
            "threadid", "threadid");

    static Place of(String named, KnownFields known) {
        if (named.isEmpty()) {
            return new Place(Kind.WORDS, Fields.ANYWHERE, "");
        }
        if (named.equals("_exists_")) {
            return new Place(Kind.PRESENCE, "", "");
        }
        var exact = named.endsWith(KEYWORD);
        var name = exact ? named.substring(0, named.length() - KEYWORD.length()) : named;
        var ours = name.startsWith(METADATA);
        var label = (ours ? name.substring(METADATA.length()) : name).toLowerCase(Locale.ROOT);
        if (ours && label.equals("severity")) {
            return new Place(Kind.SEVERITY, "", "");
        }
        if (LABELS.containsKey(label) && (ours || !known.knows(name))) {
            var as = LABELS.get(label);
            return new Place(exact ? Kind.EXACT : Kind.WORDS, Fields.label(as), "");
        }
        if (named.endsWith(NUMERIC)) {
            var path = named.substring(0, named.length() - NUMERIC.length());
            return new Place(Kind.NUMERIC, "", path);
        }
        return new Place(exact ? Kind.EXACT : Kind.WORDS, known.mark(name), name);
    }
}
