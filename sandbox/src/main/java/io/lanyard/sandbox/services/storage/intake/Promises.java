// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.intake;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.services.storage.wire.S3Code;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The digests that came with a body, computed again while it passes, and compared at its end. */
final class Promises {
    private static final Pattern SHA256_HEX = Pattern.compile("[0-9a-fA-F]{64}");

    private final Checksum.Running md5 = Checksum.digest("MD5");
    private final Optional<byte[]> promisedMd5;
    private final Optional<String> promisedSha256;
    private final Optional<Checksum.Running> sha256;
    private final Map<Checksum, Checksum.Running> running = new EnumMap<>(Checksum.class);
    private final Map<Checksum, String> promised = new EnumMap<>(Checksum.class);

    /** Reads what the headers promise; {@code trailer} is a checksum that comes after the body. */
    Promises(Call call, String payloadHash, Optional<Checksum> trailer) {
        promisedMd5 = call.header("Content-MD5").map(Promises::md5);
        promisedSha256 =
                Optional.of(payloadHash).filter(hash -> SHA256_HEX.matcher(hash).matches());
        sha256 = promisedSha256.map(hash -> Checksum.digest("SHA-256"));
        for (var name : call.request().headers().names()) {
            if (Checksum.isHeader(name)) {
                var checksum = Checksum.of(name).orElseThrow(() -> unknown(name));
                promise(checksum, call.header(name).orElse(""));
            }
        }
        trailer.ifPresent(checksum -> running.put(checksum, checksum.start()));
    }

    private static byte[] md5(String header) {
        try {
            var digest = Base64.getDecoder().decode(header.strip());
            if (digest.length == 16) {
                return digest;
            }
        } catch (IllegalArgumentException noBase64) {
            throw S3Code.INVALID_DIGEST.refusal();
        }
        throw S3Code.INVALID_DIGEST.refusal();
    }

    static Refusal unknown(String header) {
        return S3Code.NOT_IMPLEMENTED.refusal("The sandbox knows the checksums crc32, crc32c, sha1 and sha256, not '"
                + io.lanyard.sandbox.kernel.Words.shown(header) + "'.");
    }

    private void promise(Checksum checksum, String value) {
        try {
            if (Base64.getDecoder().decode(value.strip()).length
                    != checksum.start().value().length) {
                throw invalid(checksum);
            }
        } catch (IllegalArgumentException noBase64) {
            throw invalid(checksum);
        }
        running.put(checksum, checksum.start());
        promised.put(checksum, value.strip());
    }

    private static Refusal invalid(Checksum checksum) {
        return S3Code.INVALID_REQUEST.refusal("Value for " + checksum.header() + " header is invalid.");
    }

    void update(byte[] bytes, int length) {
        md5.update(bytes, length);
        sha256.ifPresent(digest -> digest.update(bytes, length));
        running.values().forEach(checksum -> checksum.update(bytes, length));
    }

    /** A checksum that came after the body. */
    void trailer(Checksum checksum, String value) {
        promised.put(checksum, value);
    }

    /** Compares; refuses the first promise that was not kept. */
    Intake.Received kept(long size) {
        var found = md5.value();
        if (promisedMd5.filter(wanted -> !MessageDigest.isEqual(wanted, found)).isPresent()) {
            throw S3Code.BAD_DIGEST.refusal();
        }
        if (sha256.isPresent()
                && !HexFormat.of().formatHex(sha256.get().value()).equalsIgnoreCase(promisedSha256.orElseThrow())) {
            throw S3Code.SHA256_MISMATCH.refusal();
        }
        Map<String, String> checksums = new LinkedHashMap<>();
        running.forEach((checksum, computing) -> {
            var computed = computing.text();
            if (!computed.equals(promised.get(checksum))) {
                throw S3Code.BAD_DIGEST.refusal(
                        "The " + checksum.name() + " you specified did not match the calculated checksum.");
            }
            checksums.put(checksum.header(), computed);
        });
        return new Intake.Received(size, HexFormat.of().formatHex(found), checksums);
    }
}
