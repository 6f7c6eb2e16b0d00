// Room: sandbox / object storage tests.
package io.lanyard.sandbox.services.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The everyday of S3: buckets are made and listed, objects put and read. */
class BucketsAndObjectsTest {
    private final StorageScene scene = new StorageScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 65_536, 65_537, 3_000_000})
    void whatIsPutIsRead(int size) {
        var content = new byte[size];
        new Random(size).nextBytes(content);
        scene.owner.bucket("photos");

        var put = scene.owner.put("/photos/a/b.jpg", content, "Content-Type", "image/jpeg", "x-amz-meta-by", "ada");
        var got = scene.owner.get("/photos/a/b.jpg");

        assertThat(put.status()).as(put.text()).isEqualTo(200);
        assertThat(put.header("ETag")).matches("\"[0-9a-f]{32}\"");
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.body()).isEqualTo(content);
        assertThat(got.header("ETag")).isEqualTo(put.header("ETag"));
        assertThat(got.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(got.header("x-amz-meta-by")).isEqualTo("ada");
        assertThat(got.header("X-Clv-S3-Version")).isEqualTo("2.5");
        assertThat(got.header("X-Clv-Request-Id")).isNotEmpty().isEqualTo(got.header("x-amz-request-id"));
        assertThat(got.header("Server")).startsWith("Cleversafe/");
        var head = scene.owner.head("/photos/a/b.jpg");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(size));
    }
}
