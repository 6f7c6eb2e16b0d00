// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads and checks what a route takes: query parameters it knows, JSON of its shape, forms. */
final class BodyReader {
    private final KernelSettings settings;

    BodyReader(KernelSettings settings) {
        this.settings = settings;
    }

    /** Fills the call, and returns the bytes that were read. */
    byte[] read(Call call) {
        var route = call.route();
        checkQuery(call);
        switch (route.intake()) {
            case NOTHING, STREAM -> {
                return new byte[0];
            }
            case JSON, JSON_OR_NOTHING -> {
                var bytes = bytes(call.request());
                if (bytes.length == 0 && route.intake() == Route.Intake.JSON_OR_NOTHING) {
                    call.json(new JsonBody(new JsonObject()));
                    return bytes;
                }
                checkType(call, "json");
                call.json(json(route, bytes));
                return bytes;
            }
            case BYTES -> {
                var bytes = bytes(call.request());
                call.bytes(bytes);
                return bytes;
            }
            case FORM -> {
                var bytes = bytes(call.request());
                checkType(call, "x-www-form-urlencoded");
                call.form(FormText.parse(utf8(bytes)));
                return bytes;
            }
        }
        throw new AssertionError(route.intake());
    }

    private void checkQuery(Call call) {
        var known = call.route().query();
        if (known == null || settings.lenient()) {
            return;
        }
        for (var name : call.queries().keySet()) {
            if (!known.contains(name)) {
                var hint = Words.closest(name, known)
                        .map(close -> "did you mean '" + close + "'?")
                        .orElse(
                                known.isEmpty()
                                        ? "it knows none."
                                        : "it knows "
                                                + String.join(
                                                        ", ",
                                                        known.stream().sorted().toList()) + ".");
                throw Refusal.of(
                                Problem.UNKNOWN_FIELD,
                                call.route().operation() + " has no query parameter '" + Words.shown(name) + "': "
                                        + hint)
                        .about(Words.shown(name));
            }
        }
    }

    private byte[] bytes(Request request) {
        checkPlain(request);
        var limit = settings.jsonLimit();
        try (var in = request.body().stream()) {
            var bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw Refusal.of(Problem.TOO_LARGE, "The body is larger than " + limit + " bytes.");
            }
            return bytes;
        } catch (IOException gone) {
            throw Refusal.of(Problem.MALFORMED_BODY, "The body ended before it was complete.");
        }
    }

    private static void checkPlain(Request request) {
        var encoding = request.header("Content-Encoding").orElse("identity").strip();
        if (!encoding.equalsIgnoreCase("identity") && !encoding.isEmpty()) {
            throw Refusal.of(
                            Problem.UNSUPPORTED_TYPE,
                            "The body must be sent as it is, without a Content-Encoding; this one says '"
                                    + Words.shown(encoding) + "'.")
                    .about("Content-Encoding");
        }
    }

    private static void checkType(Call call, String wanted) {
        var type = call.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        var base = type.split(";", 2)[0].strip();
        if (!base.endsWith(wanted)) {
            throw Refusal.of(
                            Problem.UNSUPPORTED_TYPE,
                            "The Content-Type must be application/" + wanted
                                    + (base.isEmpty() ? "; none was sent." : ", not '" + Words.shown(base) + "'."))
                    .about("Content-Type");
        }
    }

    private JsonBody json(Route route, byte[] bytes) {
        if (bytes.length == 0) {
            throw Refusal.of(Problem.MALFORMED_BODY, "The body is empty; a JSON object is needed.");
        }
        JsonElement tree;
        Optional<String> twice;
        try {
            var text = utf8(bytes);
            var reader = new JsonReader(new StringReader(text));
            reader.setStrictness(Strictness.STRICT);
            tree = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("text after the end");
            }
            twice = RepeatedField.in(text);
        } catch (JsonParseException | IOException broken) {
            throw Refusal.of(Problem.MALFORMED_BODY, "The body is not valid JSON" + where(broken) + ".");
        }
        if (!tree.isJsonObject()) {
            throw Refusal.of(Problem.MALFORMED_BODY, "The body must be a JSON object.");
        }
        if (twice.isPresent()) {
            var name = Words.shown(twice.get());
            throw Refusal.of(Problem.INVALID, "The field '" + name + "' is in the same object twice.")
                    .about(name);
        }
        var shape = route.shape();
        if (shape != null) {
            shape.check(tree.getAsJsonObject(), settings.lenient());
        }
        return new JsonBody(tree.getAsJsonObject());
    }

    private static String where(Exception broken) {
        var text = String.valueOf(broken.getMessage());
        var at = text.indexOf("at line ");
        return at < 0 ? "" : " (" + text.substring(at).split("\n", 2)[0].replaceAll(" path .*", "") + ")";
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw Refusal.of(Problem.MALFORMED_BODY, "The body is not valid UTF-8.");
        }
    }
}
