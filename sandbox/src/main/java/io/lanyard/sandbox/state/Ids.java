// Room: sandbox / state.
package io.lanyard.sandbox.state;

import java.util.Random;
import java.util.UUID;

/** The source of ids and secrets of one world: the same seed gives the same ones in the same order. */
public final class Ids {
    private static final String HEX = "0123456789abcdef";
    private static final String URL_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String ACCOUNT_USER = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private final Random random;

    /** Starts from a source of randomness: seeded for tests, a {@link java.security.SecureRandom} for a sandbox others reach. */
    public Ids(Random random) {
        this.random = random;
    }

    /** Returns a random UUID in its usual form. */
    public synchronized String uuid() {
        var high = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
        var low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** Returns lower-case hex digits. */
    public String hex(int digits) {
        return pick(HEX, digits);
    }

    /** Returns an API key's value: 44 URL-safe characters. */
    public String apiKeyValue() {
        return pick(URL_SAFE, 44);
    }

    /** Returns an IBMid, such as {@code IBMid-550000HFVV}. */
    public String ibmId() {
        return "IBMid-55" + pick(ACCOUNT_USER, 8);
    }

    /** Returns an entity tag of a revision: {@code 1-<32 hex>}. */
    public String entityTag(long revision) {
        return revision + "-" + hex(32);
    }

    /** Returns the entity tag that follows another one. */
    public String nextEntityTag(String tag) {
        var dash = tag.indexOf('-');
        return entityTag(dash < 1 ? 1 : Long.parseLong(tag.substring(0, dash)) + 1);
    }

    private synchronized String pick(String alphabet, int length) {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
