// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import io.lanyard.sandbox.kernel.Words;
import io.lanyard.sandbox.services.logs.query.QueryException;
import java.util.ArrayList;
import java.util.List;

/** Takes a query apart. */
final class Lexer {
    private static final String QUOTES = "'\"‘’“”„";
    private static final List<String> SIGNS = List.of(
            "||", "&&", "==", "!=", "<=", ">=", "~~", "|", "!", "<", ">", "~", "(", ")", ",", ".", "[", "]", ":", "+",
            "-", "*", "/", "%", "=", "@", "?");

    private final String query;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String query) {
        this.query = query;
    }

    static List<Token> tokens(String query) {
        return new Lexer(query).all();
    }

    private List<Token> all() {
        while (at < query.length()) {
            var c = query.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '#' || query.startsWith("//", at)) {
                comment();
            } else if (QUOTES.indexOf(c) >= 0) {
                text(c);
            } else if (isDigit(c)) {
                number();
            } else if (c == '$' || isLetter(c)) {
                word();
            } else {
                sign();
            }
        }
        tokens.add(new Token(Token.Kind.END, "", query.length()));
        return tokens;
    }

    private void comment() {
        while (at < query.length() && query.charAt(at) != '\n') {
            at++;
        }
    }

    /** A text that begins with a typographic quote ends at any. */
    private void text(char quote) {
        var start = at++;
        var text = new StringBuilder();
        while (at < query.length() && !ends(quote, query.charAt(at))) {
            if (query.charAt(at) == '\\' && at + 1 < query.length()) {
                at++;
                text.append(escaped(query.charAt(at)));
            } else {
                text.append(query.charAt(at));
            }
            at++;
        }
        if (at == query.length()) {
            throw QueryException.at(start, "this text is never closed; add a " + quote + ".");
        }
        at++;
        tokens.add(new Token(Token.Kind.TEXT, text.toString(), start));
    }

    private static boolean ends(char quote, char c) {
        var plain = quote == '\'' || quote == '"';
        return plain ? c == quote : QUOTES.indexOf(c) >= 0;
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }

    private void number() {
        var start = at;
        while (at < query.length()
                && (isDigit(query.charAt(at))
                        || (query.charAt(at) == '.' && at + 1 < query.length() && isDigit(query.charAt(at + 1))))) {
            at++;
        }
        exponent();
        var text = query.substring(start, at);
        if (text.indexOf('.') != text.lastIndexOf('.')) {
            throw QueryException.at(start, "'" + Words.shown(text) + "' is no number.");
        }
        tokens.add(new Token(Token.Kind.NUMBER, text, start));
    }

    private void exponent() {
        var behind = at + 1;
        if (behind < query.length() && (query.charAt(behind) == '+' || query.charAt(behind) == '-')) {
            behind++;
        }
        if (behind < query.length() && "eE".indexOf(query.charAt(at)) >= 0 && isDigit(query.charAt(behind))) {
            at = behind;
            while (at < query.length() && isDigit(query.charAt(at))) {
                at++;
            }
        }
    }

    private void word() {
        var start = at++;
        while (at < query.length() && (isLetter(query.charAt(at)) || isDigit(query.charAt(at)))) {
            at++;
        }
        tokens.add(new Token(Token.Kind.WORD, query.substring(start, at), start));
    }

    private void sign() {
        for (var sign : SIGNS) {
            if (query.startsWith(sign, at)) {
                tokens.add(new Token(Token.Kind.SIGN, sign, at));
                at += sign.length();
                return;
            }
        }
        throw QueryException.at(
                at, "'" + Words.shown(query.substring(at, at + 1)) + "' means nothing here; text goes into quotes.");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) || c == '_';
    }
}
