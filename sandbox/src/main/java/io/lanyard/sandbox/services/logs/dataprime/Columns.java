// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** Makes an object of values and the names that they get. */
final class Columns {
    private Columns() {}

    static Row chosen(List<Stage.Column> columns, Row row) {
        var made = new JsonObject();
        for (var column : columns) {
            put(made, column.path(), Evaluation.json(column.value(), row));
        }
        return Row.of(made);
    }

    /** A name within a value that is no object takes that value's place. */
    static void put(JsonObject into, List<String> path, JsonElement value) {
        var at = into;
        for (var name : path.subList(0, path.size() - 1)) {
            var next = at.get(name);
            if (next == null || !next.isJsonObject()) {
                next = new JsonObject();
                at.add(name, next);
            }
            at = next.getAsJsonObject();
        }
        at.add(path.get(path.size() - 1), value);
    }
}
