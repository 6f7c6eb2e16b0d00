// Room: sandbox / routing. What became of the events for one target, in numbers.
package io.lanyard.sandbox.services.routing;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts that grow: each event that a target is to get ends in one of them. Whoever shares it locks it. */
final class Counts {
    private final boolean arrives;
    private final Map<String, Long> failed = new TreeMap<>();
    private final Map<String, Long> dropped = new TreeMap<>();
    private long taken;
    private long settled;
    private long delivered;
    private boolean writable = true;
    private @Nullable Failure lastFailure;

    /** Begins with nothing; of a place that {@code arrives} is not for, events go nowhere even when it lets them in. */
    Counts(boolean arrives) {
        this.arrives = arrives;
    }

    /** An event waits from now on. */
    void take() {
        taken++;
    }

    /** How many have come to wait so far. */
    long taken() {
        return taken;
    }

    /** How many of those wait no longer, whatever became of them. */
    long settled() {
        return settled;
    }

    /** An event can't even wait. */
    void drop(String reason) {
        dropped.merge(reason, 1L, Long::sum);
    }

    void settle(Outcome outcome) {
        settled += outcome.count();
        var there = outcome.arrived();
        outcome.word().ifPresent(word -> failed.merge(word, (long) outcome.count() - there, Long::sum));
        if (arrives) {
            delivered += there;
        } else if (there > 0) {
            dropped.merge("not_simulated", (long) there, Long::sum);
        }
        writable = outcome.word().isEmpty();
        outcome.failure().ifPresent(failure -> lastFailure = failure);
    }

    /** A write test came to this. */
    void tested(Optional<Failure> failure) {
        writable = failure.isEmpty();
        failure.ifPresent(last -> lastFailure = last);
    }

    /** Whether the last write got through. */
    boolean writable() {
        return writable;
    }

    /** Tells them. */
    Tally tally(TargetEntry target) {
        return new Tally(
                target,
                delivered,
                Map.copyOf(failed),
                Map.copyOf(dropped),
                (int) (taken - settled),
                writable,
                Optional.ofNullable(lastFailure));
    }
}
