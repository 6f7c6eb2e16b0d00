// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.jspecify.annotations.Nullable;

/** A look at the logs as they were when it began. Used by one thread. */
public final class Search implements AutoCloseable {
    private final SearcherManager searchers;
    private @Nullable IndexSearcher searcher;

    Search(SearcherManager searchers) throws IOException {
        this.searchers = searchers;
        this.searcher = searchers.acquire();
    }

    /** Narrows a query to a window; both ends are in it. */
    public static Query within(Query query, long fromMicros, long toMicros) {
        return new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(LongPoint.newRangeQuery(Fields.TIME, fromMicros, toMicros), Occur.FILTER)
                .build();
    }

    /**
     * Finds logs, the newest first.
     *
     * @param query what
     * @param likely how many will probably be looked at
     */
    public Iterator<Found> find(Query query, int likely) {
        return new NewestFirst(query, open(), likely);
    }

    /** Finds logs in any order, for who looks at all of them. */
    public Iterator<Found> all(Query query) {
        return new AnyOrder(query, open());
    }

    /** Counts logs. */
    public long count(Query query) {
        try {
            return open().count(query);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private IndexSearcher open() {
        if (searcher == null) {
            throw new IllegalStateException("the search was closed");
        }
        return searcher;
    }

    @Override
    public void close() {
        var held = searcher;
        searcher = null;
        if (held != null) {
            try {
                searchers.release(held);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
