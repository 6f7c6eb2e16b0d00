// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.lanyard.sandbox.services.logs.index.Hit;
import io.lanyard.sandbox.services.logs.query.Result;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes from one step of a query to the next: a log, or what a step made. Its JSON is read when somebody looks at a field. */
final class Row {
    private final Map<String, String> metadata;
    private final Map<String, String> labels;
    private final String json;
    private @Nullable JsonObject data;

    private Row(Map<String, String> metadata, Map<String, String> labels, String json, @Nullable JsonObject data) {
        this.metadata = metadata;
        this.labels = labels;
        this.json = json;
        this.data = data;
    }

    static Row of(Hit hit) {
        return new Row(Result.metadata(hit), hit.labels(), hit.json(), null);
    }

    /** What a step made belongs to no log. */
    static Row of(JsonObject made) {
        return new Row(Map.of(), Map.of(), "", made);
    }

    Result result() {
        return new Result(metadata, labels, json.isEmpty() ? data().toString() : json);
    }

    JsonObject data() {
        if (data == null) {
            data = JsonParser.parseString(json).getAsJsonObject();
        }
        return data;
    }

    /** The value of a field, null when there is none. */
    @Nullable Object value(Expr.Root root, List<String> names) {
        return switch (root) {
            case DATA -> Values.plain(find(names));
            case LABELS -> names.isEmpty() ? null : labels.get(dotted(names));
            case METADATA -> names.isEmpty() ? null : metadata.get(dotted(names));
        };
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
