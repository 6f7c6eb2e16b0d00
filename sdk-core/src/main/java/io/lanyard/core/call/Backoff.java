package io.lanyard.core.call;

import java.time.Duration;

/** Core, call: full jitter: any wait between nothing and a limit that doubles, so that callers don't come back in step. */
final class Backoff {

    private static final long FIRST_MILLIS = 200;
    private static final long LONGEST_MILLIS = 5_000;

    private Backoff() {}

    static Duration after(int attempts, Ambient ambient) {
        long limit = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempts - 1, 10));
        return Duration.ofNanos((long) (ambient.random() * limit * 1_000_000));
    }
}
