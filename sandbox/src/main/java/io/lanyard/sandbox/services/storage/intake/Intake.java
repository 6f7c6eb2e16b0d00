// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.intake;

import io.lanyard.sandbox.content.Sink;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.services.storage.sign.ChunkSeal;
import io.lanyard.sandbox.services.storage.wire.S3Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * A body on its way in. What its headers say is checked before a byte is read; what they promise is checked after the last one, so
 * that whoever keeps the bytes keeps them only when everything was true.
 */
public final class Intake {
    private static final int BUFFER = 64 * 1024;
    private static final String SIGNED = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private static final String TRAILER = "-TRAILER";
    private static final String UNSIGNED_CHUNKS = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private final long length;
    private final InputStream in;
    private final Promises promises;
    private final Optional<AwsChunks> chunks;

    /**
     * A body that came as promised.
     *
     * @param size how many bytes
     * @param md5 their MD5 in hex
     * @param checksums the checksum headers that were true
     */
    public record Received(long size, String md5, Map<String, String> checksums) {}

    private Intake(Call call, Optional<ChunkSeal> seal, boolean object) {
        var hash = call.header("x-amz-content-sha256").orElse(UNSIGNED).strip();
        var chunked = hash.startsWith(SIGNED) || hash.equals(UNSIGNED_CHUNKS);
        length = chunked ? decodedLength(call) : plainLength(call, hash, object);
        var trailer = chunked && hash.endsWith(TRAILER)
                ? call.header("x-amz-trailer").map(name -> Checksum.of(name).orElseThrow(() -> Promises.unknown(name)))
                : Optional.<Checksum>empty();
        promises = new Promises(call, hash, trailer);
        if (chunked) {
            var signed = hash.startsWith(SIGNED);
            if (signed && seal.isEmpty()) {
                throw S3Code.INVALID_REQUEST.refusal("Signed chunks need a request that is signed.");
            }
            chunks = Optional.of(new AwsChunks(
                    call.body().stream(), signed ? seal : Optional.empty(), hash.endsWith(TRAILER), trailer));
            in = chunks.get();
        } else {
            chunks = Optional.empty();
            in = call.body().stream();
        }
    }

    /**
     * Looks at the headers of a call.
     *
     * @param seal checks the signatures of chunks, where the call is signed
     * @param object whether it brings an object, whose length must be said, be it 0; a document that isn't there has none
     */
    public static Intake of(Call call, Optional<ChunkSeal> seal, boolean object) {
        return new Intake(call, seal, object);
    }

    private static long decodedLength(Call call) {
        return call.header("x-amz-decoded-content-length")
                .map(Intake::number)
                .orElseThrow(S3Code.MISSING_LENGTH::refusal);
    }

    private static long plainLength(Call call, String hash, boolean object) {
        if (!hash.equals(UNSIGNED) && !hash.matches("[0-9a-fA-F]{64}")) {
            throw S3Code.INVALID_ARGUMENT.refusal(
                    "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD,"
                            + " STREAMING-UNSIGNED-PAYLOAD-TRAILER, or a valid SHA-256 value.");
        }
        if (call.body().length() < 0) {
            if (!object && call.header("Transfer-Encoding").isEmpty()) {
                return 0;
            }
            throw S3Code.MISSING_LENGTH.refusal();
        }
        return call.body().length();
    }

    private static long number(String header) {
        if (!header.strip().matches("\\d{1,15}")) {
            throw S3Code.INVALID_ARGUMENT.refusal("x-amz-decoded-content-length must be a number of bytes.");
        }
        return Long.parseLong(header.strip());
    }

    /** Returns how many bytes will come, if the headers are true. */
    public long length() {
        return length;
    }

    /**
     * Reads all into a sink.
     *
     * @throws IOException when the sink takes no more
     */
    public Received into(Sink sink) throws IOException {
        return read(sink::write);
    }

    /** Reads a small body, such as a document, into memory; refused as {@code tooLarge} says when it is larger than that. */
    public byte[] bytes(int most, S3Code tooLarge) {
        if (length > most) {
            throw tooLarge.refusal();
        }
        var bytes = new ByteArrayOutputStream((int) length);
        try {
            read((buffer, n) -> bytes.write(buffer, 0, n));
        } catch (IOException impossible) {
            throw new IllegalStateException("memory takes every document", impossible);
        }
        return bytes.toByteArray();
    }

    /** Tells whether a call's body comes with a checksum, before or after it. */
    public static boolean hasChecksum(Call call) {
        return call.request().headers().names().stream().anyMatch(Checksum::isHeader)
                || call.header("x-amz-trailer").isPresent();
    }

    /**
     * Computes the MD5 of a stream, in hex.
     *
     * @throws IOException when it breaks
     */
    public static String md5(InputStream in) throws IOException {
        var digest = Checksum.digest("MD5");
        var buffer = new byte[BUFFER];
        for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, n);
        }
        return HexFormat.of().formatHex(digest.value());
    }

    private interface Taker {
        void take(byte[] bytes, int length) throws IOException;
    }

    private Received read(Taker taker) throws IOException {
        var buffer = new byte[(int) Math.max(1, Math.min(BUFFER, length))];
        var size = 0L;
        for (var n = next(buffer); n >= 0; n = next(buffer)) {
            size += n;
            if (size > length) {
                throw S3Code.INCOMPLETE_BODY.refusal(
                        "The body is longer than the " + length + " bytes that were announced.");
            }
            promises.update(buffer, n);
            taker.take(buffer, n);
        }
        if (size < length) {
            throw S3Code.INCOMPLETE_BODY.refusal();
        }
        chunks.flatMap(AwsChunks::trailer).ifPresent(sent -> promises.trailer(sent.checksum(), sent.value()));
        return promises.kept(size);
    }

    private int next(byte[] buffer) {
        try {
            return in.read(buffer, 0, buffer.length);
        } catch (IOException gone) {
            throw S3Code.INCOMPLETE_BODY.refusal();
        }
    }
}
