package io.lanyard.core.call;

/** Core, call: a token that somebody else got, and that we cannot renew. */
record FixedToken(Token token) implements TokenSource {

    @Override
    public Token token(Deadline deadline) {
        return token;
    }

    @Override
    public Token renew(Token refused, Deadline deadline) {
        return refused;
    }
}
