package io.lanyard.core.call;

import io.lanyard.core.Credentials;
import org.jspecify.annotations.Nullable;

/** Core, call: the way that every call travels, for one set of settings over what is shared. */
public final class Pipeline {

    private final Shared shared;
    private final Settings settings;
    private final @Nullable TokenSource tokens;

    /**
     * Opens the way.
     *
     * @param shared connections, tokens and budgets
     * @param settings who calls, and how patiently
     */
    public Pipeline(Shared shared, Settings settings) {
        this.shared = shared;
        this.settings = settings;
        this.tokens = tokens();
    }

    /**
     * Opens another way over the same connections.
     *
     * @param other who calls there, and how patiently
     * @return the other way
     */
    public Pipeline with(Settings other) {
        return new Pipeline(shared, other);
    }

    /**
     * Returns what this way was told.
     *
     * @return the settings
     */
    public Settings settings() {
        return settings;
    }

    Ambient ambient() {
        return shared.ambient();
    }

    /** Closes the connections, here and in every way over the same ones. */
    public void close() {
        shared.close();
    }

    <T> T send(Plan plan, Decoder<T> decoder) {
        return send(plan, decoder, Deadline.in(settings.deadline(), shared.ambient()));
    }

    <T> T send(Plan plan, Decoder<T> decoder, Deadline deadline) {
        return new Journey(shared, settings, plan, plan.authenticated() ? tokens : null, deadline).travel(decoder);
    }

    private @Nullable TokenSource tokens() {
        var who = settings.credentials();
        if (who instanceof Credentials.Bearer bearer) {
            return new FixedToken(new Token(bearer.token().reveal()));
        }
        if (who instanceof Credentials.ApiKey key) {
            return cached(IamGrant.of(this, key));
        }
        if (who instanceof Credentials.RefreshToken refresh) {
            return cached(IamGrant.of(this, refresh));
        }
        return null;
    }

    private TokenSource cached(Grant grant) {
        return shared.tokens(settings.credentials(), settings.url(Endpoint.IAM), grant);
    }
}
