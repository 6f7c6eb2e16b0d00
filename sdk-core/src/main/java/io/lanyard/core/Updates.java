package io.lanyard.core;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Core: read, change, write, and begin again when somebody else wrote in between. What others wrote is never lost, because the
 * write is refused unless the resource is still what was read.
 */
public final class Updates {

    private static final int ROUNDS = 5;

    private Updates() {}

    /**
     * Reads, changes and writes, at most five times. Bounded, because a resource that changes five times within one update has
     * another problem than ours.
     *
     * @param read reads the resource and its revision
     * @param change makes the new value of the old one; it must be pure, because it may run several times
     * @param write writes the new value if the resource is still at that revision
     * @param <T> the resource's type
     * @return what was written
     * @throws PreconditionFailedException when somebody else was faster every time, and the service says so with 412
     * @throws ConflictException when somebody else was faster every time, and the service says so with 409; or at once, when the
     *     resource is still what was read, so that the conflict is about something else
     */
    public static <T> Versioned<T> update(
            Supplier<Versioned<T>> read, UnaryOperator<T> change, BiFunction<T, ETag, Versioned<T>> write) {
        return update(read, current -> write.apply(change.apply(current.value()), current.etag()));
    }

    /**
     * Reads and writes, at most five times, for a write that needs to see what it changes, such as one that sends the difference.
     *
     * @param read reads the resource and its revision
     * @param write writes what it makes of it, if the resource is still at that revision; it may run several times
     * @param <T> the resource's type
     * @return what was written
     * @throws PreconditionFailedException when somebody else was faster every time, and the service says so with 412
     * @throws ConflictException when somebody else was faster every time, and the service says so with 409; or at once, when the
     *     resource is still what was read, so that the conflict is about something else
     */
    public static <T> Versioned<T> update(Supplier<Versioned<T>> read, Function<Versioned<T>, Versioned<T>> write) {
        var current = read.get();
        for (int round = 1; ; round++) {
            try {
                return write.apply(current);
            } catch (PreconditionFailedException | ConflictException e) {
                var now = read.get();
                if (round == ROUNDS || now.etag().equals(current.etag())) {
                    throw e;
                }
                current = now;
            }
        }
    }
}
