package io.lanyard.audit;

import java.util.List;
import java.util.Optional;

/**
 * Audit: how a query over logs went.
 *
 * @param id       its id
 * @param results  how many results there were
 * @param warnings what the service had to say about it, the first hundred
 */
public record QueryOutcome(Optional<QueryId> id, long results, List<QueryWarning> warnings) {

    /** Copies the list. */
    public QueryOutcome {
        warnings = List.copyOf(warnings);
    }
}
