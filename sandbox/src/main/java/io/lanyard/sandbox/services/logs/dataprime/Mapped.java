// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import java.util.Iterator;
import java.util.function.Function;

/**
 * Makes something of each.
 *
 * @param <A> of what
 * @param <B> something else
 * @param from of which
 * @param make how
 */
record Mapped<A, B>(Iterator<A> from, Function<A, B> make) implements Iterator<B> {
    @Override
    public boolean hasNext() {
        return from.hasNext();
    }

    @Override
    public B next() {
        return make.apply(from.next());
    }
}
