package io.lanyard.audit;

import com.google.gson.JsonElement;
import java.util.List;

/**
 * Audit: a query that goes on while nobody waits.
 *
 * @param id       its id
 * @param warnings what the service has to say about it
 */
public record BackgroundQuery(QueryId id, List<QueryWarning> warnings) {

    /** Copies the list. */
    public BackgroundQuery {
        warnings = List.copyOf(warnings);
    }

    /** What the service answers. */
    record Wire(QueryId queryId, List<JsonElement> warnings) {
        BackgroundQuery query() {
            return new BackgroundQuery(
                    queryId, warnings.stream().map(QueryWarning::of).toList());
        }
    }
}
