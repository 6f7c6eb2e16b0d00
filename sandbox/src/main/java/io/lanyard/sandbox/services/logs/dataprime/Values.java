// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import io.lanyard.sandbox.services.logs.index.Tokens;
import io.lanyard.sandbox.services.logs.ingestion.Severity;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values: null, text, {@code Double}, {@code Boolean}, and JSON that is none of these. Where types differ, text that says a number
 * is one, and anything else is compared as text; null is different from every value, and neither more nor less than any.
 */
final class Values {
    private Values() {}

    static @Nullable Object plain(@Nullable JsonElement json) {
        if (json == null || json.isJsonNull()) {
            return null;
        }
        if (!(json instanceof JsonPrimitive primitive)) {
            return json;
        }
        if (primitive.isNumber()) {
            return primitive.getAsDouble();
        }
        return primitive.isBoolean() ? (Object) primitive.getAsBoolean() : primitive.getAsString();
    }

    static JsonElement json(@Nullable Object value) {
        if (value == null) {
            return JsonNull.INSTANCE;
        }
        if (value instanceof Double number) {
            return number % 1 == 0 && Math.abs(number) < 1e15
                    ? new JsonPrimitive(number.longValue())
                    : new JsonPrimitive(number.isNaN() || number.isInfinite() ? 0 : number);
        }
        if (value instanceof Boolean flag) {
            return new JsonPrimitive(flag);
        }
        return value instanceof JsonElement json ? json : new JsonPrimitive(value.toString());
    }

    static String text(Object value) {
        return value instanceof JsonElement json ? json.toString() : json(value).getAsString();
    }

    /** Whether it is an object or an array. */
    static boolean isTree(@Nullable Object value) {
        return value instanceof JsonElement;
    }

    static @Nullable Double number(@Nullable Object value) {
        if (value instanceof Double number) {
            return number;
        }
        if (value instanceof String text && text.matches("-?\\d{1,300}(\\.\\d{1,300})?")) {
            return Double.valueOf(text);
        }
        return null;
    }

    static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == null && right == null;
        }
        if (left instanceof Double || right instanceof Double) {
            var one = number(left);
            var other = number(right);
            return one != null && other != null && one.compareTo(other) == 0;
        }
        return text(left).equals(text(right));
    }

    /** Compares what has an order: numbers, times, else text; empty when one is null. */
    static Optional<Integer> compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Optional.empty();
        }
        var one = number(left);
        var other = number(right);
        if (one != null && other != null) {
            return Optional.of(one.compareTo(other));
        }
        var then = time(left);
        var later = time(right);
        if (then != null && later != null) {
            return Optional.of(then.compareTo(later));
        }
        return Optional.of(text(left).compareTo(text(right)));
    }

    /** Severities have an order of their own; a text that names none comes first. */
    static int rank(@Nullable Object severity) {
        return severity == null
                ? 0
                : Severity.named(text(severity))
                        .or(() ->
                                Optional.ofNullable(number(severity)).flatMap(number -> Severity.of(number.intValue())))
                        .map(Severity::number)
                        .orElse(0);
    }

    /** Reads a time, also as audit events write it: {@code 2026-07-31T10:00:00.00+0000}. */
    private static @Nullable Instant time(Object value) {
        if (!(value instanceof String text) || text.length() < 20 || text.charAt(10) != 'T') {
            return null;
        }
        var colon = text.length() - 2;
        var iso = text.matches(".*[+-]\\d{4}") ? text.substring(0, colon) + ":" + text.substring(colon) : text;
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeParseException words) {
            return null;
        }
    }

    /** Whether the words of a text stand in a value in this order, side by side. */
    static boolean says(@Nullable Object value, String text) {
        if (value == null) {
            return false;
        }
        if (value instanceof JsonElement json && !json.isJsonPrimitive()) {
            return anySays(json, text);
        }
        var words = Tokens.of(text);
        return !words.isEmpty() && Collections.indexOfSubList(Tokens.of(text(value)), words) >= 0;
    }

    private static boolean anySays(JsonElement json, String text) {
        if (json.isJsonArray()) {
            return json.getAsJsonArray().asList().stream().anyMatch(element -> says(plain(element), text));
        }
        return json.getAsJsonObject().entrySet().stream().anyMatch(entry -> says(plain(entry.getValue()), text));
    }
}
