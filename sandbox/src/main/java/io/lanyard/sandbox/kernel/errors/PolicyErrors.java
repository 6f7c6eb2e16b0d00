// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel.errors;

import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Problem;
import java.util.Locale;

/**
 * Errors of policy management: the platform's convention with codes of its own, one of them with IBM's spelling
 * ({@code insufficent_permissions}).
 */
public final class PolicyErrors extends PlatformErrors {
    /** The one instance. */
    public static final ErrorShape INSTANCE = new PolicyErrors();

    private PolicyErrors() {}

    @Override
    protected String code(Problem problem) {
        return switch (problem) {
            case UNAUTHENTICATED -> "invalid_token";
            case FORBIDDEN, LOCKED -> "insufficent_permissions";
            case MALFORMED_BODY, INVALID, UNKNOWN_FIELD, TOO_LARGE -> "invalid_body";
            case MISSING -> "invalid_body";
            case BAD_REQUEST -> "request_not_processed";
            case NOT_FOUND, UNKNOWN_PATH -> "not_found";
            case CONFLICT, STALE -> "policy_conflict_error";
            case UNSUPPORTED_TYPE -> "unsupported_content_type";
            default -> problem.name().toLowerCase(Locale.ROOT);
        };
    }
}
