// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** All that a query finds, as it lies in the index: the index is gone through once, however much there is. */
final class AnyOrder implements Iterator<Found> {
    private final Weight weight;
    private final Iterator<LeafReaderContext> leaves;
    private final Stored stored;
    private DocIdSetIterator places = DocIdSetIterator.empty();
    private int base;
    private int next = -1;

    AnyOrder(Query query, IndexSearcher searcher) {
        try {
            weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        leaves = List.copyOf(searcher.getIndexReader().leaves()).iterator();
        stored = new Stored(searcher);
    }

    @Override
    public boolean hasNext() {
        try {
            while (next < 0) {
                var place = places.nextDoc();
                if (place != DocIdSetIterator.NO_MORE_DOCS) {
                    next = base + place;
                } else if (leaves.hasNext()) {
                    open(leaves.next());
                } else {
                    return false;
                }
            }
            return true;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void open(LeafReaderContext leaf) throws IOException {
        var scorer = weight.scorer(leaf);
        places = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
        base = leaf.docBase;
    }

    @Override
    public Found next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var found = stored.found(next);
        next = -1;
        return found;
    }
}
