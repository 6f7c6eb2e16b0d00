package io.lanyard.core.call;

/** Core, call: an access token as the header that carries it. */
final class Token {

    private final String header;

    Token(String accessToken) {
        this.header = "Bearer " + accessToken;
    }

    String header() {
        return header;
    }

    @Override
    public String toString() {
        return "Token[redacted]";
    }
}
