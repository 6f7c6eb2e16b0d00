// Room: sandbox / object storage tests. Bodies that lie, break off, or keep their promises.
package io.lanyard.sandbox.services.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.services.storage.StorageScene.Answer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
    private static StorageScene scene;

    @BeforeAll
    static void begin() {
        scene = new StorageScene();
        scene.owner.bucket("intake");
    }

    @AfterAll
    static void end() {
        scene.close();
    }

    @BeforeEach
    void somethingIsThere() {
        assertThat(scene.owner.put("/intake/k", "before").status()).isEqualTo(200);
    }

    @AfterEach
    void whatWasThereStays() {
        assertThat(scene.owner.get("/intake/k").text()).isIn("before", "hello");
    }

    private static Answer put(String body, String... headers) {
        return scene.owner.put("/intake/k", body, headers);
    }

    @Test
    void uploadsThatStandStillKeepNobodyElseWaiting() throws IOException {
        var token = scene.owner.token();
        var uri = URI.create(scene.sandbox.storageUrl());
        var still = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 40; i++) {
                var socket = new Socket(uri.getHost(), uri.getPort());
                still.add(socket);
                socket.getOutputStream()
                        .write(("PUT /intake/still HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                                        + "\r\nContent-Length: 9\r\n\r\nhalf")
                                .getBytes(StandardCharsets.UTF_8));
            }
            assertThat(RawS3.send(
                            scene.sandbox.storageUrl(),
                            "GET /intake/k HTTP/1.1\nHost: x\nAuthorization: Bearer " + token,
                            new byte[0],
                            false))
                    .startsWith("HTTP/1.1 200");
        } finally {
            for (var socket : still) {
                socket.close();
            }
        }
    }

    private static void stays() {
        assertThat(scene.owner.get("/intake/k").text()).isEqualTo("before");
    }

    private static byte[] hash(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String crc(java.util.zip.Checksum crc, String text) {
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return base64(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    @Test
    void anMd5ThatIsTrueAndOnesThatAreNot() {
        assertThat(put("hello", "Content-MD5", base64(hash("MD5", "other"))).problem())
                .isEqualTo("400 BadDigest");
        stays();
        assertThat(put("hello", "Content-MD5", "no digest").problem()).isEqualTo("400 InvalidDigest");
        assertThat(put("hello", "Content-MD5", base64(new byte[5])).problem()).isEqualTo("400 InvalidDigest");
        stays();
        assertThat(put("hello", "Content-MD5", base64(hash("MD5", "hello"))).status())
                .isEqualTo(200);
    }

    @Test
    void aSha256ThatIsTrueAndOnesThatAreNot() {
        var other = HexFormat.of().formatHex(hash("SHA-256", "other"));
        assertThat(put("hello", "x-amz-content-sha256", other).problem()).isEqualTo("400 XAmzContentSHA256Mismatch");
        stays();
        assertThat(put("hello", "x-amz-content-sha256", "something").problem()).isEqualTo("400 InvalidArgument");
        var its = HexFormat.of().formatHex(hash("SHA-256", "hello"));
        assertThat(put("hello", "x-amz-content-sha256", its).status()).isEqualTo(200);
    }

    @Test
    void checksumsAreComparedAndToldAgain() {
        var crc32 = crc(new CRC32(), "hello");
        assertThat(put("hallo", "x-amz-checksum-crc32", crc32).problem()).isEqualTo("400 BadDigest");
        stays();
        assertThat(put("hello", "x-amz-checksum-crc32", "AA==").problem()).isEqualTo("400 InvalidRequest");
        assertThat(put("hello", "x-amz-checksum-crc32", "!").problem()).isEqualTo("400 InvalidRequest");
        assertThat(put("hello", "x-amz-checksum-crc64nvme", "AA==").problem()).isEqualTo("501 NotImplemented");
        for (var header : new String[][] {
            {"x-amz-checksum-crc32", crc32},
            {"x-amz-checksum-crc32c", crc(new CRC32C(), "hello")},
            {"x-amz-checksum-sha1", base64(hash("SHA-1", "hello"))},
            {"x-amz-checksum-sha256", base64(hash("SHA-256", "hello"))}
        }) {
            var answer = put("hello", header[0], header[1], "x-amz-sdk-checksum-algorithm", "whatever");
            assertThat(answer.header(header[0])).as(answer.text()).isEqualTo(header[1]);
            assertThat(scene.owner.get("/intake/k").header(header[0])).isEmpty();
            assertThat(scene.owner
                            .head("/intake/k", "x-amz-checksum-mode", "ENABLED")
                            .header(header[0]))
                    .isEqualTo(header[1]);
        }
    }

    private static String raw(String headers, String body, boolean end) {
        return RawS3.send(
                scene.sandbox.storageUrl(),
                "PUT /intake/k HTTP/1.1\nHost: 127.0.0.1\nAuthorization: Bearer " + scene.owner.token() + headers,
                body.getBytes(StandardCharsets.UTF_8),
                end);
    }

    @Test
    void aBodyThatBreaksOffLeavesWhatWasThere() {
        raw("\nContent-Length: 1000", "only this", true);
        stays();
        raw("\nContent-Length: 100000", "x".repeat(70_000), true);
        stays();
    }

    @Test
    void aBodyOfUnknownLengthIsRefused() {
        assertThat(raw("\nTransfer-Encoding: chunked", "5\r\nhello\r\n0\r\n\r\n", false))
                .startsWith("HTTP/1.1 411")
                .contains("<Code>MissingContentLength</Code>");
        assertThat(raw("", "", false)).startsWith("HTTP/1.1 411");
        stays();
    }

    private static String chunked(String body, String length) {
        return raw(
                "\nx-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\nx-amz-trailer: x-amz-checksum-crc32"
                        + "\nContent-Encoding: aws-chunked,gzip" + length + "\nContent-Length: " + body.length(),
                body,
                false);
    }

    @Test
    void chunksWithATrailerAreDecodedAndItsChecksumIsHeldAgainstThem() {
        var crc = crc(new CRC32(), "hello");
        var length = "\nx-amz-decoded-content-length: 5";

        assertThat(chunked("3\r\nhel\r\n2\r\nlo\r\n0\r\nx-amz-checksum-crc32:" + crc + "\r\n\r\n", length))
                .startsWith("HTTP/1.1 200")
                .contains("x-amz-checksum-crc32: " + crc);
        assertThat(scene.owner.get("/intake/k").text()).isEqualTo("hello");
        assertThat(scene.owner.get("/intake/k").header("Content-Encoding")).isEqualTo("gzip");
        put("before");
        assertThat(chunked("5\r\nhallo\r\n0\r\nx-amz-checksum-crc32:" + crc + "\r\n\r\n", length))
                .contains("BadDigest");
        assertThat(chunked("5\r\nhello\r\n0\r\n\r\n", length)).contains("BadDigest");
        stays();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4\r\nhell\r\n0\r\nx:y\r\n\r\n", // shorter than it says
                "6\r\nhello!\r\n0\r\nx:y\r\n\r\n", // longer
                "5\r\nhello\r\n", // no end
                "5\r\nhel", // a chunk that breaks off
                "5\r\nhello0\r\n\r\n", // no line end
                "zz\r\nhello\r\n0\r\n\r\n", // no size
                "5\r\nhello\r\n0\r\nnonsense\r\n\r\n", // no trailer
                "5\r\nhello\r\n0\r\nx:y\r\n\r\nmore" // something after the end
            })
    void chunksThatLieAreFound(String body) {
        assertThat(chunked(body, "\nx-amz-decoded-content-length: 5"))
                .startsWith("HTTP/1.1 400")
                .containsPattern("IncompleteBody|InvalidRequest");
        stays();
    }

    @Test
    void chunksMustSayTheirLengthAndBeSignedWhenTheySaySo() {
        assertThat(chunked("5\r\nhello\r\n0\r\n\r\n", "")).contains("MissingContentLength");
        assertThat(chunked("5\r\nhello\r\n0\r\n\r\n", "\nx-amz-decoded-content-length: five"))
                .contains("InvalidArgument");
        assertThat(put(
                                "x",
                                "x-amz-content-sha256",
                                "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
                                "x-amz-decoded-content-length",
                                "1")
                        .problem())
                .isEqualTo("400 InvalidRequest");
        stays();
    }

    @Test
    void whoIsRefusedNeedNotSendItsBody() {
        var refused = RawS3.send(
                scene.sandbox.storageUrl(),
                "PUT /intake/k HTTP/1.1\nHost: 127.0.0.1\nExpect: 100-continue\nContent-Length: 5",
                new byte[0],
                false);
        assertThat(refused).startsWith("HTTP/1.1 403").contains("AccessDenied").contains("Connection: close");
        assertThat(RawS3.hesitate(
                        scene.sandbox.storageUrl(),
                        "PUT /intake/k HTTP/1.1\nHost: 127.0.0.1\nAuthorization: Bearer " + scene.owner.token()
                                + "\nExpect: 100-continue\nContent-Length: 5",
                        "hello"))
                .startsWith("HTTP/1.1 100 Continue")
                .contains("HTTP/1.1 200");
    }

    @Test
    void keysMetadataAndOtherHeadersHaveLimits() {
        assertThat(scene.owner.put("/intake/" + "k".repeat(1024), "x").status()).isEqualTo(200);
        assertThat(scene.owner.put("/intake/" + "k".repeat(1025), "x").problem())
                .isEqualTo("400 KeyTooLongError");
        assertThat(scene.owner.put("/intake/" + "%C3%BC".repeat(513), "x").problem())
                .isEqualTo("400 KeyTooLongError");
        assertThat(scene.owner
                        .put("/intake/m", "x", "x-amz-meta-long", "v".repeat(2045))
                        .problem())
                .isEqualTo("400 MetadataTooLarge");
        assertThat(scene.owner
                        .put("/intake/m", "x", "x-amz-meta-a", "1", "x-amz-meta-a", "2")
                        .status())
                .isEqualTo(200);
        assertThat(scene.owner.get("/intake/m").header("x-amz-meta-a")).isEqualTo("1,2");
        assertThat(scene.owner
                        .put("/intake/m", "x", "x-amz-object-lock-mode", "COMPLIANCE")
                        .problem())
                .isEqualTo("501 NotImplemented");
        assertThat(raw("\nContent-Length: 6000000000", "", true)).contains("EntityTooLarge");
    }
}
