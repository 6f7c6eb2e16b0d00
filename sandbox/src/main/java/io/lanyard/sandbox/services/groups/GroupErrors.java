// Room: sandbox / access groups. How /v2/groups writes its errors (access-groups.md §8).
package io.lanyard.sandbox.services.groups;

import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.errors.PlatformErrors;

/** The platform's convention; of its codes IBM publishes {@code missing_field} and {@code reserved_value} alone. */
final class GroupErrors extends PlatformErrors {
    static final ErrorShape INSTANCE = new GroupErrors();

    private GroupErrors() {}

    @Override
    protected String code(Problem problem) {
        return switch (problem) {
            case MISSING -> "missing_field";
            case NOT_FOUND, UNKNOWN_PATH -> "not_found";
            case CONFLICT, STALE -> "conflict";
            case INVALID, UNKNOWN_FIELD, BAD_REQUEST, MALFORMED_BODY -> "invalid_value";
            default -> super.code(problem);
        };
    }

    static Refusal invalid(String field, String why) {
        return Refusal.of(Problem.INVALID, "'" + field + "' is wrong: " + why + ".")
                .about(field);
    }

    static Refusal reserved() {
        return Refusal.of(
                        Problem.INVALID,
                        "The group " + GroupStore.PUBLIC
                                + " is built in: it can't be changed, deleted or given members.")
                .code("reserved_value");
    }
}
