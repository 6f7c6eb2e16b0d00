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
        body.addProperty("message", refusal.message());
        refusal.details().ifPresent(details -> body.add("details", details));
        body.addProperty("request-id", about.transactionId());
        return Response.json(refusal.status(), body);
    }

    private static String code(Problem problem) {
        return switch (problem) {
            case UNAUTHENTICATED -> "CRG0014E";
            case FORBIDDEN -> "CRG0009E";
            case NOT_FOUND, UNKNOWN_PATH -> "CRG0404E";
            case METHOD_NOT_ALLOWED -> "CRG0405E";
            case CONFLICT, STALE -> "CRG0409E";
            case INTERNAL -> "CRG0500E";
            default -> "CRG0400E";
        };
    }
}
