// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lets pass those that a condition holds for. */
final class Passed implements Iterator<Row> {
    private final Iterator<Row> from;
    private final Predicate<Row> condition;
    private @Nullable Row found;

    Passed(Iterator<Row> from, Predicate<Row> condition) {
        this.from = from;
        this.condition = condition;
    }

    @Override
    public boolean hasNext() {
        while (found == null && from.hasNext()) {
            var row = from.next();
            found = condition.test(row) ? row : null;
        }
        return found != null;
    }

    @Override
    public Row next() {
        var row = hasNext() ? found : null;
        if (row == null) {
            throw new NoSuchElementException();
        }
        found = null;
        return row;
    }
}
