// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.blobs;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of some content: {@code sha256:<64 hex>} or {@code sha512:<128 hex>}, the two algorithms that the OCI image
 * specification registers.
 *
 * @param algorithm {@code sha256} or {@code sha512}
 * @param hex the hash, in lower-case hex digits
 */
public record Digest(String algorithm, String hex) implements Comparable<Digest> {
    /** The algorithm that every client uses unless told otherwise. */
    public static final String SHA256 = "sha256";

    private static final Map<String, String> JAVA_NAMES = Map.of(SHA256, "SHA-256", "sha512", "SHA-512");
    private static final Map<String, Integer> LENGTHS = Map.of(SHA256, 64, "sha512", 128);
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");

    /** Checks the form. */
    public Digest {
        var length = LENGTHS.get(algorithm);
        if (length == null || hex.length() != length || !HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a digest");
        }
    }

    /** Reads {@code algorithm:hex}; empty when it is not one of ours. */
    public static Optional<Digest> parse(String text) {
        var colon = text.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Digest(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Computes the SHA-256 name of some bytes. */
    public static Digest of(byte[] content) {
        return of(SHA256, content);
    }

    /** Computes the name of some bytes. */
    public static Digest of(String algorithm, byte[] content) {
        return finish(algorithm, hasher(algorithm).digest(content));
    }

    static Digest finish(String algorithm, byte[] hash) {
        return new Digest(algorithm, HexFormat.of().formatHex(hash));
    }

    static MessageDigest hasher(String algorithm) {
        try {
            return MessageDigest.getInstance(JAVA_NAMES.getOrDefault(algorithm, algorithm));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has " + algorithm, impossible);
        }
    }

    @Override
    public int compareTo(Digest other) {
        return toString().compareTo(other.toString());
    }

    /** Returns {@code algorithm:hex}. */
    @Override
    public String toString() {
        return algorithm + ":" + hex;
    }
}
