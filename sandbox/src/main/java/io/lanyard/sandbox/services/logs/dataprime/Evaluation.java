// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Works out what an expression is for a row. */
final class Evaluation {
    private Evaluation() {}

    static boolean isTrue(Expr condition, Row row) {
        return Boolean.TRUE.equals(value(condition, row));
    }

    /** A field's value is told as it was written, however many digits it has. */
    static JsonElement json(Expr expr, Row row) {
        return expr instanceof Expr.Path path && path.root() == Expr.Root.DATA
                ? row.json(path.names())
                : Values.json(value(expr, row));
    }

    static @Nullable Object value(Expr expr, Row row) {
        if (expr instanceof Expr.Literal literal) {
            return literal.value();
        }
        if (expr instanceof Expr.Path path) {
            return row.value(path.root(), path.names());
        }
        if (expr instanceof Expr.Not not) {
            return !isTrue(not.of(), row);
        }
        if (expr instanceof Expr.Both both) {
            return both.and()
                    ? isTrue(both.left(), row) && isTrue(both.right(), row)
                    : isTrue(both.left(), row) || isTrue(both.right(), row);
        }
        if (expr instanceof Expr.Compare compare) {
            return compare(compare, row);
        }
        return call((Expr.Call) expr, row);
    }

    private static boolean compare(Expr.Compare compare, Row row) {
        var left = value(compare.left(), row);
        var right = value(compare.right(), row);
        if ((right == null && Values.isTree(left)) || (left == null && Values.isTree(right))) {
            return false; // null isn't comparable with objects and arrays, as IBM's reference says
        }
        return switch (compare.operator()) {
            case EQUAL -> isSeverity(compare) ? sameSeverity(left, right) : Values.equal(left, right);
            case DIFFERENT -> isSeverity(compare) ? !sameSeverity(left, right) : !Values.equal(left, right);
            case LESS -> order(compare, left, right) < 0;
            case AT_MOST -> order(compare, left, right) <= 0;
            case MORE -> more(compare, left, right, false);
            case AT_LEAST -> more(compare, left, right, true);
            case TEXT -> Values.says(left, Objects.toString(right));
            case ANY_TEXT -> Values.says(row.data(), Objects.toString(right));
        };
    }

    /** Nothing is less than null; the way back to "not less" must not make it so. */
    private static int order(Expr.Compare compare, @Nullable Object left, @Nullable Object right) {
        return isSeverity(compare)
                ? Integer.compare(Values.rank(left), Values.rank(right))
                : Values.compare(left, right).orElse(1);
    }

    private static boolean more(Expr.Compare compare, @Nullable Object left, @Nullable Object right, boolean orEqual) {
        if (!isSeverity(compare) && (left == null || right == null)) {
            return false;
        }
        var order = order(compare, left, right);
        return order > 0 || (orEqual && order == 0);
    }

    static boolean isSeverity(Expr.Compare compare) {
        return (compare.left() instanceof Expr.Path left && left.isSeverity())
                || (compare.right() instanceof Expr.Path right && right.isSeverity());
    }

    /** {@code Warn} and {@code warning} are one; a name that is none equals none. */
    private static boolean sameSeverity(@Nullable Object left, @Nullable Object right) {
        return Values.rank(left) == Values.rank(right) && Values.rank(left) > 0;
    }

    private static @Nullable Object call(Expr.Call call, Row row) {
        var of = value(call.arguments().get(0), row);
        if (call.function() == Function.IN) {
            var severity = call.arguments().get(0) instanceof Expr.Path path && path.isSeverity();
            return call.arguments().stream()
                    .skip(1)
                    .map(one -> value(one, row))
                    .anyMatch(one -> severity ? sameSeverity(of, one) : Values.equal(of, one));
        }
        if (of == null) {
            return null;
        }
        return switch (call.function()) {
            case CONTAINS -> contains(of, value(call.arguments().get(1), row));
            case STARTS_WITH -> Values.text(of).startsWith(argument(call.arguments(), row));
            case ENDS_WITH -> Values.text(of).endsWith(argument(call.arguments(), row));
            case TO_LOWER_CASE -> Values.text(of).toLowerCase(Locale.ROOT);
            case TO_UPPER_CASE -> Values.text(of).toUpperCase(Locale.ROOT);
            case TRIM -> Values.text(of).strip();
            case LENGTH -> (double) Values.text(of).length();
            case NUMBER -> Values.number(of);
            case STRING -> Values.text(of);
            case IN -> null;
        };
    }

    private static String argument(List<Expr> arguments, Row row) {
        var argument = value(arguments.get(1), row);
        return argument == null ? "\0" : Values.text(argument);
    }

    /** An array contains a value; a text, a part of it. */
    private static boolean contains(Object of, @Nullable Object part) {
        if (part == null) {
            return false;
        }
        if (of instanceof JsonElement json && json.isJsonArray()) {
            return json.getAsJsonArray().asList().stream().anyMatch(one -> Values.equal(Values.plain(one), part));
        }
        return Values.text(of).contains(Values.text(part));
    }
}
