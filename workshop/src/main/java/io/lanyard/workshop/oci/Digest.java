package io.lanyard.workshop.oci;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Registry client: what names content by what it holds.
 *
 * @param text {@code sha256:} and 64 hexadecimal digits
 */
public record Digest(String text) {
    private static final String ALGORITHM = "sha256:";

    /** Takes only SHA-256, the one that every registry has. */
    public Digest {
        if (!text.matches("sha256:[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 digest: " + text);
        }
    }

    /**
     * Computes the digest of content.
     *
     * @param content the bytes
     * @return their digest
     */
    public static Digest of(byte[] content) {
        try {
            return new Digest(ALGORITHM
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Gives the digits alone, which are the name of the blob's file in a layout.
     *
     * @return 64 hexadecimal digits
     */
    public String hex() {
        return text.substring(ALGORITHM.length());
    }

    /**
     * Abbreviates for a line on a terminal.
     *
     * @return the algorithm and the first twelve digits
     */
    public String brief() {
        return text.substring(0, ALGORITHM.length() + 12);
    }

    @Override
    public String toString() {
        return text;
    }
}
