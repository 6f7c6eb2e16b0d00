// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * A page of a list: objects, and what the keys up to a delimiter have in common.
 *
 * @param objects the objects, by key
 * @param prefixes the common prefixes, each of which counts as one entry
 * @param last where the next page goes on
 * @param truncated whether there is more
 */
public record KeyPage(List<StoredObject> objects, List<String> prefixes, String last, boolean truncated) {

    /** Returns how many entries it has. */
    public int size() {
        return objects.size() + prefixes.size();
    }

    /** Collects a page; what is under a common prefix is leapt over, however much it is. */
    public static KeyPage of(
            NavigableMap<String, StoredObject> all, String prefix, String delimiter, String after, int limit) {
        List<StoredObject> objects = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        var last = after;
        var entry = start(all, prefix, delimiter, after);
        while (entry != null && entry.getKey().startsWith(prefix)) {
            if (objects.size() + prefixes.size() == limit) {
                return new KeyPage(objects, prefixes, last, limit > 0);
            }
            var common = common(entry.getKey(), prefix, delimiter);
            if (common.isEmpty()) {
                objects.add(entry.getValue());
                last = entry.getKey();
                entry = all.higherEntry(last);
            } else {
                prefixes.add(common);
                last = common;
                entry = beyond(all, common);
            }
        }
        return new KeyPage(objects, prefixes, last, false);
    }

    private static Map.Entry<String, StoredObject> start(
            NavigableMap<String, StoredObject> all, String prefix, String delimiter, String after) {
        if (KeyOrder.BY_BYTES.compare(after, prefix) < 0) {
            return all.ceilingEntry(prefix);
        }
        var common = common(after, prefix, delimiter);
        return !common.isEmpty() && common.equals(after) ? beyond(all, common) : all.higherEntry(after);
    }

    /** The first entry whose key doesn't begin so: the greatest code point closes the range of those that do. */
    private static Map.Entry<String, StoredObject> beyond(NavigableMap<String, StoredObject> all, String prefix) {
        var entry = all.higherEntry(prefix + Character.toString(Character.MAX_CODE_POINT));
        while (entry != null && entry.getKey().startsWith(prefix)) {
            entry = all.higherEntry(entry.getKey());
        }
        return entry;
    }

    private static String common(String key, String prefix, String delimiter) {
        if (delimiter.isEmpty() || !key.startsWith(prefix)) {
            return "";
        }
        var at = key.indexOf(delimiter, prefix.length());
        return at < 0 ? "" : key.substring(0, at + delimiter.length());
    }
}
