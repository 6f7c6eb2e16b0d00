// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.query;

/** A query that can't be understood, or asks for what isn't offered; says where, and what to do. */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes one with a sentence for whoever asked. */
    public QueryException(String sentence) {
        super(sentence, null, false, false);
    }

    /** Makes one about a place in the query; {@code at} counts characters from 0, people count from 1. */
    public static QueryException at(int at, String sentence) {
        return new QueryException("At character " + (at + 1) + ": " + sentence);
    }

    /** Returns the sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
