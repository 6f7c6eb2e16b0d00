// Room: sandbox / IAM Identity. How /v1 of IAM Identity writes its errors (errors.md §3).
package io.lanyard.sandbox.services.identity;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Errors with two codes, a status written as text, and the context of the call. */
public final class IdentityErrors implements ErrorShape {
    /** The one there is. */
    public static final ErrorShape INSTANCE = new IdentityErrors();

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "dd.MM.yyyy HH:mm:ss:SSS 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private IdentityErrors() {}

    @Override
    public Response write(Refusal refusal, Circumstances circumstances) {
        var error = new JsonObject();
        error.addProperty("code", refusal.code().orElseGet(() -> code(refusal.problem())));
        error.addProperty("message_code", refusal.messageCode().orElseGet(() -> messageCode(refusal.problem())));
        error.addProperty("message", refusal.message());
        error.addProperty("details", refusal.detailText());
        var errors = new JsonArray();
        errors.add(error);
        var body = new JsonObject();
        body.add("context", context(circumstances));
        body.addProperty("status_code", String.valueOf(refusal.status()));
        body.add("errors", errors);
        body.addProperty("trace", circumstances.transactionId());
        return Response.json(refusal.status(), body);
    }

    private static JsonObject context(Circumstances call) {
        Instant ended = call.started().plusMillis(call.elapsedMillis());
        var context = new JsonObject();
        context.addProperty("transaction_id", call.transactionId());
        context.addProperty("operation", call.operation());
        context.addProperty("user_agent", call.userAgent());
        context.addProperty("url", call.origin());
        context.addProperty("instance_id", "sandbox");
        context.addProperty("thread_id", Thread.currentThread().getName());
        context.addProperty("host", "sandbox");
        context.addProperty("start_time", TIME.format(call.started()));
        context.addProperty("end_time", TIME.format(ended));
        context.addProperty("elapsed_time", String.valueOf(call.elapsedMillis()));
        context.addProperty("cluster_name", "sandbox");
        return context;
    }

    private static String code(Problem problem) {
        return switch (problem) {
            case UNAUTHENTICATED -> "invalid_access_token";
            case FORBIDDEN -> "not_authorized";
            case LOCKED -> "locked";
            case NOT_FOUND, UNKNOWN_PATH -> "not_found";
            case METHOD_NOT_ALLOWED -> "method_not_allowed";
            case CONFLICT, STALE -> "conflict";
            case TOO_LARGE -> "request_too_large";
            case UNSUPPORTED_TYPE -> "unsupported_media_type";
            case INTERNAL -> "internal_error";
            default -> "bad_request";
        };
    }

    private static String messageCode(Problem problem) {
        return switch (problem) {
            case MISSING -> "BXNIM0109E";
            case UNAUTHENTICATED -> "BXNIM0407E";
            case FORBIDDEN -> "BXNIM0513E";
            case LOCKED -> "BXNIM0501E";
            case NOT_FOUND -> "BXNIM0102E";
            case UNKNOWN_PATH, METHOD_NOT_ALLOWED, UNSUPPORTED_TYPE, TOO_LARGE, INTERNAL -> "BXNIM0060E";
            default -> "BXNIM0106E";
        };
    }
}
