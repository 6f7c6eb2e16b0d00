package io.lanyard.accessgroups;

import io.lanyard.core.IamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Access groups: what became of one identity in a call about several.
 *
 * @param iamId       the identity
 * @param type        what kind it is, where it was added
 * @param createdAt   since when it is in the group, where it was added
 * @param createdById who added it
 * @param statusCode  the HTTP status that a call about it alone would have had
 * @param trace       the id under which IBM can find the call
 * @param errors      why it was refused; empty when it wasn't
 */
public record MemberOutcome(
        IamId iamId,
        Optional<MemberType> type,
        Optional<Instant> createdAt,
        Optional<IamId> createdById,
        int statusCode,
        Optional<String> trace,
        List<ItemError> errors) {

    /** {@return whether it was done as asked} */
    public boolean done() {
        return statusCode >= 200 && statusCode < 300;
    }
}
