// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.lucene;

import io.lanyard.sandbox.kernel.Words;
import io.lanyard.sandbox.services.logs.query.QueryException;
import java.util.Arrays;

/**
 * Reads a query as people write it, and writes it as Lucene's parser takes it: typographic quotes become plain ones, a blank after a
 * colon goes, {@code <300} becomes a range, a slash within a word stays a slash. What can't be meant is refused here, in words:
 * Lucene's own message would name tokens of its grammar.
 */
final class Tidy {
    private static final String QUOTES = "\"“”„‟″";
    private static final String ENDS_WORD = " \t\n\r\u3000()[]{}:^~";
    private static final int DEEPEST = 64;

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int[] origin = new int[64];
    private int at;
    private int depth;
    private boolean afterColon;
    private int opened;
    private int named;

    private Tidy(String text) {
        this.text = text;
    }

    /**
     * A query for Lucene's parser.
     *
     * @param text the query
     * @param origin for each of its characters, where it was in the query as it was asked
     */
    @SuppressWarnings("ArrayRecordComponent") // read by one caller, compared by nobody
    record Tidied(String text, int[] origin) {
        /** Finds the place in the query as it was asked. */
        int asked(int place) {
            return origin.length == 0 ? 0 : origin[Math.max(0, Math.min(place, origin.length - 1))];
        }
    }

    static Tidied tidy(String query) {
        return new Tidy(query).all();
    }

    private Tidied all() {
        while (at < text.length()) {
            next();
        }
        if (afterColon) {
            throw QueryException.at(Math.max(0, text.length() - 1), "a value must follow the colon.");
        }
        if (depth > 0) {
            throw QueryException.at(opened, "this '(' is never closed; add a ')'.");
        }
        return new Tidied(out.toString(), Arrays.copyOf(origin, out.length()));
    }

    private void next() {
        var c = text.charAt(at);
        if (Character.isWhitespace(c) || c == '\u3000') {
            if (!afterColon) {
                put(' ');
            }
            at++;
        } else if (QUOTES.indexOf(c) >= 0) {
            phrase();
        } else if (c == '/') {
            pattern();
        } else if (c == '(' || c == ')') {
            group(c);
        } else if (c == '[' || c == '{') {
            range();
        } else if (c == ']' || c == '}') {
            throw QueryException.at(at, "this '" + c + "' closes nothing; put it in quotes if it is meant.");
        } else if (c == ':') {
            throw QueryException.at(at, "a field's name must come before the colon.");
        } else if (c == '<' || c == '>') {
            comparison();
        } else if (c == '^' || c == '~') {
            weight(c);
        } else {
            word();
        }
    }

