package io.lanyard.policy;

import com.google.gson.JsonObject;
import io.lanyard.core.ApiFailure;
import io.lanyard.core.ConflictException;
import io.lanyard.core.ETag;
import io.lanyard.policy.wire.Conflict;
import java.util.Optional;

/**
 * Policy: a policy already says so (409). The one in the way is here: the service sends the whole of it, though its contract
 * promises only an id, so both are read.
 */
public final class PolicyConflictException extends ConflictException {
    private static final long serialVersionUID = 1L;

    private final transient Policy existing;
    private final transient boolean whole;
    private final transient Optional<ETag> etag;

    private PolicyConflictException(ApiFailure failure, Conflict conflict, Policy existing) {
        super(failure);
        this.existing = existing;
        this.whole = conflict.policy().isPresent();
        this.etag = conflict.etag();
    }

    /**
     * Reads the conflict out of the answer.
     *
     * @param failure the service's answer
     * @return the exception; a plain conflict when the answer names no policy
     */
    static ConflictException in(ApiFailure failure) {
        var conflict = failure.bodyAs(JsonObject.class).flatMap(Conflict::in);
        var existing = conflict.flatMap(found ->
                found.policy().or(() -> found.policyId().map(id -> Policy.of(id, Grant.grant()))));
        return existing.isEmpty()
                ? new UnnamedConflict(failure)
                : new PolicyConflictException(failure, conflict.orElseThrow(), existing.get());
    }

    /**
     * Returns the policy that is in the way. When the service sent only its id, that is all there is in it: see
     * {@link #policy()}.
     *
     * @return the policy
     */
    public Policy existing() {
        return existing;
    }

    /** {@return the policy that is in the way, if the service sent the whole of it} */
    public Optional<Policy> policy() {
        return whole ? Optional.of(existing) : Optional.empty();
    }

    /** {@return its revision} */
    public Optional<ETag> etag() {
        return etag;
    }

    /** Policy: a conflict that doesn't say with what. */
    private static final class UnnamedConflict extends ConflictException {
        private static final long serialVersionUID = 1L;

        UnnamedConflict(ApiFailure failure) {
            super(failure);
        }
    }
}
