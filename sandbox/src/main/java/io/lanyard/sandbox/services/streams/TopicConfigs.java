// Room: sandbox / streams.
package io.lanyard.sandbox.services.streams;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a topic shall be set to: {@code {"retentionMs": 1}} or a list of names and values, in either spelling of names. */
final class TopicConfigs {
    private TopicConfigs() {}

    static Map<String, String> read(Optional<JsonElement> configs) {
        Map<String, String> values = new HashMap<>();
        configs.ifPresent(json -> {
            if (json.isJsonObject()) {
                json.getAsJsonObject()
                        .entrySet()
                        .forEach(field -> values.put(kafkaName(field.getKey()), text(field.getValue())));
            } else if (json.isJsonArray()) {
                json.getAsJsonArray().forEach(one -> values.put(kafkaName(field(one, "name")), field(one, "value")));
            } else {
                throw wrong();
            }
        });
        return values;
    }

    /** Sorts a list of changes into what is set and what goes back to its default. */
    static void changes(Optional<JsonElement> configs, Map<String, String> set, Set<String> reset) {
        configs.ifPresent(list -> list.getAsJsonArray().forEach(one -> {
            JsonObject change = one.getAsJsonObject();
            String name = kafkaName(field(one, "name"));
            if (change.has("reset_to_default") && change.get("reset_to_default").getAsBoolean()) {
                reset.add(name);
            } else {
                set.put(name, field(one, "value"));
            }
        }));
    }

    private static String field(JsonElement one, String name) {
        if (!one.isJsonObject() || !one.getAsJsonObject().has(name)) {
            throw wrong();
        }
        return text(one.getAsJsonObject().get(name));
    }

    private static String text(JsonElement value) {
        if (!value.isJsonPrimitive()) {
            throw wrong();
        }
        return value.getAsString();
    }

    private static Refusal wrong() {
        return Refusal.of(
                        Problem.INVALID,
                        "'configs' must be an object of names and values, or a list of objects with 'name' and 'value'.")
                .about("configs");
    }

    /** {@code retentionMs} is Kafka's {@code retention.ms}. */
    private static String kafkaName(String name) {
        return name.replaceAll("([A-Z])", ".$1").toLowerCase(Locale.ROOT);
    }
}
