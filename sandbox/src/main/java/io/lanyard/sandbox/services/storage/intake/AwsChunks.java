// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.intake;

import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.services.storage.sign.ChunkSeal;
import io.lanyard.sandbox.services.storage.wire.S3Code;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bytes inside an {@code aws-chunked} body: chunks of {@code size;chunk-signature=…}, the last one empty, then perhaps a trailer.
 * The signature of each chunk is checked when the chunk has passed.
 */
final class AwsChunks extends InputStream {
    private static final int LONGEST_LINE = 1024;
    private static final String SIGNATURE = ";chunk-signature=";

    private final InputStream in;
    private final Optional<ChunkSeal> seal;
    private final boolean trailing;
    private final Optional<Checksum> expected;
    private String signature = "";
    private long left;
    private boolean begun;
    private boolean ended;
    private @Nullable Trailer trailer;

    /**
     * A checksum that came after the body.
     *
     * @param checksum which one
     * @param value its value
     */
    record Trailer(Checksum checksum, String value) {}

    AwsChunks(InputStream in, Optional<ChunkSeal> seal, boolean trailing, Optional<Checksum> expected) {
        this.in = new BufferedInputStream(in, 16 * 1024);
        this.seal = seal;
        this.trailing = trailing;
        this.expected = expected;
    }

    /** Returns the checksum of the trailer, once everything was read. */
    Optional<Trailer> trailer() {
        return Optional.ofNullable(trailer);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        while (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        var n = in.read(buffer, from, (int) Math.min(length, left));
        if (n < 0) {
            throw S3Code.INCOMPLETE_BODY.refusal();
        }
        seal.ifPresent(open -> open.update(buffer, from, n));
        left -= n;
        return n;
    }

    private void nextChunk() throws IOException {
        if (begun) {
            expectEmpty(line());
            seal.ifPresent(open -> open.close(signature));
        }
        begun = true;
        var line = line();
        var end = line.indexOf(';');
        var size = end < 0 ? line : line.substring(0, end);
        if (!size.matches("[0-9a-fA-F]{1,12}")) {
            throw malformed();
        }
        signature = line.startsWith(SIGNATURE, Math.max(end, 0)) ? line.substring(end + SIGNATURE.length()) : "";
        left = Long.parseLong(size, 16);
        if (left == 0) {
            end();
        }
    }

    private void end() throws IOException {
        ended = true;
        seal.ifPresent(open -> open.close(signature));
        if (trailing) {
            trailers();
        } else {
            expectEmpty(line());
        }
        if (in.read() >= 0) {
            throw S3Code.INCOMPLETE_BODY.refusal("There are bytes after the last chunk.");
        }
    }

    private void trailers() throws IOException {
        var signed = new StringBuilder();
        var sealed = "";
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            if (colon < 1) {
                throw malformed();
            }
            var name = line.substring(0, colon).strip();
            var value = line.substring(colon + 1).strip();
            if (name.equalsIgnoreCase("x-amz-trailer-signature")) {
                sealed = value;
            } else {
                signed.append(name).append(':').append(value).append('\n');
                Checksum.of(name)
                        .filter(checksum -> expected.filter(checksum::equals).isPresent())
                        .ifPresent(checksum -> trailer = new Trailer(checksum, value));
            }
        }
        if (seal.isPresent()) {
            seal.get().closeTrailer(signed.toString(), sealed);
        }
    }

    private static void expectEmpty(String line) {
        if (!line.isEmpty()) {
            throw malformed();
        }
    }

    /** Reads to the next line end; the end of the body is one, too, as some clients leave the last one out. */
    private String line() throws IOException {
        var line = new byte[LONGEST_LINE];
        var n = 0;
        for (var b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n' && n > 0 && line[n - 1] == '\r') {
                return new String(line, 0, n - 1, StandardCharsets.US_ASCII);
            }
            if (n == LONGEST_LINE) {
                throw malformed();
            }
            line[n++] = (byte) b;
        }
        if (n > 0 || !ended) {
            throw S3Code.INCOMPLETE_BODY.refusal();
        }
        return "";
    }

    private static Refusal malformed() {
        return S3Code.INVALID_REQUEST.refusal("The body is not aws-chunked, though its headers say so.");
    }
}
