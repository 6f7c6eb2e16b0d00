// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import io.lanyard.sandbox.services.logs.index.Fields;
import io.lanyard.sandbox.services.logs.index.KnownFields;
import io.lanyard.sandbox.services.logs.lucene.Terms;
import java.util.Locale;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Says to the index as much of a condition as it understands. What it finds is never too little, and may be too much: each log is
 * looked at again.
 */
final class Translation {
    private static final Query ALL = new MatchAllDocsQuery();

    private final KnownFields known;
    private final boolean unmapped;

    /**
     * Translates.
     *
     * @param known what fields logs had
     * @param unmapped whether logs count whose fields are of another kind than before
     */
    Translation(KnownFields known, boolean unmapped) {
        this.known = known;
        this.unmapped = unmapped;
    }

    Query of(Expr condition) {
        if (condition instanceof Expr.Both both) {
            var either = new BooleanQuery.Builder();
            var occur = both.and() ? Occur.FILTER : Occur.SHOULD;
            return either.add(of(both.left()), occur)
                    .add(of(both.right()), occur)
                    .build();
        }
        if (condition instanceof Expr.Compare compare) {
            return compare.right() instanceof Expr.Literal literal && compare.left() instanceof Expr.Path path
                    ? compared(compare.operator(), path, literal)
                    : ALL;
        }
        if (condition instanceof Expr.Call call && call.arguments().get(0) instanceof Expr.Path path) {
            return called(call, path);
        }
        return ALL;
    }

    private Query called(Expr.Call call, Expr.Path path) {
        return switch (call.function()) {
            case IN -> {
                var any = new BooleanQuery.Builder();
                for (var one : call.arguments().subList(1, call.arguments().size())) {
                    any.add(
                            one instanceof Expr.Literal literal ? compared(Expr.Operator.EQUAL, path, literal) : ALL,
                            Occur.SHOULD);
                }
                yield any.build();
            }
            case CONTAINS, STARTS_WITH, ENDS_WITH -> path.root() == Expr.Root.DATA ? present(path) : ALL;
            default -> ALL;
        };
    }

    private Query compared(Expr.Operator operator, Expr.Path path, Expr.Literal literal) {
        var value = literal.value();
        return switch (path.root()) {
            case DATA -> isIndexed(path) ? data(operator, path, value) : ALL;
            case LABELS ->
                operator == Expr.Operator.EQUAL && value instanceof String text && isExact(text)
                        ? Terms.exact(Fields.label(path.dotted().toLowerCase(Locale.ROOT)))
                                .all(text)
                        : ALL;
            case METADATA ->
                path.isSeverity() && operator == Expr.Operator.EQUAL && value != null
                        ? IntPoint.newExactQuery(Fields.SEVERITY, Values.rank(value))
                        : ALL;
        };
    }

    private Query data(Expr.Operator operator, Expr.Path path, @Nullable Object value) {
        if (value == null) {
            return operator == Expr.Operator.DIFFERENT ? present(path) : ALL;
        }
        var number = Values.number(value);
        return switch (operator) {
            case EQUAL -> equal(path, value);
            case LESS, AT_MOST ->
                value instanceof Double
                        ? orUnmapped(DoublePoint.newRangeQuery(
                                Fields.numbers(path.dotted()), Double.NEGATIVE_INFINITY, number(number)))
                        : present(path);
            case MORE, AT_LEAST ->
                value instanceof Double
                        ? orUnmapped(DoublePoint.newRangeQuery(
                                Fields.numbers(path.dotted()), number(number), Double.POSITIVE_INFINITY))
                        : present(path);
            case TEXT -> path.names().isEmpty() ? anywhere(value) : present(path);
            case ANY_TEXT -> anywhere(value);
            case DIFFERENT -> ALL;
        };
    }

    private static double number(@Nullable Double number) {
        return number == null ? 0 : number;
    }

    private static Query anywhere(Object text) {
        return Terms.words(Fields.ANYWHERE).phrase(Values.text(text), 0);
    }

    private Query equal(Expr.Path path, Object value) {
        if (path.names().isEmpty()) {
            return ALL;
        }
        if (value instanceof Double number) {
            return orUnmapped(DoublePoint.newExactQuery(Fields.numbers(path.dotted()), number));
        }
        var text = Values.text(value);
        return isExact(text) ? orUnmapped(Terms.exact(known.mark(path.dotted())).all(text)) : present(path);
    }

    /** The index knows that an array has a value, not where. */
    private static boolean isIndexed(Expr.Path path) {
        return path.names().stream().noneMatch(Names::isPlace);
    }

    private static boolean isExact(String text) {
        return text.length() <= Fields.LONGEST_EXACT;
    }

    private Query present(Expr.Path path) {
        return path.names().isEmpty() || !isIndexed(path)
                ? ALL
                : orUnmapped(new TermQuery(new Term(Fields.PRESENT, path.dotted())));
    }

    private Query orUnmapped(Query query) {
        if (!unmapped) {
            return query;
        }
        return new BooleanQuery.Builder()
                .add(query, Occur.SHOULD)
                .add(new TermQuery(new Term(Fields.PRESENT, Fields.UNMAPPED)), Occur.SHOULD)
                .build();
    }
}
