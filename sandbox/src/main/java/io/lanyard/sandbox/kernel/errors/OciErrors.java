// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel.errors;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;

/** Errors of the OCI distribution API, {@code /v2}: {@code {"errors":[{"code","message","detail"}]}}. */
public final class OciErrors implements ErrorShape {
    /** The one instance. */
    public static final ErrorShape INSTANCE = new OciErrors();

    private OciErrors() {}

    @Override
    public Response write(Refusal refusal, Circumstances about) {
        var error = new JsonObject();
        error.addProperty("code", refusal.code().orElseGet(() -> code(refusal.problem())));
        error.addProperty("message", refusal.message());
        refusal.details().ifPresent(details -> error.add("detail", details));
        var errors = new JsonArray();
        errors.add(error);
        var body = new JsonObject();
        body.add("errors", errors);
        return Response.json(refusal.status(), body).with("Docker-Distribution-Api-Version", "registry/2.0");
    }

    private static String code(Problem problem) {
        return switch (problem) {
            case UNAUTHENTICATED -> "UNAUTHORIZED";
            case FORBIDDEN, LOCKED -> "DENIED";
            case NOT_FOUND, UNKNOWN_PATH -> "NAME_UNKNOWN";
            case METHOD_NOT_ALLOWED -> "UNSUPPORTED";
            case TOO_LARGE -> "SIZE_INVALID";
            case INTERNAL -> "UNKNOWN";
            default -> "NAME_INVALID";
        };
    }
}
