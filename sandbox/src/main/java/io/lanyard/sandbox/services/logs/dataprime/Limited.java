// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Lets pass the first ones, and asks for no more. */
final class Limited implements Iterator<Row> {
    private final Iterator<Row> from;
    private int left;

    Limited(Iterator<Row> from, int most) {
        this.from = from;
        this.left = most;
    }

    @Override
    public boolean hasNext() {
        return left > 0 && from.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        left--;
        return from.next();
    }
}
