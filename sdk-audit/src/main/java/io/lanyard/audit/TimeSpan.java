package io.lanyard.audit;

import java.time.Duration;
import java.time.Instant;

/**
 * Audit: a time.
 *
 * @param from its beginning, which is part of it
 * @param to   its end, which isn't
 */
public record TimeSpan(Instant from, Instant to) {

    /** Checks that the end comes after the beginning. */
    public TimeSpan {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period ends after it begins, unlike " + from + " to " + to);
        }
    }

    /**
     * Makes one that lasts.
     *
     * @param length how long
     * @param to     its end
     * @return the period
     */
    public static TimeSpan of(Duration length, Instant to) {
        return new TimeSpan(to.minus(length), to);
    }

    /**
     * Tells whether a moment is part of it.
     *
     * @param moment the moment
     * @return whether it is
     */
    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    /** {@return how long it lasts} */
    public Duration length() {
        return Duration.between(from, to);
    }

    @Override
    public String toString() {
        return from + "/" + to;
    }
}
