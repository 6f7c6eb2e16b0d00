// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import io.lanyard.sandbox.kernel.Words;
import io.lanyard.sandbox.services.logs.ingestion.Severity;
import io.lanyard.sandbox.services.logs.query.QueryException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads expressions: {@code ||} binds weakest, then {@code &&}, {@code !}, comparisons, and what stands behind a dot. */
final class Expressions {
    private static final int DEEPEST = 64;
    private static final Map<String, Expr.Root> ROOTS = Map.of(
            "$d", Expr.Root.DATA,
            "$data", Expr.Root.DATA,
            "$l", Expr.Root.LABELS,
            "$labels", Expr.Root.LABELS,
            "$m", Expr.Root.METADATA,
            "$metadata", Expr.Root.METADATA);
    private static final List<String> METADATA = List.of("timestamp", "severity", "priorityclass", "logid");
    private static final List<String> LABELS = List.of(
            "applicationname",
            "subsystemname",
            "category",
            "classname",
            "computername",
            "methodname",
            "threadid",
            "ipaddress");
    private static final String ARITHMETIC = "+-*/%";

    private final Pieces pieces;
    private int depth;

    Expressions(Pieces pieces) {
        this.pieces = pieces;
    }

    Expr expression() {
        if (++depth > DEEPEST) {
            throw QueryException.at(pieces.next().at(), "brackets go no deeper than " + DEEPEST + ".");
        }
        var left = conjunction();
        while (pieces.skip("||")) {
            left = new Expr.Both(false, left, conjunction());
        }
        depth--;
        return left;
    }

    private Expr conjunction() {
        var left = negation();
        while (pieces.skip("&&")) {
            left = new Expr.Both(true, left, negation());
        }
        var next = pieces.next();
        if (next.isWord("and") || next.isWord("or") || next.isWord("not")) {
            throw QueryException.at(next.at(), "DataPrime writes && for and, || for or, and ! for not.");
        }
        if (next.isWord("in") || next.isWord("like") || next.isWord("matches") || next.isWord("contains")) {
            throw QueryException.at(
                    next.at(),
                    "what looks for a part or for several is a function: $d.msg.contains('x'), in($d.msg, 'x', 'y').");
        }
        return left;
    }

    private Expr negation() {
        var denials = 0;
        while (pieces.skip("!")) {
            denials++;
        }
        var of = comparison();
        return denials % 2 == 0 ? of : new Expr.Not(of);
    }

    private Expr comparison() {
        var left = value();
        var next = pieces.next();
        if (next.kind() != Token.Kind.SIGN) {
            return left;
        }
        if (next.is("=")) {
            throw QueryException.at(next.at(), "equality is written with two signs: ==.");
        }
        if (ARITHMETIC.contains(next.text()) || next.is("?")) {
            throw QueryException.at(next.at(), "the sandbox doesn't calculate: it knows no '" + next.text() + "'.");
        }
        return Arrays.stream(Expr.Operator.values())
                .filter(operator -> next.is(operator.sign()))
                .findFirst()
                .map(operator -> compared(operator, left))
                .orElse(left);
    }

    private Expr compared(Expr.Operator operator, Expr left) {
        var sign = pieces.take();
        var right = value();
        var text = operator == Expr.Operator.TEXT || operator == Expr.Operator.ANY_TEXT;
        if (text && !(right instanceof Expr.Literal literal && literal.value() instanceof String)) {
            throw QueryException.at(sign.at(), "a text must follow '" + sign.text() + "'.");
        }
        if (operator == Expr.Operator.ANY_TEXT
                && !(left instanceof Expr.Path path && path.names().isEmpty())) {
            throw QueryException.at(
                    sign.at(), "'~~' looks everywhere and is written behind $d; behind a field it is '~'.");
        }
        if (operator == Expr.Operator.TEXT
                && left instanceof Expr.Path path
                && path.names().isEmpty()) {
            return new Expr.Compare(Expr.Operator.ANY_TEXT, left, right);
        }
        return new Expr.Compare(operator, severity(left, right), severity(right, left));
    }

    /** A name that is compared with the severity is one of its names, in whatever case. */
    private static Expr severity(Expr one, Expr other) {
        return one instanceof Expr.Path name
                        && name.root() == Expr.Root.DATA
                        && other instanceof Expr.Path path
                        && path.isSeverity()
                ? Severity.named(name.dotted())
                        .<Expr>map(found -> new Expr.Literal(found.label()))
                        .orElse(one)
                : one;
    }

    /** A value and what stands behind it: {@code .contains('x')}, {@code :number}. */
    Expr value() {
        var value = start();
        while (true) {
            if (pieces.next().is(".")) {
                pieces.take();
                if (pieces.next().kind() != Token.Kind.WORD) {
                    throw pieces.expected("a name behind the dot");
                }
                value = function(pieces.take(), value);
            } else if (pieces.next().is(":")) {
                pieces.take();
                value = converted(pieces.take(), value);
            } else {
                return value;
            }
        }
    }

