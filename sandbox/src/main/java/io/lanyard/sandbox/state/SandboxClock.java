// Room: sandbox / state.
package io.lanyard.sandbox.state;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The one clock of a sandbox: tokens, time conditions and timestamps all follow it. It runs with real time until it is turned
 * or frozen. Safe for use by several threads.
 */
public final class SandboxClock extends Clock {
    private record Reading(Instant anchor, long nanos, boolean frozen) {}

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private volatile Reading reading;

    /** Starts a running clock that shows {@code start} now. */
    public SandboxClock(Instant start) {
        reading = new Reading(start, System.nanoTime(), false);
    }

    /** Returns the time it shows. */
    public Instant now() {
        var r = reading;
        return r.frozen() ? r.anchor() : r.anchor().plusNanos(System.nanoTime() - r.nanos());
    }

    /**
     * Shows another time, earlier or later, and goes on running or standing as before.
     *
     * @throws DateTimeException outside the years 1970 to 9999, which the timestamps of IBM's APIs cannot tell
     */
    public synchronized void set(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new DateTimeException("the clock shows the years 1970 to 9999 only");
        }
        reading = new Reading(time, System.nanoTime(), reading.frozen());
    }

    /** Turns it by a duration; a negative one turns it back. */
    public synchronized void advance(Duration by) {
        set(now().plus(by));
    }

    /** Stops it where it is. */
    public synchronized void freeze() {
        reading = new Reading(now(), System.nanoTime(), true);
    }

    /** Lets it run again from the time it shows. */
    public synchronized void run() {
        reading = new Reading(now(), System.nanoTime(), false);
    }

    /** Tells whether it stands still. */
    public boolean frozen() {
        return reading.frozen();
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Returns this clock; it knows UTC alone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone).getZone().equals(getZone()) ? this : Clock.fixed(now(), zone);
    }
}
