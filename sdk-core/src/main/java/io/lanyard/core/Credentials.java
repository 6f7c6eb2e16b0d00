package io.lanyard.core;

/**
 * Core: what a caller proves its identity with. Tokens are fetched, kept and renewed behind it; nobody who uses a client sees
 * them.
 */
public sealed interface Credentials {

    /**
     * Authenticates with an API key of a user or a service ID.
     *
     * @param key the key
     * @return credentials that exchange the key for a token when one is needed
     */
    static Credentials apiKey(Secret key) {
        return new ApiKey(key);
    }

    /**
     * Authenticates with an access token that somebody else got. It is sent as it is, and never renewed.
     *
     * @param token the access token, without the word Bearer
     * @return credentials that send this token
     */
    static Credentials bearer(Secret token) {
        return new Bearer(token);
    }

    /**
     * Authenticates with a refresh token, for the client that it was issued to. Each answer's refresh token replaces the one
     * before.
     *
     * @param token the refresh token
     * @param clientId the client that the token was issued to, {@code bx} for IBM's command line
     * @param clientSecret that client's secret
     * @return credentials that exchange the refresh token for an access token when one is needed
     */
    static Credentials refreshToken(Secret token, String clientId, Secret clientSecret) {
        return new RefreshToken(token, clientId, clientSecret);
    }

    /**
     * Sends no credentials at all, for the few operations that need none.
     *
     * @return credentials that add nothing to a call
     */
    static Credentials anonymous() {
        return Anonymous.INSTANCE;
    }

    /**
     * An API key.
     *
     * @param key the key
     */
    record ApiKey(Secret key) implements Credentials {}

    /**
     * A ready access token.
     *
     * @param token the token
     */
    record Bearer(Secret token) implements Credentials {
        /** Refuses what no header can carry, without showing it. */
        public Bearer {
            if (!token.reveal().chars().allMatch(c -> c > ' ' && c < 127)) {
                throw new IllegalArgumentException(
                        "an access token is plain ASCII without spaces: was it copied whole?");
            }
        }
    }

    /**
     * A refresh token and the client it belongs to.
     *
     * @param token the refresh token
     * @param clientId the client's id
     * @param clientSecret the client's secret
     */
    record RefreshToken(Secret token, String clientId, Secret clientSecret) implements Credentials {}

    /** Nobody in particular. */
    enum Anonymous implements Credentials {
        /** The only one. */
        INSTANCE
    }
}
