// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import io.lanyard.sandbox.kernel.Words;
import io.lanyard.sandbox.services.logs.query.QueryException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads the steps of a query: {@code source logs | filter … | limit 10}. */
final class Stages {
    private static final String KNOWN =
            "filter, block, find, lucene, choose, orderby, groupby, countby, count, distinct, limit";
    private static final int MOST_STAGES = 50;

    private final Pieces pieces;
    private final Expressions expressions;
    private final List<Stage> stages = new ArrayList<>();

    private Stages(Pieces pieces) {
        this.pieces = pieces;
        this.expressions = new Expressions(pieces);
    }

    static List<Stage> read(String query) {
        return new Stages(new Pieces(Lexer.tokens(query))).all();
    }

    private List<Stage> all() {
        var sourced = pieces.skipWord("source") || pieces.skipWord("from");
        if (sourced && !pieces.skipWord("logs")) {
            throw pieces.expected("'logs', the only source that there is here,");
        }
        if (sourced && pieces.next().kind() == Token.Kind.END) {
            return List.of();
        }
        if (sourced) {
            bar();
        }
        while (pieces.next().kind() != Token.Kind.END) {
            if (stages.size() == MOST_STAGES) {
                throw QueryException.at(pieces.next().at(), "a query has no more than " + MOST_STAGES + " steps.");
            }
            stages.add(stage());
            if (pieces.next().kind() != Token.Kind.END) {
                bar();
            }
        }
        return List.copyOf(stages);
    }

    private void bar() {
        pieces.demand("|", " between two steps");
        if (pieces.next().kind() == Token.Kind.END) {
            throw pieces.expected("a step behind the last '|' (" + KNOWN + ")");
        }
    }

    private Stage stage() {
        var name = pieces.take();
        return switch (name.kind() == Token.Kind.WORD ? name.text().toLowerCase(Locale.ROOT) : "") {
            case "filter", "f", "where" -> new Stage.Filter(expressions.expression());
            case "block" -> new Stage.Filter(new Expr.Not(expressions.expression()));
            case "find", "text" -> find();
            case "wildfind", "wildtext" -> new Stage.Filter(anywhere(text()));
            case "lucene" -> lucene();
            case "choose", "select" -> new Stage.Choose(columns());
            case "limit" -> new Stage.Limit(whole());
            case "orderby", "sortby" -> orderBy();
            case "order", "sort" -> {
                if (!pieces.skipWord("by")) {
                    throw pieces.expected("'by'");
                }
                yield orderBy();
            }
            case "groupby" -> groupBy();
            case "distinct" -> new Stage.GroupBy(columns(), List.of(), false);
            case "countby" -> countBy();
            case "count" -> new Stage.GroupBy(List.of(), List.of(count(into(List.of("_count")))), false);
            default ->
                throw QueryException.at(
                        name.at(), "the sandbox has no step " + name.shown() + "; it has " + KNOWN + ".");
        };
    }

    private Stage find() {
        var text = text();
        return pieces.skipWord("in")
                ? new Stage.Filter(new Expr.Compare(Expr.Operator.TEXT, expressions.value(), new Expr.Literal(text)))
                : new Stage.Filter(anywhere(text));
    }

    private static Expr anywhere(String text) {
        return new Expr.Compare(
                Expr.Operator.ANY_TEXT, new Expr.Path(Expr.Root.DATA, List.of()), new Expr.Literal(text));
    }

    private Stage lucene() {
        var at = pieces.next().at();
        if (!stages.stream().allMatch(before -> before instanceof Stage.Filter || before instanceof Stage.Lucene)) {
            throw QueryException.at(at, "'lucene' looks for logs, so nothing but filters can stand before it.");
        }
        return new Stage.Lucene(text(), at);
    }

    private String text() {
        if (pieces.next().kind() != Token.Kind.TEXT) {
            throw pieces.expected("a text in quotes");
        }
        return pieces.take().text();
    }

    private int whole() {
        var number = pieces.next();
        if (number.kind() != Token.Kind.NUMBER || !number.text().matches("[1-9]\\d{0,8}")) {
            throw pieces.expected("a whole number of at least 1");
        }
        return Integer.parseInt(pieces.take().text());
    }

    private Stage orderBy() {
        var keys = new ArrayList<Stage.Key>();
        do {
            var value = expressions.expression();
            var descending = pieces.skipWord("desc") || pieces.skipWord("descending");
            if (!descending && !pieces.skipWord("asc")) {
                pieces.skipWord("ascending");
            }
            keys.add(new Stage.Key(value, descending));
        } while (pieces.skip(","));
        return new Stage.OrderBy(List.copyOf(keys));
    }

    private Stage groupBy() {
        var by = columns();
        var aggregates = new ArrayList<Stage.Aggregate>();
        var more = pieces.skipWord("calculate") || pieces.skipWord("aggregate") || pieces.skipWord("agg");
        if (more || (pieces.next().kind() == Token.Kind.WORD && isAggregate(pieces.next()))) {
            do {
                aggregates.add(aggregate());
            } while (pieces.skip(","));
        }
        return new Stage.GroupBy(by, List.copyOf(aggregates), false);
    }

    private static boolean isAggregate(Token token) {
        return Arrays.stream(Stage.Kind.values()).anyMatch(kind -> token.isWord(kind.name()));
    }

    private Stage.Aggregate aggregate() {
        var name = pieces.take();
        var kind = Arrays.stream(Stage.Kind.values())
                .filter(known -> name.isWord(known.name()))
                .findFirst()
                .orElseThrow(() -> QueryException.at(
                        name.at(),
                        "the sandbox can't calculate " + name.shown() + "; it knows count, sum, avg, min and max."));
        pieces.demand("(", " behind " + Words.shown(name.text()));
        var of = pieces.next().is(")") ? new Expr.Literal(true) : expressions.expression();
        if (kind != Stage.Kind.COUNT && of instanceof Expr.Literal) {
            throw QueryException.at(name.at(), "'" + Words.shown(name.text()) + "' needs a field to calculate with.");
        }
        pieces.demand(")", " behind what is calculated");
        return new Stage.Aggregate(kind, of, alias(List.of("_" + kind.name().toLowerCase(Locale.ROOT))));
    }

    private static Stage.Aggregate count(List<String> path) {
        return new Stage.Aggregate(Stage.Kind.COUNT, new Expr.Literal(true), path);
    }

    private Stage countBy() {
        var by = columns();
        return new Stage.GroupBy(by, List.of(count(into(List.of("_count")))), true);
    }

    private List<Stage.Column> columns() {
        var columns = new ArrayList<Stage.Column>();
        do {
            var at = pieces.next().at();
            var value = expressions.expression();
            columns.add(new Stage.Column(value, alias(name(value, at))));
        } while (pieces.skip(","));
        return List.copyOf(columns);
    }

    /** What has no name of its own is called by where it stands. */
    private static List<String> name(Expr value, int at) {
        return value instanceof Expr.Path path && !path.names().isEmpty() ? path.names() : List.of("_expr" + (at + 1));
    }

    private List<String> alias(List<String> otherwise) {
        return pieces.skipWord("as") ? keypath() : otherwise;
    }

    private List<String> into(List<String> otherwise) {
        return pieces.skipWord("into") ? keypath() : otherwise;
    }

    private List<String> keypath() {
        var at = pieces.next().at();
        if (expressions.value() instanceof Expr.Path path
                && path.root() == Expr.Root.DATA
                && !path.names().isEmpty()) {
            return path.names();
        }
        throw QueryException.at(at, "a name is expected, such as $d.total.");
    }
}
