// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.index;

import io.lanyard.sandbox.services.logs.ingestion.LogRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;

/** Turns a log into what the index takes. */
final class Documents {
    private final Mapping mapping;

    Documents(Mapping mapping) {
        this.mapping = mapping;
    }

    List<IndexableField> of(LogRecord log, long number) {
        var leaves = new ArrayList<Leaf>(32);
        Set<String> present = new HashSet<>(16);
        Leaf.gather(log.data(), leaves, present);
        var fields = new ArrayList<IndexableField>(leaves.size() * 4 + 16);
        fields.add(new LongPoint(Fields.TIME, log.micros()));
        fields.add(new NumericDocValuesField(Fields.TIME, log.micros()));
        fields.add(new StoredField(Fields.TIME, log.micros()));
        fields.add(new NumericDocValuesField(Fields.NUMBER, number));
        fields.add(new StoredField(Fields.NUMBER, number));
        fields.add(new IntPoint(Fields.SEVERITY, log.severity().number()));
        fields.add(new StoredField(Fields.SEVERITY, log.severity().number()));
        fields.add(new StoredField(Fields.SOURCE, log.json()));
        log.labels().forEach((name, value) -> {
            fields.add(new StoredField(Fields.STORED_LABEL + name, value));
            fields.add(new Field(Fields.labelWords(name), value, Fields.TEXT));
            fields.add(new StringField(Fields.labelKeyword(name), cut(value), Field.Store.NO));
        });
        for (var leaf : leaves) {
            fields.add(new Field(Fields.ALL, leaf.text(), Fields.TEXT));
        }
        if (mapping.admit(leaves, present)) {
            for (var leaf : leaves) {
                if (mapping.knows(leaf.path())) {
                    add(leaf, fields);
                    present.add(leaf.path());
                }
            }
            present.forEach(path -> fields.add(new StringField(Fields.PRESENT, path, Field.Store.NO)));
        }
        return fields;
    }

    private static void add(Leaf leaf, List<IndexableField> fields) {
        fields.add(new Field(Fields.words(leaf.path()), leaf.text(), Fields.TEXT));
        if (leaf.text().length() <= Fields.LONGEST_KEYWORD) {
            fields.add(new StringField(Fields.keyword(leaf.path()), leaf.text(), Field.Store.NO));
        }
        if (leaf.number() != null) {
            fields.add(new DoublePoint(Fields.numeric(leaf.path()), leaf.number()));
        }
    }

    private static String cut(String value) {
        return value.length() <= Fields.LONGEST_KEYWORD ? value : value.substring(0, Fields.LONGEST_KEYWORD);
    }
}
