// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.query;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Words;
import io.lanyard.sandbox.services.logs.index.Fields;
import io.lanyard.sandbox.services.logs.index.LogIndex;
import io.lanyard.sandbox.services.logs.index.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;

/**
 * What is to be said before the results, so that nobody takes an empty answer for the truth.
 *
 * @param index what is asked
 * @param window about which time
 * @param fields the fields of logs that the query names
 * @param sentences what its language has to say
 * @param everything whether logs count whose fields are of another kind than before
 */
record Remarks(LogIndex index, Window window, Set<String> fields, Set<String> sentences, boolean everything) {
    /** A strict query names no field that isn't there. */
    void check(boolean strict) {
        var unknown = unknown();
        if (strict && !unknown.isEmpty()) {
            throw new QueryException("No log has the field '" + Words.shown(String.join("', '", unknown))
                    + "', and the query is strict about fields.");
        }
    }

    private Set<String> unknown() {
        var unknown = new TreeSet<String>();
        fields.stream().filter(field -> !index.fields().knows(field)).forEach(unknown::add);
        return unknown;
    }

    List<JsonObject> warnings(Search search) {
        var warnings = new ArrayList<JsonObject>();
        window.warning().ifPresent(warnings::add);
        sentences.forEach(sentence -> warnings.add(Warnings.compiled(sentence)));
        unknown()
                .forEach(field -> warnings.add(Warnings.compiled("No log has the field '" + Words.shown(field) + "'"
                        + Words.closest(field, index.fields().names())
                                .map(close -> "; did you mean '" + close + "'?")
                                .orElse("."))));
        if (!everything && !fields.isEmpty() && !index.clashes().isEmpty()) {
            misfits(search, warnings);
        }
        if (index.isFull()) {
            warnings.add(Warnings.fields());
        }
        return warnings;
    }

    private void misfits(Search search, List<JsonObject> warnings) {
        var missed = search.count(Search.within(
                new TermQuery(new Term(Fields.PRESENT, Fields.UNMAPPED)), window.fromMicros(), window.toMicros()));
        if (missed > 0) {
            warnings.add(Warnings.compiled((missed == 1 ? "1 log" : missed + " logs")
                    + " of this time can't be found by field, only by free text, because a field was of another kind before (a"
                    + " mapping exception): "
                    + Words.shown(String.join(", ", index.clashes())) + "."));
        }
    }
}
