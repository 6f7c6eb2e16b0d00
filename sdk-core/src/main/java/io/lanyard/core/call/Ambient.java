package io.lanyard.core.call;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Core, call: what the pipeline needs of the world around it, so that a test can be that world. */
public interface Ambient {

    /**
     * Returns the real thing.
     *
     * @return the machine's clocks, waits and randomness
     */
    static Ambient real() {
        return Real.INSTANCE;
    }

    /**
     * Reads a clock that never jumps; only differences mean something.
     *
     * @return nanoseconds
     */
    long nanos();

    /**
     * Reads the clock on the wall, for what servers say in dates.
     *
     * @return now
     */
    Instant now();

    /**
     * Waits.
     *
     * @param time how long
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    void sleep(Duration time) throws InterruptedException;

    /**
     * Draws a number.
     *
     * @return at least 0, less than 1
     */
    double random();

    /** The machine. */
    enum Real implements Ambient {
        /** The only one. */
        INSTANCE;

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        @SuppressWarnings("ReturnValueIgnored") // a latch that nobody opens is a wait that can be interrupted
        public void sleep(Duration time) throws InterruptedException {
            var ignored = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public double random() {
            return ThreadLocalRandom.current().nextDouble();
        }
    }
}
