// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.lanyard.sandbox.services.logs.index.Found;
import io.lanyard.sandbox.services.logs.query.Result;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes from one step of a query to the next: a log, or what a step made. A log is read when somebody looks at a field. */
final class Row {
    private static final String PRIORITY = "high"; // all logs are indexed, which is what this class is for

    private final @Nullable Found log;
    private @Nullable JsonObject data;

    private Row(@Nullable Found log, @Nullable JsonObject data) {
        this.log = log;
        this.data = data;
    }

    static Row of(Found log) {
        return new Row(log, null);
    }

    /** What a step made belongs to no log. */
    static Row of(JsonObject made) {
        return new Row(null, made);
    }

    Result result() {
        return log == null ? new Result(Map.of(), Map.of(), data().toString()) : Result.of(log.hit());
    }

    JsonObject data() {
        if (data == null) {
            data = log == null
                    ? new JsonObject()
                    : JsonParser.parseString(log.hit().json()).getAsJsonObject();
        }
        return data;
    }

    /** Lets go of what can be read again: who keeps many rows keeps little of each. */
    void release() {
        if (log != null) {
            data = null;
            log.release();
        }
    }

    /** When the log was written, in microseconds of UTC; 0 for what a step made. */
    long micros() {
        return log == null ? 0 : log.hit().micros();
    }

    /** The log's place in the order of arrival; 0 for what a step made. */
    long number() {
        return log == null ? 0 : log.hit().number();
    }

    /** The value of a field, null when there is none. */
    @Nullable Object value(Expr.Root root, List<String> names) {
        return switch (root) {
            case DATA -> Values.plain(find(names));
            case LABELS -> names.isEmpty() ? null : labels().get(dotted(names));
            case METADATA -> metadata(dotted(names));
        };
    }

    /** The value of a field of the data as it was written, JSON's null when there is none. */
    JsonElement json(List<String> names) {
        var found = find(names);
        return found == null ? JsonNull.INSTANCE : found;
    }

    private Map<String, String> labels() {
        return log == null ? Map.of() : log.hit().labels();
    }

    private @Nullable String metadata(String name) {
        if (log == null) {
            return null;
        }
        return name.equals("priorityclass")
                ? PRIORITY
                : Result.metadata(log.hit()).get(name);
    }

    private static String dotted(List<String> names) {
        return String.join(".", names).toLowerCase(Locale.ROOT);
    }

    /** A name with dots in it is found, too: logs may have it in one piece. */
    private @Nullable JsonElement find(List<String> names) {
        JsonElement at = data();
        for (var place = 0; place < names.size(); place++) {
            var rest = String.join(".", names.subList(place, names.size()));
            if (at.isJsonObject() && at.getAsJsonObject().has(rest)) {
                return at.getAsJsonObject().get(rest);
            }
            var next = step(at, names.get(place));
            if (next == null) {
                return null;
            }
            at = next;
        }
        return at;
    }

    private static @Nullable JsonElement step(JsonElement at, String name) {
        if (at.isJsonObject()) {
            return at.getAsJsonObject().get(name);
        }
        if (at.isJsonArray() && name.matches("\\d{1,6}")) {
            var place = Integer.parseInt(name);
            return place < at.getAsJsonArray().size() ? at.getAsJsonArray().get(place) : null;
        }
        return null;
    }
}
