// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON body may hold: names, types, which must be there. Checked before anything else happens to the call, so handlers
 * read fields without looking twice. Fields that are not named here are refused, unless the sandbox is lenient or the shape is
 * {@link #open}.
 */
public final class BodyShape {
    /** The types of fields. */
    public enum Type {
        /** Text. */
        STRING,
        /** true or false. */
        BOOLEAN,
        /** A whole number. */
        INTEGER,
        /** An object. */
        OBJECT,
        /** A list of anything. */
        ARRAY,
        /** A list of texts. */
        STRINGS,
        /** Anything at all. */
        ANY
    }

    private record Field(
            Type type, boolean required, @Nullable BodyShape inner) {}

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private boolean open;

    private BodyShape() {}

    /** Starts a shape without fields. */
    public static BodyShape object() {
        return new BodyShape();
    }

    /** Adds fields that must be there and not null; a text must not be empty. */
    public BodyShape required(Type type, String... names) {
        for (var name : names) {
            fields.put(name, new Field(type, true, null));
        }
        return this;
    }

    /** Adds fields that may be there. */
    public BodyShape optional(Type type, String... names) {
        for (var name : names) {
            fields.put(name, new Field(type, false, null));
        }
        return this;
    }

    /** Adds a field that must hold an object of a shape, or a list of such objects. */
    public BodyShape required(String name, Type objectOrArray, BodyShape inner) {
        fields.put(name, new Field(objectOrArray, true, inner));
        return this;
    }

    /** Adds a field that may hold an object of a shape, or a list of such objects. */
    public BodyShape optional(String name, Type objectOrArray, BodyShape inner) {
        fields.put(name, new Field(objectOrArray, false, inner));
        return this;
    }

    /** Takes fields that are not named here as well. */
    public BodyShape open() {
        open = true;
        return this;
    }

    void check(JsonObject body, boolean lenient) {
        check(body, "", lenient);
    }

    private void check(JsonObject body, String path, boolean lenient) {
        List<String> missing = new ArrayList<>();
        fields.forEach((name, field) -> {
            var value = body.get(name);
            if (field.required() && (value == null || value.isJsonNull() || isEmptyText(value))) {
                missing.add(path + name);
            } else if (value != null && !value.isJsonNull()) {
                checkType(value, field, path + name, lenient);
            }
        });
        if (!missing.isEmpty()) {
            throw Refusal.of(Problem.MISSING, "Property missing or empty: " + String.join(", ", missing) + ".")
                    .details("Property '" + missing.get(0) + "' either missing or empty.")
                    .about(missing.get(0));
        }
        if (!open && !lenient) {
            body.keySet().stream()
                    .filter(name -> !fields.containsKey(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw unknown(path, name);
                    });
        }
    }

    private Refusal unknown(String path, String name) {
        var hint = Words.closest(name, fields.keySet())
                .map(close -> "did you mean '" + close + "'?")
                .orElse("this operation knows " + String.join(", ", fields.keySet()) + ".");
        var shown = path + Words.shown(name);
        return Refusal.of(Problem.UNKNOWN_FIELD, "Unknown property '" + shown + "': " + hint)
                .about(shown);
    }

    private static void checkType(JsonElement value, Field field, String path, boolean lenient) {
        var fits = switch (field.type()) {
            case STRING -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
            case BOOLEAN ->
                value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean();
            case INTEGER ->
                value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber() && isWhole(value.getAsString());
            case OBJECT -> value.isJsonObject();
            case ARRAY -> value.isJsonArray();
            case STRINGS ->
                value.isJsonArray()
                        && value.getAsJsonArray().asList().stream()
                                .allMatch(e -> e.isJsonPrimitive()
                                        && e.getAsJsonPrimitive().isString());
            case ANY -> true;
        };
        if (!fits) {
            throw wrongType(path, field.type());
        }
        var inner = field.inner();
        if (inner != null && value.isJsonObject()) {
            inner.check(value.getAsJsonObject(), path + ".", lenient);
        } else if (inner != null && value.isJsonArray()) {
            var place = 0;
            for (var element : value.getAsJsonArray()) {
                var at = path + "[" + place++ + "]";
                if (!element.isJsonObject()) {
                    throw wrongType(at, Type.OBJECT);
                }
                inner.check(element.getAsJsonObject(), at + ".", lenient);
            }
        }
    }

    private static Refusal wrongType(String path, Type type) {
        var wanted = switch (type) {
            case STRING -> "a string";
            case BOOLEAN -> "true or false";
            case INTEGER -> "a whole number";
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRINGS -> "an array of strings";
            case ANY -> "a value";
        };
        return Refusal.of(Problem.INVALID, "Property '" + path + "' must be " + wanted + ".")
                .about(path);
    }

    private static boolean isWhole(String number) {
        return number.matches("-?\\d{1,18}");
    }

    private static boolean isEmptyText(JsonElement value) {
        return value.isJsonPrimitive()
                && value.getAsJsonPrimitive().isString()
                && value.getAsString().isEmpty();
    }
}
