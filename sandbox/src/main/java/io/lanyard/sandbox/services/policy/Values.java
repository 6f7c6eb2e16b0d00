// Room: sandbox / policy management. Which value an operator takes (policy-evaluation.md §4).
package io.lanyard.sandbox.services.policy;

import com.google.gson.JsonElement;
import io.lanyard.sandbox.services.roles.AccessRefusals;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Checks the value of an attribute test or a condition against its operator. */
final class Values {
    private static final int MOST_ALTERNATIVES = 10;
    private static final Pattern DAY = Pattern.compile("[1-7]([+-]\\d{2}:\\d{2})?");

    private Values() {}

    /** @param path where the value stands, for the message */
    static void check(String operator, JsonElement value, String path) {
        if (value.isJsonNull()) {
            throw AccessRefusals.invalidBody(path, "'" + path + "' is missing.");
        }
        switch (operator) {
            case "stringExists" -> require(isBoolean(value), path, "true or false");
            case "stringEqualsAnyOf", "stringMatchAnyOf" -> alternatives(value, path, false);
            case "dayOfWeekAnyOf" -> alternatives(value, path, true);
            case "dayOfWeekEquals" -> day(value, path);
            default -> {
                require(value.isJsonPrimitive(), path, "a single text");
                String text = value.getAsString();
                require(!text.isEmpty() && text.length() <= Fields.LONGEST_VALUE, path, "1 to 1000 characters");
                moment(operator, text, path);
            }
        }
    }

    private static void alternatives(JsonElement value, String path, boolean days) {
        require(
                value.isJsonArray()
                        && !value.getAsJsonArray().isEmpty()
                        && value.getAsJsonArray().size() <= MOST_ALTERNATIVES,
                path,
                "a list of 1 to " + MOST_ALTERNATIVES + " values");
        for (JsonElement member : value.getAsJsonArray()) {
            if (days) {
                day(member, path);
            } else {
                require(
                        member.isJsonPrimitive() && member.getAsString().length() <= Fields.LONGEST_VALUE,
                        path,
                        "a list of texts of at most 1000 characters");
            }
        }
    }

    private static void day(JsonElement value, String path) {
        require(
                value.isJsonPrimitive() && DAY.matcher(value.getAsString()).matches(),
                path,
                "a day from 1 (Monday) to 7 (Sunday), with an offset, such as \"1+00:00\"");
    }

    private static void moment(String operator, String text, String path) {
        if (operator.startsWith("time")) {
            require(parses(() -> OffsetTime.parse(text)), path, "a time with an offset, such as 09:00:00+00:00");
        } else if (operator.startsWith("dateTime")) {
            require(
                    parses(() -> OffsetDateTime.parse(text)),
                    path,
                    "a date and time with an offset, such as 2026-12-23T23:59:59+00:00");
        } else if (operator.startsWith("date")) {
            require(
                    parses(() -> DateTimeFormatter.ISO_OFFSET_DATE.parse(text)),
                    path,
                    "a date with an offset, such as 2026-12-23+00:00");
        }
    }

    private static boolean isBoolean(JsonElement value) {
        return value.isJsonPrimitive()
                && (value.getAsJsonPrimitive().isBoolean()
                        || value.getAsString().equals("true")
                        || value.getAsString().equals("false"));
    }

    private static boolean parses(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void require(boolean holds, String path, String wanted) {
        if (!holds) {
            throw AccessRefusals.invalidBody(path, "'" + path + "' must be " + wanted + ".");
        }
    }
}
