// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import io.lanyard.sandbox.kernel.Words;

/**
 * A piece of a query.
 *
 * @param kind which kind
 * @param text what it says: a text without its quotes, anything else as it stands
 * @param at where it begins
 */
record Token(Kind kind, String text, int at) {
    enum Kind {
        WORD,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** How it is named to whoever asked. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case TEXT -> "the text '" + Words.shown(text) + "'";
            case WORD, NUMBER, SIGN -> "'" + Words.shown(text) + "'";
        };
    }
}
