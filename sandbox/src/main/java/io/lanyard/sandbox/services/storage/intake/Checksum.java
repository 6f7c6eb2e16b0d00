// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.intake;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** The algorithms of the {@code x-amz-checksum-…} headers. */
public enum Checksum {
    /** CRC-32. */
    CRC32,
    /** CRC-32C. */
    CRC32C,
    /** SHA-1. */
    SHA1,
    /** SHA-256. */
    SHA256;

    private static final String PREFIX = "x-amz-checksum-";

    /** Computes while bytes pass. */
    interface Running {
        void update(byte[] bytes, int length);

        byte[] value();

        default String text() {
            return Base64.getEncoder().encodeToString(value());
        }
    }

    /** Returns the header that carries it. */
    public String header() {
        return PREFIX + name().toLowerCase(Locale.ROOT);
    }

    /** Finds one by its header. */
    public static Optional<Checksum> of(String header) {
        return Arrays.stream(values())
                .filter(one -> one.header().equalsIgnoreCase(header.strip()))
                .findFirst();
    }

    /** Tells whether a header is one of these, known here or not. */
    static boolean isHeader(String name) {
        return name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
                && !name.toLowerCase(Locale.ROOT).endsWith("-mode")
                && !name.toLowerCase(Locale.ROOT).endsWith("-type")
                && !name.toLowerCase(Locale.ROOT).endsWith("-algorithm");
    }

    Running start() {
        return switch (this) {
            case CRC32 -> of(new CRC32());
            case CRC32C -> of(new CRC32C());
            case SHA1 -> digest("SHA-1");
            case SHA256 -> digest("SHA-256");
        };
    }

    private static Running of(java.util.zip.Checksum crc) {
        return new Running() {
            @Override
            public void update(byte[] bytes, int length) {
                crc.update(bytes, 0, length);
            }

            @Override
            public byte[] value() {
                return ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
            }
        };
    }

    static Running digest(String algorithm) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has " + algorithm, impossible);
        }
        return new Running() {
            @Override
            public void update(byte[] bytes, int length) {
                digest.update(bytes, 0, length);
            }

            @Override
            public byte[] value() {
                return digest.digest();
            }
        };
    }
}
