// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.ingestion;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.lanyard.sandbox.delivery.LogDoor;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One log as it is kept.
 *
 * @param labels where it is from: {@code applicationname}, {@code subsystemname} and what else was said
 * @param severity how much it matters
 * @param micros when it was written, in microseconds of UTC
 * @param data the log itself
 * @param json the log itself, as text
 */
public record LogRecord(Map<String, String> labels, Severity severity, long micros, JsonObject data, String json) {
    /** The label of the application's name. */
    public static final String APPLICATION = "applicationname";

    /** The label of the subsystem's name. */
    public static final String SUBSYSTEM = "subsystemname";

    private static final String WORDS = "text";

    /** Makes one of a line that another service delivered. */
    public static LogRecord of(LogDoor.Line line) {
        var labels = new LinkedHashMap<String, String>(4);
        labels.put(APPLICATION, line.application());
        labels.put(SUBSYSTEM, line.subsystem());
        return of(labels, Severity.of(line.severity()).orElse(Severity.DEBUG), micros(line.at()), line.text());
    }

    /** Makes one of text: of the object that it is, or of words, which become the field {@code text}. */
    static LogRecord of(Map<String, String> labels, Severity severity, long micros, String text) {
        var object = objectIn(text);
        if (object != null) {
            return new LogRecord(labels, severity, micros, object, text.strip());
        }
        var words = new JsonObject();
        words.addProperty(WORDS, text);
        return new LogRecord(labels, severity, micros, words, words.toString());
    }

    private static @Nullable JsonObject objectIn(String text) {
        var start = text.stripLeading();
        if (!start.startsWith("{")) {
            return null;
        }
        try {
            var reader = new JsonReader(new StringReader(text));
            reader.setStrictness(Strictness.STRICT);
            var tree = JsonParser.parseReader(reader);
            return tree.isJsonObject() && reader.peek() == JsonToken.END_DOCUMENT ? tree.getAsJsonObject() : null;
        } catch (JsonParseException | IOException | StackOverflowError words) {
            return null;
        }
    }

    /** Tells whether it has more than so many bytes, together with where it is from. */
    boolean isLargerThan(int most) {
        var characters = json.length();
        for (var value : labels.values()) {
            characters += value.length();
        }
        if (characters <= most / 3) { // a character has no more than three bytes
            return false;
        }
        var bytes = json.getBytes(StandardCharsets.UTF_8).length;
        for (var value : labels.values()) {
            bytes += value.getBytes(StandardCharsets.UTF_8).length;
        }
        return bytes > most;
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
