// Room: sandbox / IAM Identity. The `filter` parameter of its lists: a small part of SCIM.
package io.lanyard.sandbox.services.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Parses and applies the {@code filter} of IAM Identity lists, for example
 * {@code name co "build" and (description sw "team" or description ew_ci "CI")}.
 *
 * <p>Operators: {@code sw}, {@code ew}, {@code co} and their {@code _ci} forms, which ignore case; {@code and} binds
 * tighter than {@code or}; parentheses group; text stands in double quotes, {@code \"} and {@code \\} are its escapes.
 */
final class ScimFilter {
    private static final int LONGEST = 1_000;
    private static final Set<String> OPERATORS = Set.of("sw", "sw_ci", "ew", "ew_ci", "co", "co_ci");

    private final String text;
    private final Set<String> attributes;
    private int at;

    private ScimFilter(String text, Set<String> attributes) {
        this.text = text;
        this.attributes = attributes;
    }

    /** Says where a filter stops making sense; the message is fit for the caller. */
    static final class SyntaxException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SyntaxException(String message) {
            super(message);
        }
    }

    /**
     * Parses a filter over the named attributes into a test of something that can tell its attributes' text.
     *
     * @throws SyntaxException when the text isn't a filter, or names another attribute
     */
    static Predicate<Function<String, String>> parse(String text, Set<String> attributes) {
        if (text.length() > LONGEST) {
            throw new SyntaxException("the filter is longer than " + LONGEST + " characters");
        }
        var parser = new ScimFilter(text, attributes);
        var filter = parser.anyOf();
        parser.skipBlanks();
        if (parser.at < text.length()) {
            throw parser.wrong("'and', 'or' or the end");
        }
        return filter;
    }

    private Predicate<Function<String, String>> anyOf() {
        List<Predicate<Function<String, String>>> arms = new ArrayList<>();
        do {
            arms.add(allOf());
        } while (takesWord("or"));
        return arms.size() == 1 ? arms.get(0) : row -> arms.stream().anyMatch(arm -> arm.test(row));
    }

    private Predicate<Function<String, String>> allOf() {
        List<Predicate<Function<String, String>>> arms = new ArrayList<>();
        do {
            arms.add(single());
        } while (takesWord("and"));
        return arms.size() == 1 ? arms.get(0) : row -> arms.stream().allMatch(arm -> arm.test(row));
    }

    private Predicate<Function<String, String>> single() {
        if (takes('(')) {
            var inner = anyOf();
            if (!takes(')')) {
                throw wrong("')'");
            }
            return inner;
        }
        String attribute = word();
        if (!attributes.contains(attribute)) {
            throw new SyntaxException("unknown attribute '" + attribute + "' in the filter; it can be one of "
                    + String.join(", ", attributes.stream().sorted().toList()));
        }
        String operator = word().toLowerCase(Locale.ROOT);
        if (!OPERATORS.contains(operator)) {
            throw new SyntaxException("unknown operator '" + operator + "' in the filter; it can be one of "
                    + String.join(", ", OPERATORS.stream().sorted().toList()));
        }
        String wanted = quoted();
        return row -> compare(row.apply(attribute), operator, wanted);
    }

    private static boolean compare(String observed, String operator, String wanted) {
        boolean ignoringCase = operator.endsWith("_ci");
        String left = ignoringCase ? observed.toLowerCase(Locale.ROOT) : observed;
        String right = ignoringCase ? wanted.toLowerCase(Locale.ROOT) : wanted;
        return switch (operator.charAt(0)) {
            case 's' -> left.startsWith(right);
            case 'e' -> left.endsWith(right);
            default -> left.contains(right);
        };
    }

    private String word() {
        skipBlanks();
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (start == at) {
            throw wrong("a word");
        }
        return text.substring(start, at);
    }

    private String quoted() {
        if (!takes('"')) {
            throw wrong("text in double quotes");
        }
        var value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return value.toString();
            }
            if (c == '\\' && at < text.length()) {
                c = text.charAt(at++);
            }
            value.append(c);
        }
        throw wrong("a closing double quote");
    }

    private boolean takesWord(String wanted) {
        int before = at;
        skipBlanks();
        int end = at + wanted.length();
        boolean ends = end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
        if (text.regionMatches(true, at, wanted, 0, wanted.length()) && ends) {
            at = end;
            return true;
        }
        at = before;
        return false;
    }

    private boolean takes(char wanted) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private SyntaxException wrong(String wanted) {
        return new SyntaxException("the filter is wrong at position " + at + ": " + wanted + " expected");
    }
}
