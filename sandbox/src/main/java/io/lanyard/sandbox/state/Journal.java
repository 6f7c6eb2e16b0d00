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
        /** Takes an entry, and never waits: whoever adds one may hold a lock, or be a thread that others need. */
        void read(E entry);

        /** Tells whether it is behind, and catching up. */
        boolean isBehind();

        /** Waits a moment for it to catch up. */
        void giveWay();
    }

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
        var who = reader;
        if (who != null) {
            who.read(entry);
        }
    }

    /** Tells whether who reads it is behind: then those who add may {@link #giveWay}. */
    public boolean isBehind() {
        var who = reader;
        return who != null && who.isBehind();
    }

    /** Waits a moment for who reads it: for those who have added entries, hold no lock, and keep nobody else waiting. */
    public void giveWay() {
        var who = reader;
        if (who != null) {
            who.giveWay();
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
