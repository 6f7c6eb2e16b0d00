package io.lanyard.core.call;

import io.lanyard.core.AccountId;
import io.lanyard.core.CallListener;
import io.lanyard.core.Credentials;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Core, call: what a cloud object was told, frozen.
 *
 * @param credentials who calls
 * @param account the account that is meant when nothing else is said
 * @param urls other places than the default ones, by endpoint name
 * @param deadline the time for one call: token, attempts and waits together
 * @param attempts how many requests one call may send at most
 * @param attemptTimeout the time for one of them
 * @param executor where {@code async} runs calls
 * @param userAgent what we call ourselves
 * @param listener who hears of finished calls
 */
public record Settings(
        Credentials credentials,
        Optional<AccountId> account,
        Map<String, String> urls,
        Duration deadline,
        int attempts,
        Duration attemptTimeout,
        Executor executor,
        String userAgent,
        Optional<CallListener> listener) {

    /** Keeps the map for itself. */
    public Settings {
        urls = Map.copyOf(urls);
    }

    /**
     * Finds a service: by its name, then by what stands before the slash, then where it is by default. A URL found by what stands
     * before the slash may hold {@code {id}}, in whose place what stands behind it is put.
     *
     * @param endpoint the service
     * @return its URL, without a slash at its end
     */
    public String url(Endpoint endpoint) {
        var exact = urls.get(endpoint.name());
        if (exact != null) {
            return exact;
        }
        int slash = endpoint.name().indexOf('/');
        var broader = slash < 0 ? null : urls.get(endpoint.name().substring(0, slash));
        return broader == null
                ? endpoint.defaultUrl()
                : broader.replace("{id}", endpoint.name().substring(slash + 1));
    }
}
