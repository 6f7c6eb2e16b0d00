// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import io.lanyard.sandbox.services.logs.query.QueryException;
import java.util.List;

/** A query in pieces, read from left to right. */
final class Pieces {
    private final List<Token> tokens;
    private int at;

    Pieces(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token next() {
        return tokens.get(at);
    }

    Token behind() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token third() {
        return tokens.get(Math.min(at + 2, tokens.size() - 1));
    }

    Token take() {
        var token = tokens.get(at);
        at += token.kind() == Token.Kind.END ? 0 : 1;
        return token;
    }

    boolean skip(String sign) {
        var there = next().is(sign);
        at += there ? 1 : 0;
        return there;
    }

    boolean skipWord(String word) {
        var there = next().isWord(word);
        at += there ? 1 : 0;
        return there;
    }

    void demand(String sign, String why) {
        if (!skip(sign)) {
            throw expected("'" + sign + "'" + why);
        }
    }

    QueryException expected(String what) {
        return QueryException.at(next().at(), what + " is expected, not " + next().shown() + ".");
    }
}
