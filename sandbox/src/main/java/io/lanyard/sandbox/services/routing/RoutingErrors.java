// Room: sandbox / routing.
package io.lanyard.sandbox.services.routing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import java.util.Locale;
import java.util.Set;

/**
 * Errors of event routing: {@code {"trace","errors":[{"code","message","recovery"}]}}. The sentences of IBM's troubleshooting pages
 * stand in {@code message}; what the sandbox knows beyond them is in {@code recovery}.
 */
final class RoutingErrors implements ErrorShape {
    static final RoutingErrors INSTANCE = new RoutingErrors();

    private static final String NOT_AUTHORIZED = "You are not authorize to complete this task."
            + " Check you have IAM permissions to work with Activity Tracking in the account.";
    private static final String NO_EDITOR = "You do not have the correct permissions to perform this action."
            + " Ask your account administrator to grant you the account management Editor platform role for"
            + " Activity Tracker Event Routing service and try again.";
    private static final Set<String> EDITORS =
            Set.of("createTarget", "replaceTarget", "deleteTarget", "createRoute", "replaceRoute", "deleteRoute");

    private RoutingErrors() {}

    @Override
    public Response write(Refusal refusal, Circumstances circumstances) {
        var error = new JsonObject();
        error.addProperty("code", refusal.code().orElseGet(() -> code(refusal.problem())));
        error.addProperty("message", message(refusal, circumstances.operation()));
        var recovery = recovery(refusal);
        if (!recovery.isEmpty()) {
            error.addProperty("recovery", recovery);
        }
        var errors = new JsonArray();
        errors.add(error);
        var body = new JsonObject();
        body.addProperty("trace", circumstances.transactionId());
        body.add("errors", errors);
        return Response.json(refusal.status(), body);
    }

    private static String code(Problem problem) {
        return switch (problem) {
            case UNAUTHENTICATED, FORBIDDEN -> "invalid_token";
            case MALFORMED_BODY, MISSING, INVALID, UNKNOWN_FIELD, TOO_LARGE -> "binding_error";
            case NOT_FOUND, UNKNOWN_PATH -> "not_found";
            default -> problem.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String message(Refusal refusal, String operation) {
        if (refusal.code().isPresent()) {
            return refusal.message();
        }
        return switch (refusal.problem()) {
            case FORBIDDEN -> EDITORS.contains(operation) ? NO_EDITOR : NOT_AUTHORIZED;
            case MALFORMED_BODY, MISSING, INVALID, UNKNOWN_FIELD, TOO_LARGE ->
                "The input parameters in the request body are either incomplete or in the wrong format."
                        + " See detailed error: " + refusal.message();
            default -> refusal.message();
        };
    }

    /** The kernel's own sentence follows where IBM's stands in its place. */
    private static String recovery(Refusal refusal) {
        return refusal.detailText();
    }
}
