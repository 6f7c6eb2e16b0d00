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
    private record Reading(Instant anchor, long nanos, boolean frozen, Instant machine) {
        static Reading of(Instant anchor, boolean frozen) {
            return new Reading(anchor, System.nanoTime(), frozen, Instant.now());
        }

        /** What the clock showed when the machine's clock showed {@code time}. */
        Instant at(Instant time) {
            return frozen ? anchor : anchor.plus(Duration.between(machine, time));
        }
    }

    private static final int TURNS = 1_000;

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final Journal<Reading> turns = new Journal<>(TURNS);
    private volatile Reading reading;

    /** Starts a running clock that shows {@code start} now. */
    public SandboxClock(Instant start) {
        reading = Reading.of(start, false);
        turns.add(reading);
    }

    private void turn(Instant time, boolean frozen) {
        reading = Reading.of(time, frozen);
        turns.add(reading);
    }

    /**
     * Returns what it showed when the machine's own clock showed some time, as clients without access to this clock sign things;
     * for a time before its first reading, what it would have shown.
     */
    public Instant shown(Instant machine) {
        var then = turns.entries().stream()
                .filter(turn -> !turn.machine().isAfter(machine))
                .reduce((earlier, later) -> later);
        return then.or(() -> turns.entries().stream().findFirst())
                .map(turn -> turn.at(machine))
                .orElse(machine);
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
        turn(time, reading.frozen());
    }

    /** Turns it by a duration; a negative one turns it back. */
    public synchronized void advance(Duration by) {
        set(now().plus(by));
    }

    /** Stops it where it is. */
    public synchronized void freeze() {
        turn(now(), true);
    }

    /** Lets it run again from the time it shows. */
    public synchronized void run() {
        turn(now(), false);
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
