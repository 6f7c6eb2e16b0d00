// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import io.lanyard.sandbox.services.logs.index.Found;
import io.lanyard.sandbox.services.logs.index.KnownFields;
import io.lanyard.sandbox.services.logs.lucene.LuceneSyntax;
import io.lanyard.sandbox.services.logs.query.QueryException;
import io.lanyard.sandbox.services.logs.query.Result;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/**
 * A DataPrime query that was understood: what the index is asked, and what is done with the logs that it finds. Limits keep each
 * step's memory bounded.
 */
public final class DataPrime {
    /** How many groups a query tells apart. */
    public static final int MOST_GROUPS = Groups.MOST;

    private final Query query;
    private final Set<String> fields;
    private final Set<String> remarks;
    private final List<Stage> stages;

    private DataPrime(Query query, Set<String> fields, Set<String> remarks, List<Stage> stages) {
        this.query = query;
        this.fields = fields;
        this.remarks = remarks;
        this.stages = stages;
    }

    /**
     * Understands a query.
     *
     * @param text the query
     * @param known what fields logs had
     * @param everything whether logs count whose fields are of another kind than before, as they do among all that were kept
     * @throws QueryException when it can't be understood
     */
    public static DataPrime parse(String text, KnownFields known, boolean everything) {
        var stages = Stages.read(text);
        var fields = new TreeSet<String>();
        var remarks = new LinkedHashSet<String>();
        Names.in(stages, fields);
        var translation = new Translation(known, everything);
        var query = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.FILTER);
        for (var stage : stages) {
            if (stage instanceof Stage.Filter filter) {
                query.add(translation.of(filter.condition()), Occur.FILTER);
            } else if (stage instanceof Stage.Lucene lucene) {
                var understood = lucene(lucene, known);
                fields.addAll(understood.fields());
                remarks.addAll(understood.remarks());
                query.add(understood.query(), Occur.FILTER);
            } else {
                break;
            }
        }
        return new DataPrime(
                query.build(), Collections.unmodifiableSet(fields), Collections.unmodifiableSet(remarks), stages);
    }

    private static LuceneSyntax.Understood lucene(Stage.Lucene stage, KnownFields known) {
        try {
            return LuceneSyntax.parse(stage.query(), known);
        } catch (QueryException unclear) {
            throw QueryException.at(stage.at(), "in the Lucene query: " + unclear.sentence());
        }
    }

    /** Returns what the index is asked. It may find too much, never too little. */
    public Query query() {
        return query;
    }

    /** Returns the fields of logs that it names. */
    public Set<String> fields() {
        return fields;
    }

    /** Whether it looks at all logs before it tells the first result, so that their order doesn't matter. */
    public boolean looksAtAll() {
        return stages.stream()
                .dropWhile(stage -> stage instanceof Stage.Filter || stage instanceof Stage.Lucene)
                .findFirst()
                .filter(stage -> stage instanceof Stage.GroupBy || stage instanceof Stage.OrderBy)
                .isPresent();
    }

    /** Returns what may be otherwise than it was meant, in sentences. */
    public Set<String> remarks() {
        return remarks;
    }

    /**
     * Goes through the steps with what the index found.
     *
     * @param found the logs: in any order if it looks at all of them, else the newest first
     * @param most how many results are told at most
     * @param tooMany is told when there are more groups than are told apart
     */
    public Iterator<Result> results(Iterator<Found> found, int most, Runnable tooMany) {
        Iterator<Row> rows = new Mapped<>(found, Row::of);
        for (var place = 0; place < stages.size(); place++) {
            var stage = stages.get(place);
            if (stage instanceof Stage.Filter filter) {
                rows = new Passed(rows, row -> Evaluation.isTrue(filter.condition(), row));
            } else if (stage instanceof Stage.Choose choose) {
                rows = new Mapped<>(rows, row -> Columns.chosen(choose.columns(), row));
            } else if (stage instanceof Stage.Limit limit) {
                rows = new Limited(rows, limit.most());
            } else if (stage instanceof Stage.OrderBy order) {
                rows = new Ordered(rows, order.keys(), most + 1);
            } else if (stage instanceof Stage.GroupBy group) {
                rows = new Groups(rows, group, tooMany);
            }
        }
        return new Mapped<>(rows, Row::result);
    }
}
