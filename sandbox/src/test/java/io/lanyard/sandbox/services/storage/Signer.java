// Room: sandbox / object storage tests. Signs requests as the public description of version 4 says, and wrongly where a
// test wants it.
package io.lanyard.sandbox.services.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The owner of HMAC keys. */
record Signer(String accessKey, String secret, String host) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    static final String CHUNKS = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";

    /**
     * A signed request's head, and what the signatures of its chunks begin with.
     *
     * @param text the head
     * @param signature the signature
     * @param key the signing key
     * @param time when
     * @param scope day and place
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Head(String text, String signature, byte[] key, String time, String scope) {
        /** Signs chunks one after another; the last one is empty. */
        String chunks(String... chunks) {
            var body = new StringBuilder();
            var previous = signature;
            for (var i = 0; i <= chunks.length; i++) {
                var chunk = i == chunks.length ? "" : chunks[i];
                previous = hex(hmac(
                        key,
                        "AWS4-HMAC-SHA256-PAYLOAD\n" + time + "\n" + scope + "\n" + previous + "\n" + sha256("") + "\n"
                                + sha256(chunk)));
                body.append(Integer.toHexString(chunk.length()))
                        .append(";chunk-signature=")
                        .append(previous)
                        .append("\r\n")
                        .append(chunk)
                        .append("\r\n");
            }
            return body.toString();
        }
    }

    /** Signs a request without a query; more headers are {@code name:value} and signed, too. */
    Head head(String method, String path, Instant at, String payload, String... more) {
        var time = TIME.format(at);
        var scope = time.substring(0, 8) + "/us-south/s3/aws4_request";
        var headers = new java.util.TreeMap<String, String>();
        headers.put("host", host);
        headers.put("x-amz-content-sha256", payload);
        headers.put("x-amz-date", time);
        for (var header : more) {
            headers.put(header.split(":", 2)[0], header.split(":", 2)[1]);
        }
        var canonical = new StringBuilder(method + "\n" + path + "\n\n");
        headers.forEach((name, value) ->
                canonical.append(name).append(':').append(value).append('\n'));
        var names = String.join(";", headers.keySet());
        canonical.append('\n').append(names).append('\n').append(payload);
        var key = hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), time.substring(0, 8));
        for (var step : new String[] {"us-south", "s3", "aws4_request"}) {
            key = hmac(key, step);
        }
        var signature =
                hex(hmac(key, "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + sha256(canonical.toString())));
        var head = new StringBuilder(method + " " + path + " HTTP/1.1");
        headers.forEach(
                (name, value) -> head.append('\n').append(name).append(": ").append(value));
        head.append("\nAuthorization: AWS4-HMAC-SHA256 Credential=" + accessKey + "/" + scope + ", SignedHeaders="
                + names + ", Signature=" + signature);
        return new Head(head.toString(), signature, key, time, scope);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static String sha256(String text) {
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
