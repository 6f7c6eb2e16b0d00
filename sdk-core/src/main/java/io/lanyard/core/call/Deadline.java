package io.lanyard.core.call;

import java.time.Duration;

/**
 * Core, call: when a call has to be over.
 *
 * @param end on the clock that never jumps
 * @param whole the time that there was in the beginning
 * @param ambient whose clock it is
 */
record Deadline(long end, Duration whole, Ambient ambient) {

    static Deadline in(Duration time, Ambient ambient) {
        return new Deadline(ambient.nanos() + time.toNanos(), time, ambient);
    }

    long remainingNanos() {
        return end - ambient.nanos();
    }

    boolean isOver() {
        return remainingNanos() <= 0;
    }

    boolean leaves(Duration time) {
        return remainingNanos() > time.toNanos();
    }

    /** A deadline within this one: the sooner of the two. */
    Deadline atMost(Duration time) {
        return leaves(time) ? in(time, ambient) : this;
    }
}
