package io.lanyard.workshop.labs;

import io.lanyard.core.Secret;
import io.lanyard.identity.IdentityClient;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Labs: the token of an API key's holder, for clients that are not ours; asked for anew after a minute, and when time was turned. */
final class LoginToken implements Supplier<Secret> {
    private static final long LIFE = Duration.ofMinutes(1).toNanos();

    private final IdentityClient identity;
    private final Secret key;
    private Optional<Secret> token = Optional.empty();
    private long since;

    LoginToken(IdentityClient identity, Secret key) {
        this.identity = identity;
        this.key = key;
    }

    @Override
    public synchronized Secret get() {
        if (token.isEmpty() || System.nanoTime() - since > LIFE) {
            token = Optional.of(identity.tokens().exchange(key).accessToken());
            since = System.nanoTime();
        }
        return token.get();
    }

    synchronized void forget() {
        token = Optional.empty();
    }
}
