// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;

/** What a query finds, the newest first. For each page the index is gone through once, so pages are large. */
final class NewestFirst implements Iterator<Found> {
    private static final Sort ORDER = new Sort(
            new SortField(Fields.TIME, SortField.Type.LONG, true),
            new SortField(Fields.NUMBER, SortField.Type.LONG, true));
    private static final int LARGE_PAGE = 20_000;

    private final Query query;
    private final IndexSearcher searcher;
    private final Stored stored;
    private ScoreDoc[] page = {};
    private int size;
    private int at;
    private boolean last;

    NewestFirst(Query query, IndexSearcher searcher, int firstPage) {
        this.query = query;
        this.searcher = searcher;
        this.stored = new Stored(searcher);
        this.size = firstPage;
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
            page = searcher.search(query, new TopFieldCollectorManager(ORDER, size, after, size)).scoreDocs;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        at = 0;
        last = page.length < size;
        size = Math.max(size, LARGE_PAGE);
    }

    @Override
    public Found next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return stored.found(page[at++].doc);
    }
}
