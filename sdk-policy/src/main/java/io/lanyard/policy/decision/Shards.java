package io.lanyard.policy.decision;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decision: an immutable map that is cheap to change: it is cut into shards, and a change copies one of them. A plain copy would
 * cost every policy write the size of the account.
 */
final class Shards<V> {
    private static final int COUNT = 512;

    private final Map<String, V>[] shards;
    private final int size;

    private Shards(Map<String, V>[] shards, int size) {
        this.shards = shards;
        this.size = size;
    }

    static <V> Shards<V> empty() {
        @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no generic arrays
        Map<String, V>[] shards = new Map[COUNT];
        java.util.Arrays.fill(shards, Map.of());
        return new Shards<>(shards, 0);
    }

    @Nullable V get(String key) {
        return shards[shardOf(key)].get(key);
    }

    Shards<V> with(String key, V value) {
        int at = shardOf(key);
        var shard = new HashMap<>(shards[at]);
        boolean isNew = shard.put(key, value) == null;
        return replaced(at, shard, isNew ? size + 1 : size);
    }

    Shards<V> without(String key) {
        int at = shardOf(key);
        if (!shards[at].containsKey(key)) {
            return this;
        }
        var shard = new HashMap<>(shards[at]);
        shard.remove(key);
        return replaced(at, shard, size - 1);
    }

    /** Builds a whole map at once, for many entries. */
    static <V> Shards<V> of(Map<String, V> entries) {
        Shards<V> all = empty();
        entries.forEach((key, value) -> {
            int at = all.shardOf(key);
            if (all.shards[at].isEmpty()) {
                all.shards[at] = new HashMap<>();
            }
            all.shards[at].put(key, value);
        });
        return new Shards<>(all.shards, entries.size());
    }

    int size() {
        return size;
    }

    void forEach(Consumer<V> each) {
        for (var shard : shards) {
            Collection<V> values = shard.values();
            values.forEach(each);
        }
    }

    private Shards<V> replaced(int at, Map<String, V> shard, int newSize) {
        var copy = shards.clone();
        copy[at] = shard;
        return new Shards<>(copy, newSize);
    }

    private int shardOf(String key) {
        int hash = key.hashCode();
        return (hash ^ (hash >>> 16) ^ (hash >>> 25)) & (COUNT - 1);
    }
}
