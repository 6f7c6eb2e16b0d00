// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.catalog;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.lanyard.sandbox.services.registry.blobs.Blob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an image's configuration says about it. Anything that isn't an image configuration, such as a signature's, says nothing.
 *
 * @param json the whole configuration; empty when it is none
 */
public record ImageFacts(JsonObject json) {
    private static final int LARGEST = 4 * 1024 * 1024;

    /** Reads a configuration blob. */
    public static ImageFacts of(Blob config) {
        if (config.size() > LARGEST) {
            return new ImageFacts(new JsonObject());
        }
        try (var in = config.open()) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return JsonParser.parseString(text) instanceof JsonObject object
                    ? new ImageFacts(object)
                    : new ImageFacts(new JsonObject());
        } catch (IOException | JsonParseException noImageConfiguration) {
            return new ImageFacts(new JsonObject());
        }
    }

    /** Returns when the image was built, where it says so. */
    public Optional<Instant> created() {
        return text("created").flatMap(ImageFacts::instant);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** Returns a text field. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(json.get(field))
                .filter(value ->
                        value.isJsonPrimitive() && value.getAsJsonPrimitive().isString())
                .map(value -> value.getAsString());
    }

    /** Returns the part that containers start with; empty when there is none. */
    public JsonObject config() {
        return json.get("config") instanceof JsonObject config ? config : new JsonObject();
    }

    /** Returns the labels. */
    public Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        if (config().get("Labels") instanceof JsonObject map) {
            map.entrySet().stream()
                    .filter(e -> e.getValue().isJsonPrimitive())
                    .forEach(e -> labels.put(e.getKey(), e.getValue().getAsString()));
        }
        return labels;
    }
}
