// Room: sandbox / state.
package io.lanyard.sandbox.state;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Immutable values of one kind in one account, by id, listed in the order they came. Reading needs no lock. Changing calls of
 * one account run one after another (the kernel sees to that), so read-change-write in a handler is safe.
 *
 * @param <V> the values
 */
public final class Store<V> {
    private record Slot<V>(long place, V value) {}

    private final Map<String, Slot<V>> byId = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Long, V> inOrder = new ConcurrentSkipListMap<>();
    private final AtomicLong places = new AtomicLong();
    private final Change<V> watcher;
    private final BiConsumer<String, Boolean> registrar;

    /** Hears of every change, after it is visible; {@code before} is null for a new value, {@code after} for a removed one. */
    public interface Change<V> {
        /** Tells of one change; a value that makes it throw is not put. */
        void changed(String id, @Nullable V before, @Nullable V after);
    }

    Store(BiConsumer<String, Boolean> registrar, Change<V> watcher) {
        this.registrar = registrar;
        this.watcher = watcher;
    }

    /** Finds a value. */
    public Optional<V> find(String id) {
        var slot = byId.get(id);
        return slot == null ? Optional.empty() : Optional.of(slot.value());
    }

    /** Adds or replaces a value; a replaced one keeps its place in the order. */
    public synchronized void put(String id, V value) {
        var before = byId.get(id);
        var slot = new Slot<>(before == null ? places.incrementAndGet() : before.place(), value);
        show(id, slot);
        try {
            watcher.changed(id, before == null ? null : before.value(), value);
        } catch (RuntimeException refused) {
            if (before == null) {
                hide(id, slot);
            } else {
                show(id, before);
            }
            throw refused;
        }
    }

    private void show(String id, Slot<V> slot) {
        if (byId.put(id, slot) == null) {
            registrar.accept(id, true);
        }
        inOrder.put(slot.place(), slot.value());
    }

    private void hide(String id, Slot<V> slot) {
        byId.remove(id);
        inOrder.remove(slot.place());
        registrar.accept(id, false);
    }

    /** Removes a value and returns it. */
    public synchronized Optional<V> remove(String id) {
        var gone = byId.get(id);
        if (gone == null) {
            return Optional.empty();
        }
        hide(id, gone);
        watcher.changed(id, gone.value(), null);
        return Optional.of(gone.value());
    }

    /** Streams the values in the order they came. */
    public Stream<V> stream() {
        return inOrder.values().stream();
    }

    /** Counts the values. */
    public int size() {
        return byId.size();
    }
}
