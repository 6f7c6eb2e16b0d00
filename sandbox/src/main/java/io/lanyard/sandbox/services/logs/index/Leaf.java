// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.index;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value within a log.
 *
 * @param path the names that lead to it, with dots between them
 * @param kind what it is in JSON
 * @param text the value as text
 * @param number the value as a number, where it is one or says one
 */
record Leaf(
        String path,
        Mapping.Kind kind,
        String text,
        @Nullable Double number) {
    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 32;

    /** Walks through a log; null values and empty arrays leave nothing, arrays leave several values of one path. */
    static void gather(JsonObject data, List<Leaf> leaves, Set<String> objects) {
        gather("", data, leaves, objects, 0);
    }

    private static void gather(String path, JsonElement value, List<Leaf> leaves, Set<String> objects, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (value instanceof JsonPrimitive primitive) {
            leaves.add(of(path, primitive));
        } else if (value.isJsonArray()) {
            for (var element : value.getAsJsonArray()) {
                gather(path, element, leaves, objects, depth + 1);
            }
        } else if (value.isJsonObject()) {
            if (!path.isEmpty()) {
                objects.add(path);
            }
            for (var entry : value.getAsJsonObject().entrySet()) {
                var name = entry.getKey();
                gather(path.isEmpty() ? name : path + "." + name, entry.getValue(), leaves, objects, depth + 1);
            }
        }
    }

    private static Leaf of(String path, JsonPrimitive value) {
        var text = value.getAsString();
        if (value.isNumber()) {
            return new Leaf(path, Mapping.Kind.NUMBER, text, number(text));
        }
        return value.isBoolean()
                ? new Leaf(path, Mapping.Kind.BOOLEAN, text, null)
                : new Leaf(path, Mapping.Kind.TEXT, text, number(text));
    }

    /** Reads a number as JSON writes one. */
    static @Nullable Double number(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || !startsAsNumber(text)) {
            return null;
        }
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return null;
            }
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException words) {
            return null;
        }
    }

    private static boolean startsAsNumber(String text) {
        var first = text.charAt(0);
        return (first >= '0' && first <= '9') || first == '-' || first == '.';
    }
}
