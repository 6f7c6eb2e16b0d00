// Room: sandbox / state.
package io.lanyard.sandbox.state;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last entries of something, oldest first; the oldest make room. Memory is bounded by the capacity.
 *
 * @param <E> the entries
 */
public final class Journal<E> {
    private final int capacity;
    private final ArrayDeque<E> entries = new ArrayDeque<>();
    private volatile @Nullable Reader<E> reader;

    /**
     * Hears of every entry, in the order of the journal.
     *
     * @param <E> the entries
     */
    public interface Reader<E> {
        /** Says that an entry is about to come. No lock is held yet, so a reader that is behind may take a moment here. */
        void ready();

        /** Takes an entry. The journal waits for it, so whatever takes time is done elsewhere. */
        void read(E entry);
    }

    /** Makes an empty journal that keeps up to {@code capacity} entries. */
    public Journal(int capacity) {
        this.capacity = capacity;
    }

    /** Adds an entry, dropping the oldest when full. */
    public void add(E entry) {
        var who = reader;
        if (who != null) {
            who.ready();
        }
        synchronized (this) {
            if (entries.size() == capacity) {
                entries.removeFirst();
            }
            entries.addLast(entry);
            if (who != null) {
                who.read(entry);
            }
        }
    }

    /** Has somebody hear of every entry from now on. */
    public void readBy(Reader<E> who) {
        reader = who;
    }

    /** Copies what is there, oldest first. */
    public synchronized List<E> entries() {
        return List.copyOf(entries);
    }
}
