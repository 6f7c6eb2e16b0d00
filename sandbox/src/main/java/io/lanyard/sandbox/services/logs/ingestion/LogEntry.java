// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.ingestion;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.lanyard.sandbox.kernel.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One element of what is sent to {@code /logs/v1/singles}, and what its fields must be (cloud-logs.md §2). */
final class LogEntry {
    private static final String APPLICATION = "applicationName";
    private static final String SUBSYSTEM = "subsystemName";
    private static final String TEXT = "text";
    private static final String SEVERITY = "severity";
    private static final String TIMESTAMP = "timestamp";
    private static final String HI_RES = "hiResTimestamp";
    private static final List<String> MORE_LABELS =
            List.of("computerName", "category", "className", "methodName", "threadId");
    private static final List<String> KNOWN = List.of(
            APPLICATION,
            SUBSYSTEM,
            TEXT,
            SEVERITY,
            TIMESTAMP,
            HI_RES,
            "computerName",
            "category",
            "className",
            "methodName",
            "threadId");
    private static final long LATEST_SECOND = 253_402_300_799L; // the end of the year 9999

    private final String path;
    private final JsonObject log;

    private LogEntry(String path, JsonObject log) {
        this.path = path;
        this.log = log;
    }

    static LogRecord read(String path, JsonElement element, Instant now) {
        if (!element.isJsonObject()) {
            throw Intake.invalid(path, "must be an object.");
        }
        return new LogEntry(path + ".", element.getAsJsonObject()).record(now);
    }

    private LogRecord record(Instant now) {
        log.keySet().stream().filter(name -> !KNOWN.contains(name)).findFirst().ifPresent(name -> {
            throw Intake.invalid(
                    path + name,
                    "is unknown: "
                            + Words.closest(name, KNOWN)
                                    .map(close -> "did you mean '" + close + "'?")
                                    .orElse("put fields of your own into '" + TEXT + "'."));
        });
        Map<String, String> labels = new LinkedHashMap<>(8);
        labels.put(LogRecord.APPLICATION, required(APPLICATION));
        labels.put(LogRecord.SUBSYSTEM, required(SUBSYSTEM));
        for (var name : MORE_LABELS) {
            Intake.field(log, name).ifPresent(value -> labels.put(name.toLowerCase(Locale.ROOT), string(name, value)));
        }
        var severity = severity();
        var micros = micros(now);
        var text = Intake.field(log, TEXT).orElseThrow(() -> Intake.invalid(path + TEXT, "is missing."));
        if (text.isJsonObject()) {
            return new LogRecord(labels, severity, micros, text.getAsJsonObject(), text.toString());
        }
        if (!isString(text)) {
            throw Intake.invalid(path + TEXT, "must be a string or an object.");
        }
        return LogRecord.of(labels, severity, micros, text.getAsString());
    }

    private String required(String name) {
        var value = Intake.field(log, name).orElseThrow(() -> Intake.invalid(path + name, "is missing."));
        var text = string(name, value);
        if (text.isBlank()) {
            throw Intake.invalid(path + name, "must not be empty.");
        }
        return text;
    }

    private String string(String name, JsonElement value) {
        if (!isString(value)) {
            throw Intake.invalid(path + name, "must be a string.");
        }
        return value.getAsString();
    }

    private static boolean isString(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isString();
    }

    private Severity severity() {
        return Intake.field(log, SEVERITY)
                .map(value -> Severity.of(wholeNumber(value))
                        .orElseThrow(() -> Intake.invalid(
                                path + SEVERITY,
                                "can be 1 (Debug), 2 (Verbose), 3 (Info), 4 (Warning), 5 (Error) or 6 (Critical).")))
                .orElse(Severity.DEBUG);
    }

    private static int wholeNumber(JsonElement value) {
        var text = value instanceof JsonPrimitive primitive && primitive.isNumber() ? value.getAsString() : "";
        return text.matches("[1-6](\\.0+)?") ? text.charAt(0) - '0' : 0;
    }

    /** The finer time counts, where both are told. */
    private long micros(Instant now) {
        var milliseconds = Intake.field(log, TIMESTAMP).map(this::fromMilliseconds);
        return Intake.field(log, HI_RES)
                .map(this::fromNanoseconds)
                .or(() -> milliseconds)
                .orElseGet(() -> LogRecord.micros(now));
    }

    private long fromMilliseconds(JsonElement value) {
        var number = value instanceof JsonPrimitive primitive && primitive.isNumber();
        if (!number) {
            throw Intake.invalid(path + TIMESTAMP, "must be a number: milliseconds of UTC since 1970.");
        }
        return scaled(TIMESTAMP, value, 3);
    }

    private long fromNanoseconds(JsonElement value) {
        if (!isString(value) || !value.getAsString().matches("\\d{1,25}")) {
            throw Intake.invalid(path + HI_RES, "must be a string of digits: nanoseconds of UTC since 1970.");
        }
        return scaled(HI_RES, value, -3);
    }

    private long scaled(String name, JsonElement value, int digits) {
        var text = value.getAsString();
        var number = text.length() > 40 ? BigDecimal.valueOf(-1) : new BigDecimal(text);
        if (number.signum() < 0 || number.scale() < -20 || number.scale() > 20) {
            throw Intake.invalid(path + name, "is no time since 1970.");
        }
        var micros = number.scaleByPowerOfTen(digits);
        if (micros.compareTo(BigDecimal.valueOf(LATEST_SECOND * 1_000_000)) > 0) {
            throw Intake.invalid(path + name, "is no time that the calendar has; mind the unit.");
        }
        return micros.longValue();
    }
}
