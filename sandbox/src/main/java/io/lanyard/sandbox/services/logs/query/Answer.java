// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.query;

import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a query came to.
 *
 * @param results the results, found while they are asked for
 * @param limit how many of them may be told
 * @param early what is to be said before the results
 * @param late what is to be said after them
 * @param end lets go of the search
 */
record Answer(
        Iterator<Result> results, int limit, List<JsonObject> early, Supplier<List<JsonObject>> late, Runnable end)
        implements AutoCloseable {
    static final Answer NONE = new Answer(Collections.emptyIterator(), 0, List.of(), List::of, () -> {});

    @Override
    public void close() {
        end.run();
    }
}
