package io.lanyard.core.call;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.lanyard.core.ApiFailure;
import io.lanyard.core.CallEvent;
import io.lanyard.core.ErrorDetail;
import io.lanyard.core.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Core, call: an answer that says no, in any of the shapes that IBM's services write one. Reads 64 KiB of it at most. */
final class ErrorBody {

    private static final int LIMIT = 64 * 1024;
    /** What is kept of a body that is longer than that, and so isn't an error as any service writes one. */
    private static final int EXCERPT = 8 * 1024;

    private static final String[] IDS = {"Transaction-Id", "X-Correlation-Id", "X-Request-Id", "X-Global-Transaction-Id"
    };

    /** What was read, and whether there is more. */
    record Read(ApiFailure failure, boolean tooLong) {}

    private ErrorBody() {}

    static @Nullable String transaction(Response response, @Nullable String otherwise) {
        for (var name : IDS) {
            var id = response.header(name);
            if (id != null) {
                return id;
            }
        }
        return otherwise;
    }

    static Read read(Response response, CallEvent event, Instant now) throws IOException {
        var source = response.body().source();
        boolean tooLong = source.request(LIMIT + 1L);
        long keep = tooLong ? EXCERPT : source.getBuffer().size();
        var text = source.getBuffer().readString(keep, StandardCharsets.UTF_8);
        var tree = !tooLong && text.stripLeading().startsWith("{")
                ? Json.tryRead(text, JsonObject.class)
                : Optional.<JsonObject>empty();
        var errors = tree.map(ErrorBody::errors).orElse(List.of());
        var known = event.transactionId().isPresent()
                ? event
                : tree.flatMap(ErrorBody::trace)
                        .map(id -> identified(event, id))
                        .orElse(event);
        var wait = RetryAfter.parse(response.header("Retry-After"), now);
        return new Read(new ApiFailure(known, response.code(), errors, text, wait), tooLong);
    }

    private static List<ErrorDetail> errors(JsonObject body) {
        var found = new ArrayList<ErrorDetail>();
        if (body.get("errors") != null && body.get("errors").isJsonArray()) {
            for (var each : body.getAsJsonArray("errors")) {
                if (each.isJsonObject()) {
                    found.add(platform(each.getAsJsonObject()));
                }
            }
        }
        if (found.isEmpty()) {
            single(body).ifPresent(found::add);
        }
        return found;
    }

    private static ErrorDetail platform(JsonObject error) {
        return new ErrorDetail(
                text(error, "code"),
                text(error, "message"),
                text(error, "message_code"),
                text(error, "details"),
                text(error, "more_info"),
                target(error.get("target")),
                text(error, "recovery"));
    }

    /** Token service, Container Registry, OAuth, and whoever puts the error into the body itself. */
    private static Optional<ErrorDetail> single(JsonObject body) {
        var code = first(body, "errorCode", "code", "error");
        var message = first(body, "errorMessage", "message", "error_description");
        if (code.isEmpty() && message.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ErrorDetail(
                code,
                message,
                Optional.empty(),
                text(body, "errorDetails"),
                text(body, "more_info"),
                Optional.empty(),
                text(body, "recovery")));
    }

    private static Optional<String> trace(JsonObject body) {
        var trace = first(body, "trace", "transaction_id", "request-id", "request_id");
        if (trace.isPresent()) {
            return trace;
        }
        return Optional.ofNullable(body.get("context"))
                .filter(JsonElement::isJsonObject)
                .flatMap(context -> first(context.getAsJsonObject(), "transaction_id", "requestId"));
    }

    private static Optional<String> target(@Nullable JsonElement target) {
        if (target == null || !target.isJsonObject()) {
            return Optional.empty();
        }
        var object = target.getAsJsonObject();
        return text(object, "name")
                .map(name -> text(object, "type").map(type -> type + " ").orElse("") + name);
    }

    private static Optional<String> first(JsonObject object, String... names) {
        for (var name : names) {
            var text = text(object, name);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(JsonObject object, String name) {
        var value = object.get(name);
        if (value == null || value.isJsonNull()) {
            return Optional.empty();
        }
        var text = value.isJsonPrimitive() ? value.getAsString() : value.toString();
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static CallEvent identified(CallEvent event, String id) {
        return new CallEvent(
                event.operation(),
                event.method(),
                event.path(),
                event.status(),
                Optional.of(id),
                event.attempts(),
                event.elapsed());
    }
}
