// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel.errors;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import java.util.Locale;

/** The shape most IBM Cloud APIs share: {@code {"trace","errors":[{"code","message",…}],"status_code"}}. */
public class PlatformErrors implements ErrorShape {
    /** The convention as it stands. */
    public static final ErrorShape INSTANCE = new PlatformErrors();

    /** For shapes that differ in a detail. */
    protected PlatformErrors() {}

    /** Returns the API's code for a problem. */
    protected String code(Problem problem) {
        return problem.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Response write(Refusal refusal, Circumstances circumstances) {
        var error = new JsonObject();
        error.addProperty("code", refusal.code().orElseGet(() -> code(refusal.problem())));
        error.addProperty("message", message(refusal));
        refusal.details().filter(JsonElement::isJsonObject).ifPresent(details -> error.add("details", details));
        var errors = new JsonArray();
        errors.add(error);
        var body = new JsonObject();
        body.addProperty("trace", circumstances.transactionId());
        body.add("errors", errors);
        body.addProperty("status_code", refusal.status());
        return Response.json(refusal.status(), body);
    }

    /** The convention has no field for details in text, so they follow the message. */
    private static String message(Refusal refusal) {
        var more = refusal.details().filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString);
        var message = refusal.message();
        return more.map(text -> message + (message.endsWith(".") ? " " : ". ") + text)
                .orElse(message);
    }
}
