// Room: sandbox / streams. The REST producer.
package io.lanyard.sandbox.services.streams;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.streams.Broker.Entry;
import io.lanyard.sandbox.services.streams.Broker.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one record a call. Records with a schema are refused, because there is no registry of schemas here. */
final class RecordDesk {
    private final Desk desk;

    RecordDesk(Desk desk) {
        this.desk = desk;
    }

    Response produce(Call call) {
        String topic = call.path("topic");
        call.require(EventStreams.TOPIC_WRITE, Desk.target(call, Resource.topic(topic)));
        Desk.othersOnly(topic);
        var entry = new Entry(part(call, "key"), part(call, "value"), headers(call));
        if (desk.asked(call, broker -> broker.topic(topic)).isEmpty()) {
            throw AdminErrors.of(404, BrokerException.NO_SUCH_TOPIC, "The instance has no topic '" + topic + "'.");
        }
        Place place = desk.asked(call, broker -> broker.write(topic, entry));
        var metadata = new JsonObject();
        metadata.addProperty("topic", topic);
        metadata.addProperty("partition", place.partition());
        metadata.addProperty("offset", place.offset());
        metadata.addProperty("timestamp", place.timestamp());
        var json = new JsonObject();
        json.add("metadata", metadata);
        return Desk.answer(call, Response.ok(json));
    }

    private static Optional<byte[]> part(Call call, String name) {
        return call.json().object(name).map(part -> bytes(name, part));
    }

    private static byte[] bytes(String name, JsonBody part) {
        String type = part.maybeText("type").orElse("text");
        return switch (type.toLowerCase(java.util.Locale.ROOT)) {
            case "text" -> text(name + ".data", data(name, part)).getBytes(StandardCharsets.UTF_8);
            case "binary" -> decoded(name + ".data", text(name + ".data", data(name, part)));
            case "json" -> data(name, part).toString().getBytes(StandardCharsets.UTF_8);
            default ->
                throw Refusal.of(
                                Problem.INVALID,
                                "'" + name + ".type' must be text, binary or json here, not '" + type
                                        + "': the sandbox has no registry of schemas.")
                        .about(name);
        };
    }

    /** An empty text is data, too. */
    private static JsonElement data(String name, JsonBody part) {
        return part.maybe("data")
                .orElseThrow(() -> Refusal.of(Problem.MISSING, "Property missing: " + name + ".data.")
                        .about(name + ".data"));
    }

    private static String text(String name, JsonElement data) {
        if (data instanceof JsonPrimitive value && value.isString()) {
            return value.getAsString();
        }
        throw Refusal.of(Problem.INVALID, "Property '" + name + "' must be a string, or its 'type' json.")
                .about(name);
    }

    private static List<Map.Entry<String, byte[]>> headers(Call call) {
        List<Map.Entry<String, byte[]>> headers = new ArrayList<>();
        call.json().maybe("headers").filter(list -> list.isJsonArray()).ifPresent(list -> {
            JsonArray all = list.getAsJsonArray();
            all.forEach(one -> {
                var header = new JsonBody(one.getAsJsonObject());
                headers.add(Map.entry(header.text("name"), decoded("headers", header.text("value"))));
            });
        });
        return headers;
    }

    private static byte[] decoded(String name, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw Refusal.of(Problem.INVALID, "'" + name + "' must be base64.").about(name);
        }
    }
}
