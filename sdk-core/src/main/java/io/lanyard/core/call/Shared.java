package io.lanyard.core.call;

import io.lanyard.core.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;

/** Core, call: what a cloud object and its siblings have in common: connections, tokens, retry budgets. */
public final class Shared {

    private record Owned(Credentials credentials, String url, TokenSource source) {}

    private final Ambient ambient;
    private final OkHttpClient client;
    private final List<Owned> tokens = new ArrayList<>(); // a list, because hashing records is slow the first time
    private final Map<String, RetryBudget> budgets = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * Opens nothing yet.
     *
     * @param ambient the world around
     */
    public Shared(Ambient ambient) {
        this.ambient = ambient;
        // Reads and writes have no limit of their own: each request has one, and it ends a slow drip as well as a
        // silence.
        this.client = new OkHttpClient.Builder()
                .connectTimeout(5, TimeUnit.SECONDS)
                .readTimeout(0, TimeUnit.MILLISECONDS)
                .writeTimeout(0, TimeUnit.MILLISECONDS)
                .fastFallback(false) // connects on the caller's own thread; Java names IPv4 addresses first anyway
                .followRedirects(false)
                .followSslRedirects(false)
                .socketFactory(new InterruptibleSockets())
                .build();
    }

    Ambient ambient() {
        return ambient;
    }

    OkHttpClient client() {
        if (closed) {
            throw new IllegalStateException("this cloud object was closed");
        }
        return client;
    }

    /** Finds the token source of these credentials, so that siblings with the same ones share it. */
    TokenSource tokens(Credentials credentials, String url, Grant grant) {
        synchronized (tokens) {
            for (var known : tokens) {
                if (known.url.equals(url) && known.credentials.equals(credentials)) {
                    return known.source;
                }
            }
            var source = new CachedTokens(grant, ambient);
            tokens.add(new Owned(credentials, url, source));
            return source;
        }
    }

    RetryBudget budget(String host) {
        var known = budgets.get(host);
        return known != null ? known : budgets.computeIfAbsent(host, name -> new RetryBudget());
    }

    void close() {
        closed = true;
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }
}
