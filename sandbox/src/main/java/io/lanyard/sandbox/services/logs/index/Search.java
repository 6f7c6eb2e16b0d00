// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.NoSuchElementException;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

/** A look at the logs as they were when it began. Used by one thread. */
public final class Search implements AutoCloseable {
    private static final Sort NEWEST_FIRST = new Sort(
            new SortField(Fields.TIME, SortField.Type.LONG, true),
            new SortField(Fields.NUMBER, SortField.Type.LONG, true));
    private static final int PAGE = 2_000;

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

    /** Finds logs, the newest first; a page of them is in memory at a time. */
    public Iterator<Hit> find(Query query) {
        return new Hits(query, open());
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

    private static final class Hits implements Iterator<Hit> {
        private final Query query;
        private final IndexSearcher searcher;
        private ScoreDoc[] page = {};
        private StoredFields stored;
        private int at;
        private boolean last;

        Hits(Query query, IndexSearcher searcher) {
            this.query = query;
            this.searcher = searcher;
            this.stored = stored();
        }

        private StoredFields stored() {
            try {
                return searcher.storedFields();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public boolean hasNext() {
            if (at == page.length && !last) {
                turn();
            }
            return at < page.length;
        }

        private void turn() {
            var after = page.length == 0 ? null : (FieldDoc) page[page.length - 1];
            try {
                page = searcher.search(query, new TopFieldCollectorManager(NEWEST_FIRST, PAGE, after, PAGE)).scoreDocs;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            stored = stored(); // it belongs to the thread that asked for it
            at = 0;
            last = page.length < PAGE;
        }

        @Override
        public Hit next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            try {
                return hit(stored, page[at++].doc);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private static Hit hit(StoredFields stored, int doc) throws IOException {
            Document document = stored.document(doc);
            var labels = new LinkedHashMap<String, String>(4);
            for (IndexableField field : document.getFields()) {
                if (field.name().startsWith(Fields.STORED_LABEL)) {
                    labels.put(field.name().substring(Fields.STORED_LABEL.length()), field.stringValue());
                }
            }
            return new Hit(
                    document.getField(Fields.NUMBER).numericValue().longValue(),
                    document.getField(Fields.TIME).numericValue().longValue(),
                    document.getField(Fields.SEVERITY).numericValue().intValue(),
                    labels,
                    document.get(Fields.SOURCE));
        }
    }
}