    /** {@code ^2} weighs a term, {@code ~} and {@code ~2} let it differ. */
    private void weight(char c) {
        var start = at;
        copy();
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            copy();
        }
        var ends = at == text.length() || ENDS_WORD.indexOf(text.charAt(at)) >= 0;
        if (!ends || (c == '^' && at == start + 1)) {
            throw QueryException.at(
                    start,
                    "'" + c + "' takes a number" + (c == '~' ? ", or nothing," : "")
                            + " behind it; put it in quotes if it is text.");
        }
    }

    private void group(char c) {
        depth += c == '(' ? 1 : -1;
        if (depth < 0) {
            throw QueryException.at(at, "this ')' closes nothing; put it in quotes if it is meant.");
        }
        if (c == ')' && afterColon) {
            throw QueryException.at(at, "a value must follow the colon.");
        }
        if (depth > DEEPEST) {
            throw QueryException.at(at, "brackets go no deeper than " + DEEPEST + ".");
        }
        opened = depth == 1 && c == '(' ? at : opened;
        copy();
        afterColon = false;
    }

    /** A phrase that begins with a typographic quote ends at any quote. */
    private void phrase() {
        var start = at;
        var plain = text.charAt(at) == '"';
        put('"');
        at++;
        while (at < text.length() && !endsPhrase(plain)) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                copy();
            } else if (text.charAt(at) == '"' || text.charAt(at) == '\\') {
                put('\\');
            }
            copy();
        }
        if (at == text.length()) {
            throw QueryException.at(start, "this quotation mark is never closed; add another one.");
        }
        put('"');
        at++;
        endOfValue(start);
    }

    private boolean endsPhrase(boolean plain) {
        return plain ? text.charAt(at) == '"' : QUOTES.indexOf(text.charAt(at)) >= 0;
    }

    private void pattern() {
        var start = at;
        copy();
        while (at < text.length() && text.charAt(at) != '/') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                copy();
            }
            copy();
        }
        if (at == text.length()) {
            throw QueryException.at(
                    start,
                    "a '/' begins a regular expression, and this one never ends; close it with '/', or put the text in"
                            + " quotes.");
        }
        copy();
        endOfValue(start);
    }

    private void range() {
        var start = at;
        if (!afterColon) {
            throw QueryException.at(
                    at,
                    "a range needs a field, such as status_code.numeric:[200 TO 299]; put it in quotes if it is text.");
        }
        copy();
        var inQuotes = false;
        var words = 0;
        while (at < text.length() && (inQuotes || (text.charAt(at) != ']' && text.charAt(at) != '}'))) {
            if (QUOTES.indexOf(text.charAt(at)) >= 0) {
                inQuotes = !inQuotes;
                put('"');
                at++;
            } else {
                words += !inQuotes && text.startsWith(" TO ", at) ? 1 : 0;
                copy();
            }
        }
        if (at == text.length()) {
            throw QueryException.at(start, "this range is never closed; end it with ']' or '}'.");
        }
        if (words != 1) {
            throw QueryException.at(
                    start, "a range is written [from TO to], with TO in capitals and blanks around it.");
        }
        copy();
        endOfValue(start);
    }

    /** {@code <300} reads {@code [* TO 300}}. */
    private void comparison() {
        if (!afterColon) {
            throw QueryException.at(
                    at, "a comparison needs a field, such as duration.numeric:>0.5; put it in quotes if it is text.");
        }
        var start = at;
        var less = text.charAt(at++) == '<';
        var equal = at < text.length() && text.charAt(at) == '=';
        at += equal ? 1 : 0;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        var value = comparedWith();
        if (value.isEmpty()) {
            throw QueryException.at(start, "a value must follow the comparison.");
        }
        var end = at;
        at = start;
        put(less || equal ? '[' : '{');
        put(less ? "* TO " : value + " TO ");
        put(less ? value : "*");
        put(less && !equal ? '}' : ']');
        at = end;
        endOfValue(start);
    }

    private String comparedWith() {
        var from = at;
        if (at < text.length() && QUOTES.indexOf(text.charAt(at)) >= 0) {
            at++;
            while (at < text.length() && QUOTES.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            if (at == text.length()) {
                throw QueryException.at(from, "this quotation mark is never closed; add another one.");
            }
            at++;
            return '"' + text.substring(from + 1, at - 1).replace("\\", "\\\\") + '"';
        }
        while (at < text.length() && " \t\n\r\u3000()[]{}\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    /** A word, or a field's name when a colon follows. */
    private void word() {
        var start = at;
        var signed = afterColon && (text.charAt(at) == '-' || text.charAt(at) == '+');
        if (signed) {
            put('\\');
            copy();
        }
        while (at < text.length() && ENDS_WORD.indexOf(text.charAt(at)) < 0 && QUOTES.indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '/') {
                put('\\');
            } else if (text.charAt(at) == '\\') {
                if (at + 1 == text.length()) {
                    throw QueryException.at(at, "a backslash must come before the character that it takes literally.");
                }
                copy();
            }
            copy();
            if (at == start + 1 && "+-!".indexOf(text.charAt(start)) >= 0 && !signed) {
                return; // an operator of its own: the next word begins here
            }
        }
        if (!afterColon && colonFollows()) {
            at = text.indexOf(':', at);
            copy();
            afterColon = true;
            named = start;
            return;
        }
        endOfValue(start);
    }

    /** A blank may stand before the colon. */
    private boolean colonFollows() {
        var next = at;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next < text.length() && text.charAt(next) == ':';
    }

    private void endOfValue(int start) {
        if (at < text.length() && text.charAt(at) == ':' && (afterColon || at > start)) {
            if (!afterColon && QUOTES.indexOf(text.charAt(start)) >= 0) {
                throw QueryException.at(
                        start,
                        "a field's name isn't put in quotes; a blank in it is written with a backslash before it.");
            }
            var from = text.startsWith("crn:", named) ? named : start;
            var end = at;
            while (end < text.length() && " \t\n\r\u3000()\"".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            throw QueryException.at(
                    at,
                    "a colon separates a field from its value, so a value with colons, such as a CRN or a time, must be"
                            + " put in quotes: \""
                            + Words.shown(text.substring(from, end).replace("\"", "")) + "\".");
        }
        afterColon = false;
    }

    private void copy() {
        put(text.charAt(at));
        at++;
    }

    private void put(String several) {
        several.chars().forEach(c -> put((char) c));
    }

    private void put(char c) {
        if (out.length() == origin.length) {
            origin = Arrays.copyOf(origin, origin.length * 2);
        }
        origin[out.length()] = Math.min(at, Math.max(0, text.length() - 1));
        out.append(c);
    }
}
