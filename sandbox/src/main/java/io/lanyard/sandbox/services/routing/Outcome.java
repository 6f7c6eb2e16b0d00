// Room: sandbox / routing. How a portion of events ended.
package io.lanyard.sandbox.services.routing;

import java.util.Optional;

/**
 * What became of some events that a target was to get.
 *
 * @param count how many there were
 * @param word what those that didn't arrive are counted under; empty when all did
 * @param failure why they didn't
 */
record Outcome(int count, Optional<String> word, Optional<Failure> failure) {
    /** As a delivery ended. */
    static Outcome of(int count, Optional<Failure> failure) {
        return new Outcome(count, failure.map(Failure::word), failure);
    }

    /** An accident of the sandbox, of which nothing is known. */
    static Outcome brokenOff(int count) {
        return new Outcome(count, Optional.of("error"), Optional.empty());
    }

    /** How many arrived. */
    int arrived() {
        return word.isEmpty() ? count : failure.map(Failure::arrived).orElse(0);
    }
}
