// Room: sandbox / object storage tests. Requests that are signed, well and badly.
package io.lanyard.sandbox.services.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private static StorageScene scene;
    private static Signer signer;

    @BeforeAll
    static void begin() {
        scene = new StorageScene();
        scene.owner.bucket("signed");
        var made = Actor.owner(scene.sandbox, scene.account)
                .post(
                        "/v2/resource_keys",
                        Actor.json(
                                "name",
                                "hmac",
                                "source",
                                scene.instance.value(),
                                "role",
                                "Manager",
                                "parameters",
                                Actor.json("HMAC", true)));
        var keys = made.json().getAsJsonObject("credentials").getAsJsonObject("cos_hmac_keys");
        signer = new Signer(
                keys.get("access_key_id").getAsString(),
                keys.get("secret_access_key").getAsString(),
                scene.sandbox.storageUrl().replace("http://", ""));
    }

    @AfterAll
    static void end() {
        scene.close();
    }

    private static String send(String head, String body) {
        return RawS3.send(
                scene.sandbox.storageUrl(),
                head + "\nContent-Length: " + body.length(),
                body.getBytes(StandardCharsets.UTF_8),
                false);
    }

    private static String put(Signer by, Instant at, String body) {
        return send(by.head("PUT", "/signed/k", at, Signer.sha256(body)).text(), body);
    }

    @Test
    void theServiceIdOfTheKeysActs() {
        assertThat(put(signer, Instant.now(), "hello")).startsWith("HTTP/1.1 200");
        assertThat(scene.owner.get("/signed/k").text()).isEqualTo("hello");
        var event = scene.event("object.create");
        assertThat(event.initiator().credentialType()).isEqualTo("hmac");
        assertThat(event.initiator().id()).startsWith("iam-ServiceId-");
        var lists = send(signer.head("GET", "/", Instant.now(), UNSIGNED).text(), "");
        assertThat(lists).contains("<Name>signed</Name>");
    }

    @Test
    void aWrongSecretOrAChangedRequestIsFound() {
        assertThat(put(new Signer(signer.accessKey(), "another", signer.host()), Instant.now(), "x"))
                .startsWith("HTTP/1.1 403")
                .contains("<Code>SignatureDoesNotMatch</Code>");
        var head = signer.head("PUT", "/signed/k", Instant.now(), UNSIGNED);
        assertThat(send(head.text().replace("/signed/k", "/signed/other"), "x")).contains("SignatureDoesNotMatch");
        assertThat(send(
                        signer.head("PUT", "/signed/k", Instant.now(), Signer.sha256("one"))
                                .text(),
                        "two"))
                .contains("XAmzContentSHA256Mismatch");
        assertThat(put(new Signer("nobody", "secret", signer.host()), Instant.now(), "x"))
                .contains("InvalidAccessKeyId");
    }

    @Test
    void aHeaderThatWasNotSignedIsNotObeyed() {
        put(signer, Instant.now(), "hello");
        var head = signer.head("PUT", "/signed/copy", Instant.now(), UNSIGNED).text();

        assertThat(send(head + "\nx-amz-copy-source: /signed/k", ""))
                .startsWith("HTTP/1.1 403")
                .contains("headers present in the request which were not signed");
        assertThat(send(head + "\nX-Amz-Acl: public-read", "x")).startsWith("HTTP/1.1 403");
        assertThat(scene.owner.get("/signed/copy").status()).isEqualTo(404);
        var signed = signer.head("PUT", "/signed/copy", Instant.now(), UNSIGNED, "x-amz-copy-source:/signed/k");
        assertThat(send(signed.text(), "")).startsWith("HTTP/1.1 200");
    }

    @Test
    void aRequestIsOfNowByTheMachinesClockOrTheSandboxs() {
        assertThat(put(signer, Instant.now().minus(Duration.ofMinutes(20)), "x"))
                .contains("RequestTimeTooSkewed");
        assertThat(put(signer, Instant.now().plus(Duration.ofMinutes(20)), "x")).contains("RequestTimeTooSkewed");
        scene.sandbox.clock().advance(Duration.ofDays(3));
        assertThat(put(signer, Instant.now(), "x")).startsWith("HTTP/1.1 200");
        assertThat(put(signer, scene.sandbox.clock().now(), "x")).startsWith("HTTP/1.1 200");
        scene.sandbox.clock().advance(Duration.ofDays(-3));
    }

    @ParameterizedTest
    @CsvSource({
        "AWS4-HMAC-SHA256,400 AuthorizationHeaderMalformed",
        "AWS4-HMAC-SHA256 Credential=a/b/c,400 AuthorizationHeaderMalformed",
        "AWS abc:def,400 InvalidRequest",
        "Basic abc,403 AccessDenied",
        "Bearer,403 AccessDenied"
    })
    void credentialsThatMakeNoSense(String header, String problem) {
        assertThat(scene.nobody()
                        .get("/signed/k", "Authorization", header, "x-amz-content-sha256", UNSIGNED)
                        .problem())
                .isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Amz-Algorithm=other,400 AuthorizationQueryParametersError",
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=604801,400 AuthorizationQueryParametersError",
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=0,400 AuthorizationQueryParametersError",
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=60&X-Amz-Credential=a,400 AuthorizationQueryParametersError"
    })
    void linksThatMakeNoSense(String query, String problem) {
        assertThat(scene.nobody().get("/signed/k?X-Amz-Signature=1&" + query).problem())
                .isEqualTo(problem);
    }

    @Test
    void anOlderVersionIsRefused() {
        assertThat(scene.nobody()
                        .get("/signed/k?AWSAccessKeyId=a&Signature=b&Expires=1")
                        .problem())
                .isEqualTo("400 InvalidRequest");
    }

    private static String chunked(Signer.Head head, String body) {
        return send(head.text(), body);
    }

    private static Signer.Head chunkedHead(int length) {
        return signer.head(
                "PUT", "/signed/chunks", Instant.now(), Signer.CHUNKS, "x-amz-decoded-content-length:" + length);
    }

    @Test
    void chunksAreSignedOneAfterAnother() {
        var head = chunkedHead(10);
        assertThat(chunked(head, head.chunks("hello", "world"))).startsWith("HTTP/1.1 200");
        assertThat(scene.owner.get("/signed/chunks").text()).isEqualTo("helloworld");

        var other = chunkedHead(10);
        assertThat(chunked(other, other.chunks("hello", "world").replace("hello", "hallo")))
                .contains("SignatureDoesNotMatch");
        var last = chunkedHead(10);
        assertThat(chunked(
                        last, last.chunks("hello", "world").replaceAll("0;chunk-signature=.", "0;chunk-signature=x")))
                .contains("SignatureDoesNotMatch");
        assertThat(scene.owner.get("/signed/chunks").text()).isEqualTo("helloworld");
    }

    @Test
    void keysThatAreGoneSignNothing() {
        var scratch = Actor.owner(scene.sandbox, scene.account);
        var made = scratch.post(
                "/v2/resource_keys",
                Actor.json(
                        "name",
                        "short-lived",
                        "source",
                        scene.instance.value(),
                        "role",
                        "Reader",
                        "parameters",
                        Actor.json("HMAC", true)));
        var keys = made.json().getAsJsonObject("credentials").getAsJsonObject("cos_hmac_keys");
        var brief = new Signer(
                keys.get("access_key_id").getAsString(),
                keys.get("secret_access_key").getAsString(),
                signer.host());
        assertThat(put(brief, Instant.now(), "x")).contains("<Code>AccessDenied</Code>");
        assertThat(scratch.delete("/v2/resource_keys/" + Actor.text(made, "guid"))
                        .status())
                .isEqualTo(204);
        assertThat(put(brief, Instant.now(), "x")).contains("InvalidAccessKeyId");
    }

    @Test
    void readersAlwaysFindAWholeObjectHoweverOftenItIsOverwritten() {
        var sizes = new int[] {70_000, 90_000};
        scene.owner.put("/signed/busy", new byte[sizes[0]]);
        var done = new AtomicBoolean();
        var writing = CompletableFuture.runAsync(() -> {
            for (var i = 0; i < 100; i++) {
                scene.owner.put("/signed/busy", new byte[sizes[i % 2]]);
            }
            done.set(true);
        });
        while (!done.get()) {
            var got = scene.owner.get("/signed/busy");
            assertThat(got.status()).isEqualTo(200);
            assertThat(got.body().length).isIn(sizes[0], sizes[1]);
        }
        writing.join();
    }
}
