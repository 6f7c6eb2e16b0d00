// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel.errors;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Errors of the token service, {@code /identity}: camel case, one BXNIM code, a context. */
public final class TokenErrors implements ErrorShape {
    /** The one instance. */
    public static final ErrorShape INSTANCE = new TokenErrors();

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "dd.MM.yyyy HH:mm:ss:SSS 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private TokenErrors() {}

    @Override
    public Response write(Refusal refusal, Circumstances about) {
        var body = new JsonObject();
        body.addProperty("errorCode", refusal.code().orElseGet(() -> code(refusal.problem())));
        body.addProperty("errorMessage", refusal.message());
        refusal.details().ifPresent(details -> {
            if (details.isJsonObject()) {
                body.add("requirements", details);
            } else {
                body.add("errorDetails", details);
            }
        });
        body.add("context", context(about));
        return Response.json(refusal.status(), body);
    }

    private static JsonObject context(Circumstances about) {
        var context = new JsonObject();
        context.addProperty("requestId", about.transactionId());
        context.addProperty("requestType", "incoming." + requestType(about.operation()));
        context.addProperty("userAgent", about.userAgent());
        context.addProperty("clientIp", about.peer());
        context.addProperty("url", about.origin());
        context.addProperty("instanceId", "sandbox");
        context.addProperty("threadId", Thread.currentThread().getName());
        context.addProperty("host", "sandbox");
        context.addProperty("startTime", TIME.format(about.started()));
        context.addProperty("endTime", TIME.format(about.started().plusMillis(about.elapsedMillis())));
        context.addProperty("elapsedTime", Long.toString(about.elapsedMillis()));
        context.addProperty("locale", "en_US");
        context.addProperty("clusterName", "sandbox");
        return context;
    }

    private static String requestType(String operation) {
        return operation.startsWith("getToken") ? "Identity_Token" : operation;
    }

    private static String code(Problem problem) {
        return switch (problem) {
            case MISSING -> "BXNIM0109E";
            case UNAUTHENTICATED -> "BXNIM0407E";
            case FORBIDDEN -> "BXNIM0513E";
            case NOT_FOUND -> "BXNIM0102E";
            case UNKNOWN_PATH, METHOD_NOT_ALLOWED, MALFORMED_BODY, UNSUPPORTED_TYPE, TOO_LARGE, INTERNAL ->
                "BXNIM0060E";
            default -> "BXNIM0106E";
        };
    }
}
