package io.lanyard.policy.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Policy wire: reads JSON without ever failing, and remembers whether something had another shape than expected. One odd
 * policy must not break the list that it is in.
 */
final class Tolerant {
    private boolean odd;

    /** Says whether anything was not what it should be. */
    boolean odd() {
        return odd;
    }

    /** Notes that something was not what it should be. */
    void markOdd() {
        odd = true;
    }

    JsonObject object(JsonElement element) {
        if (element.isJsonObject()) {
            return element.getAsJsonObject();
        }
        odd |= !element.isJsonNull();
        return new JsonObject();
    }

    JsonObject object(JsonObject parent, String name) {
        return object(member(parent, name));
    }

    List<JsonElement> array(JsonObject parent, String name) {
        var element = member(parent, name);
        if (element instanceof JsonArray array) {
            return array.asList();
        }
        odd |= !element.isJsonNull();
        return List.of();
    }

    Optional<String> text(JsonObject parent, String name) {
        var element = member(parent, name);
        if (element.isJsonPrimitive()) {
            return Optional.of(element.getAsString());
        }
        odd |= !element.isJsonNull();
        return Optional.empty();
    }

    Optional<Long> number(JsonObject parent, String name) {
        return text(parent, name).flatMap(text -> {
            try {
                return Optional.of((long) Double.parseDouble(text));
            } catch (NumberFormatException e) {
                odd = true;
                return Optional.empty();
            }
        });
    }

    private static JsonElement member(JsonObject parent, String name) {
        var element = parent.get(name);
        return element == null ? JsonNull.INSTANCE : element;
    }
}