    private static Expr converted(Token type, Expr value) {
        return switch (type.text().toLowerCase(Locale.ROOT)) {
            case "number", "num" -> new Expr.Call(Function.NUMBER, List.of(value));
            case "string", "str" -> new Expr.Call(Function.STRING, List.of(value));
            default ->
                throw QueryException.at(
                        type.at(), "the sandbox converts to number and string, not to " + type.shown() + ".");
        };
    }

    private Expr start() {
        var token = pieces.take();
        return switch (token.kind()) {
            case TEXT -> new Expr.Literal(token.text());
            case NUMBER -> new Expr.Literal(Double.valueOf(token.text()));
            case WORD -> word(token);
            case SIGN -> sign(token);
            case END -> throw QueryException.at(token.at(), "a value is expected, and the query ends.");
        };
    }

    private Expr sign(Token token) {
        if (token.is("(")) {
            var inner = expression();
            pieces.demand(")", " to close what begins at character " + (token.at() + 1));
            return inner;
        }
        if (token.is("-") && pieces.next().kind() == Token.Kind.NUMBER) {
            return new Expr.Literal(-Double.parseDouble(pieces.take().text()));
        }
        if (token.is("@") && pieces.next().kind() == Token.Kind.TEXT) {
            return time(pieces.take());
        }
        throw QueryException.at(token.at(), "a value is expected, not " + token.shown() + ".");
    }

    private static Expr time(Token token) {
        var text = token.text().length() == 10 ? token.text() + "T00:00:00Z" : token.text();
        try {
            return new Expr.Literal(OffsetDateTime.parse(text).toInstant().toString());
        } catch (DateTimeParseException odd) {
            throw QueryException.at(token.at(), "a time is written @'2026-07-31T10:00:00Z'.");
        }
    }

    private Expr word(Token token) {
        var root = ROOTS.get(token.text());
        if (root != null) {
            return path(root, new ArrayList<>(), token);
        }
        if (token.text().startsWith("$")) {
            throw QueryException.at(
                    token.at(),
                    "a field begins with $d (the log), $l (labels) or $m (metadata), not with '"
                            + Words.shown(token.text()) + "'.");
        }
        if (pieces.next().is("(")) {
            return function(token, null);
        }
        return switch (token.text()) {
            case "true" -> new Expr.Literal(true);
            case "false" -> new Expr.Literal(false);
            case "null" -> new Expr.Literal(null);
            default -> {
                var alone = !pieces.next().is(".") && !pieces.next().is("[");
                var severity = Severity.named(token.text())
                        .filter(found -> alone && found.name().equals(token.text()));
                yield severity.isPresent()
                        ? new Expr.Literal(severity.get().label())
                        : path(Expr.Root.DATA, new ArrayList<>(List.of(token.text())), token);
            }
        };
    }

    private Expr path(Expr.Root root, List<String> names, Token start) {
        while (true) {
            if (pieces.next().is(".") && pieces.behind().kind() == Token.Kind.WORD && !isFunction()) {
                pieces.take();
                names.add(pieces.take().text());
            } else if (pieces.next().is("[")) {
                pieces.take();
                names.add(subscript());
            } else {
                return checked(new Expr.Path(root, List.copyOf(names)), start);
            }
        }
    }

    private String subscript() {
        var name = pieces.take();
        if (name.kind() != Token.Kind.TEXT && name.kind() != Token.Kind.NUMBER) {
            throw QueryException.at(name.at(), "a name in quotes, or a number, is expected within the brackets.");
        }
        pieces.demand("]", " behind it");
        return name.text();
    }

    /** A word behind a dot is a function when a bracket follows. */
    private boolean isFunction() {
        return pieces.third().is("(");
    }

    private static Expr checked(Expr.Path path, Token start) {
        return switch (path.root()) {
            case DATA -> path;
            case LABELS -> offered(path, "$l", LABELS, start);
            case METADATA -> offered(path, "$m", METADATA, start);
        };
    }

    private static Expr offered(Expr.Path path, String root, List<String> names, Token start) {
        if (!path.names().isEmpty() && !names.contains(path.dotted().toLowerCase(Locale.ROOT))) {
            throw QueryException.at(
                    start.at(),
                    root + " has " + String.join(", ", names) + ", not '" + Words.shown(path.dotted()) + "'.");
        }
        return path;
    }

    private Expr function(Token name, @Nullable Expr of) {
        var function = Function.named(name.text())
                .filter(known -> name.kind() == Token.Kind.WORD)
                .orElseThrow(() -> QueryException.at(
                        name.at(),
                        "the sandbox doesn't know the function " + name.shown() + "; it knows "
                                + Arrays.stream(Function.values())
                                        .map(Function::written)
                                        .collect(Collectors.joining(", "))
                                + "."));
        pieces.demand("(", " behind a function");
        var arguments = new ArrayList<Expr>();
        if (of != null) {
            arguments.add(of);
        }
        while (!pieces.skip(")")) {
            if (!arguments.isEmpty() && (of == null || arguments.size() > 1)) {
                pieces.demand(",", " between values");
            }
            arguments.add(expression());
        }
        if (!function.takes(arguments.size())) {
            throw QueryException.at(
                    name.at(), "'" + function.written() + "' takes a field and " + function.wanted() + ".");
        }
        return new Expr.Call(function, List.copyOf(arguments));
    }
}
