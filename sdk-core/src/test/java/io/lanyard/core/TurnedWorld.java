package io.lanyard.core;

import io.lanyard.core.call.Ambient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Core, tests: a world whose clock the test turns, and in which waiting takes no time. */
final class TurnedWorld implements Ambient {

    private static final Instant BEGINNING = Instant.parse("2026-11-21T12:00:00Z");

    final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final AtomicLong passed = new AtomicLong();
    private volatile double random = 0.5;
    private volatile boolean interrupts;

    void advance(Duration time) {
        passed.addAndGet(time.toNanos());
    }

    TurnedWorld alwaysDraws(double number) {
        this.random = number;
        return this;
    }

    void interruptsAtFirstWait() {
        interrupts = true;
    }

    @Override
    public long nanos() {
        return Long.MAX_VALUE
                - 1_000_000_000L
                + passed.get(); // a clock that never jumps may overflow, and nobody must mind
    }

    @Override
    public Instant now() {
        return BEGINNING.plusNanos(passed.get());
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        if (interrupts || Thread.interrupted()) {
            throw new InterruptedException();
        }
        waits.add(time);
        advance(time);
    }

    @Override
    public double random() {
        return random;
    }
}
