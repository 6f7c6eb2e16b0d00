// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Reads logs as they were taken in. What reads them belongs to the thread that asked for it, so another thread asks anew. */
final class Stored {
    private final IndexSearcher searcher;
    private @Nullable StoredFields fields;
    private @Nullable Thread reader;

    Stored(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    Found found(int place) {
        return new Found(place, this::read);
    }

    private Hit read(int place) {
        try {
            return hit(fields().document(place));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private StoredFields fields() throws IOException {
        var mine = fields;
        if (mine == null || reader != Thread.currentThread()) {
            mine = searcher.storedFields();
            fields = mine;
            reader = Thread.currentThread();
        }
        return mine;
    }

    private static Hit hit(Document document) {
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
