// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs;

import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.errors.PlatformErrors;

/** The platform's shape with the codes of Cloud Logs (cloud-logs.md §3). */
final class LogsErrors extends PlatformErrors {
    static final ErrorShape INSTANCE = new LogsErrors();

    private LogsErrors() {}

    @Override
    protected String code(Problem problem) {
        return switch (problem) {
            case BAD_REQUEST, MALFORMED_BODY, MISSING, INVALID, UNKNOWN_FIELD, METHOD_NOT_ALLOWED, UNSUPPORTED_TYPE ->
                "bad_request_or_unspecified";
            case UNAUTHENTICATED -> "unauthenticated";
            case FORBIDDEN, LOCKED -> "forbidden";
            case UNKNOWN_PATH, NOT_FOUND -> "not_found";
            case CONFLICT, STALE -> "conflict";
            case TOO_LARGE -> "resource_exhausted";
            case INTERNAL -> "method_internal_error";
        };
    }
}
