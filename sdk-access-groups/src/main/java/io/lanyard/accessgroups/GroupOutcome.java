package io.lanyard.accessgroups;

import java.util.List;
import java.util.Optional;

/**
 * Access groups: what became of one group in a call about an identity's membership in several.
 *
 * @param accessGroupId the group
 * @param statusCode    the HTTP status that a call about it alone would have had
 * @param trace         the id under which IBM can find the call
 * @param errors        why it was refused; empty when it wasn't
 */
public record GroupOutcome(
        AccessGroupId accessGroupId, int statusCode, Optional<String> trace, List<ItemError> errors) {

    /** {@return whether it was done as asked} */
    public boolean done() {
        return statusCode >= 200 && statusCode < 300;
    }
}
