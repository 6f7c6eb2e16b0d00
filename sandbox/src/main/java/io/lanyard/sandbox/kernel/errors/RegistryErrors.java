// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel.errors;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;

/** Errors of the registry's management API, {@code /api/v1}: one code, one message, the request's id. */
public final class RegistryErrors implements ErrorShape {
    /** The one instance. */
    public static final ErrorShape INSTANCE = new RegistryErrors();

    private RegistryErrors() {}

    @Override
    public Response write(Refusal refusal, Circumstances about) {
        var body = new JsonObject();
        body.addProperty("code", refusal.code().orElseGet(() -> code(refusal.problem())));
        body.addProperty("message", message(refusal));
        body.addProperty("request-id", about.transactionId());
        return Response.json(refusal.status(), body);
    }

    /** IBM's sentence for a caller who may not (ts_namespace_auth), where nobody had a more exact one. */
    private static String message(Refusal refusal) {
        return refusal.header("Sandbox-Decision").isPresent()
                ? "You are not authorized to access the specified resource."
                : refusal.message();
    }

    private static String code(Problem problem) {
        return switch (problem) {
            case UNAUTHENTICATED -> "CRG0014E";
            case FORBIDDEN, LOCKED -> "CRG0403E";
            case NOT_FOUND, UNKNOWN_PATH -> "CRG0404E";
            case METHOD_NOT_ALLOWED -> "CRG0405E";
            case CONFLICT, STALE -> "CRG0409E";
            case INTERNAL -> "CRG0500E";
            default -> "CRG0400E";
        };
    }
}
