// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Brings rows into an order, and keeps no more of them than are told. Among equals, newer logs come before older ones, and what a
 * step made stays in its order.
 */
final class Ordered implements Iterator<Row> {
    private static final Comparator<Placed> AMONG_EQUALS = Comparator.comparingLong(Placed::micros)
            .thenComparingLong(Placed::number)
            .reversed()
            .thenComparingLong(Placed::place);

    private final Iterator<Row> from;
    private final List<Stage.Key> keys;
    private final int most;
    private @Nullable Iterator<Row> sorted;

    private record Placed(Row row, List<@Nullable Object> values, long micros, long number, long place) {}

    Ordered(Iterator<Row> from, List<Stage.Key> keys, int most) {
        this.from = from;
        this.keys = keys;
        this.most = most;
    }

    private Iterator<Row> sorted() {
        if (sorted == null) {
            sorted = sort();
        }
        return sorted;
    }

    private Iterator<Row> sort() {
        Comparator<Placed> order = this::compare;
        var kept = new PriorityQueue<>(order.reversed());
        var place = 0L;
        while (from.hasNext()) {
            kept.add(placed(from.next(), place++));
            if (kept.size() > most) {
                kept.remove();
            }
        }
        var rows = new ArrayList<Row>(kept.size());
        while (!kept.isEmpty()) {
            rows.add(kept.remove().row());
        }
        Collections.reverse(rows);
        return rows.iterator();
    }

    private Placed placed(Row row, long place) {
        var values = new ArrayList<@Nullable Object>(keys.size());
        for (var key : keys) {
            var value = Evaluation.value(key.value(), row);
            var severity = key.value() instanceof Expr.Path path && path.isSeverity();
            values.add(severity ? Double.valueOf(Values.rank(value)) : value);
        }
        var placed = new Placed(row, values, row.micros(), row.number(), place);
        row.release();
        return placed;
    }

    /** What has no value comes last, whatever the direction. */
    private int compare(Placed one, Placed other) {
        for (var at = 0; at < keys.size(); at++) {
            var left = one.values().get(at);
            var right = other.values().get(at);
            if (left == null || right == null) {
                if (left != null || right != null) {
                    return left == null ? 1 : -1;
                }
            } else {
                var order = Values.compare(left, right).orElse(0);
                if (order != 0) {
                    return keys.get(at).descending() ? -order : order;
                }
            }
        }
        return AMONG_EQUALS.compare(one, other);
    }

    @Override
    public boolean hasNext() {
        return sorted().hasNext();
    }

    @Override
    public Row next() {
        return sorted().next();
    }
}
