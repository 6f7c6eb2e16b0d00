// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.blobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.sandbox.content.ContentStore;
import io.lanyard.sandbox.services.registry.blobs.UploadException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Chunks in order, resumed after a cut, refused when they lie. */
class UploadsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");
    private static final long UNLIMITED = Long.MAX_VALUE;

    private final BlobStore store = new BlobStore(ContentStore.ephemeral());
    private final Uploads uploads = new Uploads(store);

    @AfterEach
    void closeStore() {
        store.close();
    }

    private static ByteArrayInputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static void chunk(Upload upload, String range, String text) throws IOException {
        upload.append(ContentRange.parse(range), OptionalLong.of(text.length()), UNLIMITED, text(text), NOW);
    }

    @Test
    void chunksInOrderBecomeABlob() throws IOException {
        var upload = uploads.start("ns/repo", NOW);
        chunk(upload, "0-4", "Hello");
        chunk(upload, "5-11", ", world");

        var blob = uploads.finish(upload, Digest.of("Hello, world".getBytes(UTF_8)));

        assertThat(blob.size()).isEqualTo(12);
        assertThat(uploads.find("ns/repo", upload.id())).isEmpty();
        assertThat(uploads.size()).isZero();
    }

    @Test
    void aChunkOutOfOrderLeavesTheUploadWhereItWas() throws IOException {
        var upload = uploads.start("ns/repo", NOW);
        chunk(upload, "0-4", "Hello");

        assertThatThrownBy(() -> chunk(upload, "7-11", "world"))
                .isInstanceOfSatisfying(
                        UploadException.class, e -> assertThat(e.kind()).isEqualTo(Kind.OUT_OF_ORDER));

        assertThat(upload.offset()).isEqualTo(5);
    }

    @Test
    void aContentRangeThatLiesAboutItsLengthIsRefused() throws IOException {
        var upload = uploads.start("ns/repo", NOW);

        assertThatThrownBy(() -> chunk(upload, "0-9", "Hello"))
                .isInstanceOfSatisfying(
                        UploadException.class, e -> assertThat(e.kind()).isEqualTo(Kind.WRONG_LENGTH));

        assertThat(upload.offset()).isZero();
    }

    @Test
    void aBodyShorterThanAnnouncedCountsAsCut() throws IOException {
        var upload = uploads.start("ns/repo", NOW);

        assertThatThrownBy(() -> upload.append(Optional.empty(), OptionalLong.of(10), UNLIMITED, text("Hello"), NOW))
                .isInstanceOf(UploadCutException.class);

        assertThat(upload.offset()).isEqualTo(5);
        chunk(upload, "5-9", "again");
        assertThat(upload.offset()).isEqualTo(10);
    }

    @Test
    void moreThanTheQuotaIsReadNoFurther() throws IOException {
        var upload = uploads.start("ns/repo", NOW);
        var endless = new java.io.InputStream() {
            private long read;

            @Override
            public int read() {
                read++;
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int from, int length) {
                read += length;
                return length;
            }
        };

        assertThatThrownBy(() -> upload.append(Optional.empty(), OptionalLong.empty(), 100_000, endless, NOW))
                .isInstanceOfSatisfying(
                        UploadException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE));

        assertThat(endless.read).isEqualTo(100_001);
    }

    @Test
    void oneRepositoryDoesNotFindTheUploadsOfAnother() throws IOException {
        var upload = uploads.start("ns/repo", NOW);

        assertThat(uploads.find("ns/other", upload.id())).isEmpty();
        assertThat(uploads.find("ns/repo", upload.id())).contains(upload);
    }

    @Test
    void anUploadEndsWhenCancelledOrLeftAloneForADay() throws IOException {
        var cancelled = uploads.start("ns/repo", NOW);
        uploads.cancel(cancelled);
        assertThatThrownBy(() -> chunk(cancelled, "0-4", "Hello"))
                .isInstanceOfSatisfying(
                        UploadException.class, e -> assertThat(e.kind()).isEqualTo(Kind.GONE));

        uploads.start("ns/repo", NOW);
        uploads.expire(NOW.plus(Uploads.REST));
        assertThat(uploads.size()).isEqualTo(1);
        uploads.expire(NOW.plus(Uploads.REST).plusSeconds(1));
        assertThat(uploads.size()).isZero();
    }

    @Test
    void aLyingDigestEndsTheUploadWithoutABlob() throws IOException {
        var upload = uploads.start("ns/repo", NOW);
        chunk(upload, "0-4", "Hello");
        var lie = Digest.of("hello".getBytes(UTF_8));

        assertThatThrownBy(() -> uploads.finish(upload, lie)).isInstanceOf(DigestMismatchException.class);

        assertThat(store.find(lie)).isEmpty();
        assertThat(uploads.size()).isZero();
    }

    @Test
    void bothFormsOfContentRangeAreRead() {
        assertThat(ContentRange.parse("0-1023")).contains(new ContentRange(0, 1023));
        assertThat(ContentRange.parse("bytes 5-9/*")).contains(new ContentRange(5, 9));
        assertThat(ContentRange.parse("9-5")).isEmpty();
        assertThat(ContentRange.parse("a-b")).isEmpty();
        assertThat(ContentRange.parse("0-99999999999999999999")).isEmpty();
    }
}
