// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import io.lanyard.sandbox.services.logs.index.Hit;
import io.lanyard.sandbox.services.logs.index.KnownFields;
import io.lanyard.sandbox.services.logs.lucene.LuceneSyntax;
import io.lanyard.sandbox.services.logs.query.QueryException;
import io.lanyard.sandbox.services.logs.query.Result;
import java.util.Collections;
import java.util.Iterator;
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
    private final List<Stage> stages;

    private DataPrime(Query query, Set<String> fields, List<Stage> stages) {
        this.query = query;
        this.fields = fields;
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
        stages.forEach(stage -> Names.in(stage, fields));
        var translation = new Translation(known, everything);
        var query = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.FILTER);
        for (var stage : stages) {
            if (stage instanceof Stage.Filter filter) {
                query.add(translation.of(filter.condition()), Occur.FILTER);
            } else if (stage instanceof Stage.Lucene lucene) {
                query.add(lucene(lucene, known), Occur.FILTER);
            } else {
                break;
            }
        }
        return new DataPrime(query.build(), Collections.unmodifiableSet(fields), stages);
    }

    private static Query lucene(Stage.Lucene stage, KnownFields known) {
        try {
            return LuceneSyntax.parse(stage.query(), known).query();
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

    /**
     * Goes through the steps with what the index found.
     *
     * @param hits the logs, the newest first
     * @param most how many results are told at most
     * @param tooMany is told when there are more groups than are told apart
     */
    public Iterator<Result> results(Iterator<Hit> hits, int most, Runnable tooMany) {
        Iterator<Row> rows = new Mapped<>(hits, Row::of);
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
