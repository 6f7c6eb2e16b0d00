// Room: sandbox / state.
package io.lanyard.sandbox.state;

import java.util.ArrayDeque;
import java.util.List;

/**
 * The last entries of something, oldest first; the oldest make room. Memory is bounded by the capacity.
 *
 * @param <E> the entries
 */
public final class Journal<E> {
    private final int capacity;
    private final ArrayDeque<E> entries = new ArrayDeque<>();

    /** Makes an empty journal that keeps up to {@code capacity} entries. */
    public Journal(int capacity) {
        this.capacity = capacity;
    }

    /** Adds an entry, dropping the oldest when full. */
    public synchronized void add(E entry) {
        if (entries.size() == capacity) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    /** Copies what is there, oldest first. */
    public synchronized List<E> entries() {
        return List.copyOf(entries);
    }
}
