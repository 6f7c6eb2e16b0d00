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

    List<IndexableField> of(LogRecord log, long number, Tokens tokens) {
        var leaves = new ArrayList<Leaf>(32);
        Set<String> present = new HashSet<>(16);
        Leaf.gather(log.data(), leaves, present);
        var fields = new ArrayList<IndexableField>(leaves.size() * 3 + 16);
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
            fields.add(new Words(Fields.label(name), value, tokens));
            fields.add(exact(Fields.label(name), cut(value)));
        });
        if (mapping.admit(leaves, present)) {
            leaves.forEach(leaf -> add(leaf, present, fields, tokens));
            present.forEach(path -> fields.add(new StringField(Fields.PRESENT, path, Field.Store.NO)));
        } else {
            fields.add(new StringField(Fields.PRESENT, Fields.UNMAPPED, Field.Store.NO));
            leaves.forEach(leaf -> fields.add(new Words(Fields.ANYWHERE, leaf.text(), tokens)));
        }
        return fields;
    }

    private void add(Leaf leaf, Set<String> present, List<IndexableField> fields, Tokens tokens) {
        if (!mapping.knows(leaf.path())) {
            fields.add(new Words(Fields.ANYWHERE, leaf.text(), tokens));
            return;
        }
        var mark = mapping.mark(leaf.path());
        present.add(leaf.path());
        fields.add(new Words(mark, leaf.text(), tokens));
        if (leaf.text().length() <= Fields.LONGEST_EXACT) {
            fields.add(exact(mark, leaf.text()));
        }
        if (leaf.number() != null) {
            fields.add(new DoublePoint(Fields.numbers(leaf.path()), leaf.number()));
        }
    }

    private static IndexableField exact(String mark, String value) {
        return new StringField(Fields.EXACT, mark + value, Field.Store.NO);
    }

    private static String cut(String value) {
        return value.length() <= Fields.LONGEST_EXACT ? value : value.substring(0, Fields.LONGEST_EXACT);
    }
}
