// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.store;

import java.util.Comparator;

/** The order of keys: that of their UTF-8 bytes, which is that of code points, not that of {@code char}s. */
public final class KeyOrder implements Comparator<String> {
    /** The one order. */
    public static final Comparator<String> BY_BYTES = new KeyOrder();

    private KeyOrder() {}

    @Override
    public int compare(String a, String b) {
        var length = Math.min(a.length(), b.length());
        for (var i = 0; i < length; i++) {
            var x = a.charAt(i);
            var y = b.charAt(i);
            if (x != y) {
                return Character.isSurrogate(x) == Character.isSurrogate(y)
                        ? Character.compare(x, y)
                        : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
