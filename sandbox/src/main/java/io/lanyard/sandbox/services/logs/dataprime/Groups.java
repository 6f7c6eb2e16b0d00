// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings together rows with the same values. Each group is a few numbers; there are only so many groups. */
final class Groups implements Iterator<Row> {
    /** How many groups are told apart; ours, so that memory stays bounded. */
    static final int MOST = 10_000;

    private final Iterator<Row> from;
    private final Stage.GroupBy by;
    private final Runnable tooMany;
    private @Nullable Iterator<Row> made;

    Groups(Iterator<Row> from, Stage.GroupBy by, Runnable tooMany) {
        this.from = from;
        this.by = by;
        this.tooMany = tooMany;
    }

    private Iterator<Row> made() {
        if (made == null) {
            made = make();
        }
        return made;
    }

    private Iterator<Row> make() {
        Map<List<JsonElement>, List<Tally>> groups = new LinkedHashMap<>();
        if (by.by().isEmpty()) {
            groups.put(List.of(), tallies());
        }
        var over = false;
        while (from.hasNext()) {
            var row = from.next();
            var values = by.by().stream()
                    .map(column -> Values.json(Evaluation.value(column.value(), row)))
                    .toList();
            var group = groups.get(values);
            if (group == null && groups.size() < MOST) {
                group = tallies();
                groups.put(values, group);
            }
            if (group == null) {
                over = true;
            } else {
                group.forEach(tally -> tally.add(row));
            }
        }
        if (over) {
            tooMany.run();
        }
        var all = new ArrayList<>(groups.entrySet());
        if (by.largestFirst()) {
            all.sort(
                    Comparator.comparingDouble(group -> -group.getValue().get(0).count()));
        }
        return all.stream().map(group -> row(group.getKey(), group.getValue())).iterator();
    }

    private List<Tally> tallies() {
        return by.aggregates().stream().map(Tally::new).toList();
    }

    private Row row(List<JsonElement> values, List<Tally> tallies) {
        var row = new JsonObject();
        for (var at = 0; at < values.size(); at++) {
            Columns.put(row, by.by().get(at).path(), values.get(at));
        }
        tallies.forEach(tally -> Columns.put(row, tally.path(), tally.json()));
        return Row.of(row);
    }

    @Override
    public boolean hasNext() {
        return made().hasNext();
    }

    @Override
    public Row next() {
        return made().next();
    }
}
