package io.lanyard.policy;

import com.google.gson.JsonObject;
import io.lanyard.core.ApiFailure;
import io.lanyard.core.ConflictException;
import io.lanyard.policy.wire.Conflict;
import java.util.Optional;

/** Policy: a role already has that name, or exactly these actions (409). */
public final class RoleConflictException extends ConflictException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<RoleUuid> existing;

    RoleConflictException(ApiFailure failure) {
        super(failure);
        this.existing = failure.bodyAs(JsonObject.class)
                .flatMap(Conflict::in)
                .flatMap(Conflict::roleId)
                .map(RoleUuid::of);
    }

    /** {@return the role that is in the way, when the service says which} */
    public Optional<RoleUuid> existing() {
        return existing;
    }
}
