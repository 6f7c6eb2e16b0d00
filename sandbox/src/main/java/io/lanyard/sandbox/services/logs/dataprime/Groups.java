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
                    .map(column -> Evaluation.json(column.value(), row))
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
        Comparator<Map.Entry<List<JsonElement>, List<Tally>>> order =
                Comparator.comparing(Map.Entry::getKey, Groups::compare);
        if (by.largestFirst()) {
            order = Comparator.<Map.Entry<List<JsonElement>, List<Tally>>>comparingLong(
                            group -> -group.getValue().get(0).count())
                    .thenComparing(order);
        }
        all.sort(order);
        return all.stream().map(group -> row(group.getKey(), group.getValue())).iterator();
    }

    /** Groups come in the order of their values: numbers, text, and what has none. */
    private static int compare(List<JsonElement> one, List<JsonElement> other) {
        for (var at = 0; at < one.size(); at++) {
            var order = compare(Values.plain(one.get(at)), Values.plain(other.get(at)));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one == null, other == null);
        }
        var left = Values.number(one);
        var right = Values.number(other);
        if (left == null || right == null) {
            return left == null && right == null
                    ? Values.text(one).compareTo(Values.text(other))
                    : Boolean.compare(left == null, right == null);
        }
        return left.compareTo(right);
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
