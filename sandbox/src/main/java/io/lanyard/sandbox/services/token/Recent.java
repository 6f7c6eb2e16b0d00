// Room: sandbox / token service.
package io.lanyard.sandbox.services.token;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was used lately, in two generations: when the young one is full it becomes the old one, and the old one is
 * forgotten. Looking up takes no lock; memory is bounded by twice the size.
 */
final class Recent<K, V> {
    private final int size;
    private volatile Map<K, V> young = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = Map.of();

    Recent(int size) {
        this.size = size;
    }

    @Nullable V get(K key) {
        var found = young.get(key);
        if (found != null) {
            return found;
        }
        found = old.get(key);
        if (found != null) {
            put(key, found);
        }
        return found;
    }

    void put(K key, V value) {
        if (young.size() >= size) {
            turn();
        }
        young.put(key, value);
    }

    private synchronized void turn() {
        if (young.size() >= size) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
