// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.oci;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.lanyard.sandbox.kernel.RepeatedField;
import io.lanyard.sandbox.services.registry.blobs.Digest;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads manifests, and refuses those that are not what their media type promises. */
public final class ManifestReader {
    /** The largest manifest taken, in bytes: what the distribution specification asks registries to take at least. */
    public static final int LARGEST = 4 * 1024 * 1024;

    private ManifestReader() {}

    /**
     * Reads a manifest.
     *
     * @param contentType what the client says it is; empty to believe the body
     * @throws OciException MANIFEST_INVALID, saying what is wrong
     */
    public static Manifest read(byte[] body, String contentType) {
        var json = parse(body);
        var inside = text(json, "mediaType");
        var announced = MediaTypes.bare(contentType);
        if (!inside.isEmpty() && !announced.isEmpty() && !inside.equals(announced)) {
            throw invalid("the body says it is " + inside + ", Content-Type says " + announced);
        }
        var mediaType = announced.isEmpty() ? inside : announced;
        if (!MediaTypes.isImage(mediaType) && !MediaTypes.isIndex(mediaType)) {
            throw invalid("'" + RepositoryName.shown(mediaType) + "' is no manifest type of this registry");
        }
        if (!json.has("schemaVersion") || !json.get("schemaVersion").toString().equals("2")) {
            throw invalid("schemaVersion must be 2");
        }
        return MediaTypes.isImage(mediaType) ? image(json, mediaType) : index(json, mediaType);
    }

    private static Manifest image(JsonObject json, String mediaType) {
        if (json.has("manifests")) {
            throw invalid("an image's manifest has no 'manifests'");
        }
        var config = descriptor(json.get("config"), "config");
        var declared = text(json, "artifactType");
        return new Manifest.Image(
                mediaType,
                config,
                descriptors(json, "layers"),
                subject(json),
                annotations(json),
                declared.isEmpty() ? config.mediaType() : declared);
    }

    private static Manifest index(JsonObject json, String mediaType) {
        if (json.has("layers") || json.has("config")) {
            throw invalid("an index has neither 'config' nor 'layers'");
        }
        return new Manifest.Index(
                mediaType,
                descriptors(json, "manifests"),
                subject(json),
                annotations(json),
                text(json, "artifactType"));
    }

    private static JsonObject parse(byte[] body) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            var reader = new JsonReader(new StringReader(text));
            reader.setStrictness(Strictness.STRICT);
            if (JsonParser.parseReader(reader) instanceof JsonObject json && reader.peek() == JsonToken.END_DOCUMENT) {
                RepeatedField.in(text).ifPresent(name -> {
                    throw invalid("'" + RepositoryName.shown(name) + "' is in the same object twice");
                });
                return json;
            }
        } catch (JsonParseException | IOException | StackOverflowError notJson) {
            throw invalid("the body is not JSON");
        }
        throw invalid("the body is not one JSON object");
    }

    private static List<Descriptor> descriptors(JsonObject json, String field) {
        if (!(json.get(field) instanceof JsonArray array)) {
            throw invalid("'" + field + "' must be a list");
        }
        List<Descriptor> all = new ArrayList<>(array.size());
        for (var element : array) {
            all.add(descriptor(element, field + "[" + all.size() + "]"));
        }
        return all;
    }

    private static Optional<Descriptor> subject(JsonObject json) {
        var subject = json.get("subject");
        return subject == null || subject.isJsonNull() ? Optional.empty() : Optional.of(descriptor(subject, "subject"));
    }

    private static Descriptor descriptor(@Nullable JsonElement element, String where) {
        if (!(element instanceof JsonObject json)) {
            throw invalid("'" + where + "' must be a descriptor");
        }
        var digest = Digest.parse(text(json, "digest"))
                .orElseThrow(() -> invalid("'" + where + "' has no digest of a known form"));
        var size = json.get("size");
        if (size == null || !size.isJsonPrimitive() || !size.toString().matches("\\d{1,18}")) {
            throw invalid("'" + where + "' has no size");
        }
        var mediaType = text(json, "mediaType");
        if (mediaType.isEmpty()) {
            throw invalid("'" + where + "' has no mediaType");
        }
        return new Descriptor(mediaType, digest, size.getAsLong());
    }

    private static Map<String, String> annotations(JsonObject json) {
        if (!(json.get("annotations") instanceof JsonObject map)) {
            return Map.of();
        }
        Map<String, String> all = new LinkedHashMap<>();
        map.entrySet().stream()
                .filter(e -> e.getValue().isJsonPrimitive())
                .forEach(e -> all.put(e.getKey(), e.getValue().getAsString()));
        return all;
    }

    private static String text(JsonObject json, String field) {
        var value = json.get(field);
        if (value == null || value.isJsonNull()) {
            return "";
        }
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            throw invalid("'" + field + "' must be a string");
        }
        return value.getAsString();
    }

    private static OciException invalid(String why) {
        return OciException.of(OciCode.MANIFEST_INVALID, why);
    }
}
