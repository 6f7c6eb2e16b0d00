// Room: sandbox, tests. What comes true beside the test.
package io.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what another thread does in its own time. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Eventually() {}

    /** Asks until it is so; what never becomes so fails the test, and doesn't hang the build. */
    public static void isSo(Callable<Boolean> condition) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("it never became so").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
