// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.blobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.sandbox.content.Content;
import io.lanyard.sandbox.content.ContentStore;
import io.lanyard.sandbox.content.Sink;
import io.lanyard.sandbox.content.StoreFullException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What both stores promise: content is whole and verified, or it is not there. */
class BlobStoreTest {
    @TempDir
    Path folder;

    private BlobStore store(boolean onDisk) throws IOException {
        return new BlobStore(onDisk ? ContentStore.in(folder) : ContentStore.ephemeral());
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static Blob put(BlobStore store, byte[] content, Digest digest) throws IOException {
        try (var staging = store.stage()) {
            staging.append(new ByteArrayInputStream(content));
            return staging.commit(digest);
        }
    }

    private static byte[] read(Blob blob) throws IOException {
        try (var in = blob.open()) {
            return in.readAllBytes();
        }
    }

    private long filesLeft() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(".lock"))
                    .count();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatGoesInComesOut(boolean onDisk) throws IOException {
        try (var store = store(onDisk)) {
            for (var size : new int[] {0, 1, 65_536, 65_537, 300_000}) {
                var content = bytes(size);

                var blob = put(store, content, Digest.of(content));

                assertThat(blob.size()).isEqualTo(size);
                assertThat(read(store.find(Digest.of(content)).orElseThrow())).isEqualTo(content);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDigestThatLiesLeavesNothing(boolean onDisk) throws IOException {
        var content = bytes(100_000);
        var lie = Digest.of("something else".getBytes(UTF_8));

        try (var store = store(onDisk)) {
            assertThatThrownBy(() -> put(store, content, lie))
                    .isInstanceOf(DigestMismatchException.class)
                    .hasMessageContaining(Digest.of(content).toString());

            assertThat(store.find(lie)).isEmpty();
            assertThat(store.find(Digest.of(content))).isEmpty();
        }
        assertThat(filesLeft()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sha512IsAskedForAtTheEnd(boolean onDisk) throws IOException {
        var content = bytes(100_000);
        var digest = Digest.of("sha512", content);

        try (var store = store(onDisk)) {
            assertThat(read(put(store, content, digest))).isEqualTo(content);
            assertThat(store.find(digest)).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCutStreamKeepsWhatCameSoThatItCanResume(boolean onDisk) throws IOException {
        var content = bytes(200_000);
        try (var store = store(onDisk);
                var staging = store.stage()) {
            assertThatThrownBy(() -> staging.append(cutAfter(content, 120_000))).isInstanceOf(UploadCutException.class);
            assertThat(staging.size()).isEqualTo(120_000);
            assertThat(store.find(Digest.of(content))).isEmpty();

            staging.append(new ByteArrayInputStream(content, 120_000, 80_000));

            assertThat(read(staging.commit(Digest.of(content)))).isEqualTo(content);
        }
    }

    @Test
    void aFullDiskTakesTheChunkBackAndLeavesTheRest() throws IOException {
        var room = new long[] {150_000};
        var content = bytes(200_000);
        var store = new BlobStore(new TinyDisk(ContentStore.in(folder), room));
        var staging = store.stage();
        staging.append(new ByteArrayInputStream(content, 0, 100_000));

        assertThatThrownBy(() -> staging.append(new ByteArrayInputStream(content, 100_000, 100_000)))
                .isInstanceOf(StoreFullException.class)
                .hasMessageContaining("No space left on device");
        assertThat(staging.size()).isEqualTo(100_000);

        room[0] = 1_000_000;
        staging.append(new ByteArrayInputStream(content, 100_000, 100_000));
        assertThat(read(staging.commit(Digest.of(content)))).isEqualTo(content);
        assertThat(filesLeft()).isEqualTo(1);
    }

    @Test
    void sharedContentStaysAsLongAsSomebodyHoldsIt() throws IOException {
        var shared = new SharedContent(new BlobStore(ContentStore.ephemeral()));
        var digest = Digest.of(bytes(10));
        shared.hold(digest, () -> put(shared.store(), bytes(10), digest));
        assertThat(shared.hold(digest)).isPresent();

        shared.release(digest);
        assertThat(shared.find(digest)).isPresent();

        shared.release(digest);
        assertThat(shared.find(digest)).isEmpty();
        assertThat(shared.hold(digest)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256",
                "sha256:",
                ":abc",
                "sha256:ABC",
                "md5:d41d8cd98f00b204e9800998ecf8427e",
                "sha256:../../x"
            })
    void otherTextsAreNoDigests(String text) {
        assertThat(Digest.parse(text)).isEmpty();
    }

    static InputStream cutAfter(byte[] content, int place) {
        return new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                throw new IOException("not used");
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                if (at == place) {
                    throw new IOException("Connection reset by peer");
                }
                var n = Math.min(length, place - at);
                System.arraycopy(content, at, buffer, from, n);
                at += n;
                return n;
            }
        };
    }

    /** A store on a disk with so much room for each upload. */
    private static final class TinyDisk implements ContentStore {
        private final ContentStore disk;
        private final long[] room;

        TinyDisk(ContentStore disk, long[] room) {
            this.disk = disk;
            this.room = room;
        }

        @Override
        public Optional<Content> find(String name) {
            return disk.find(name);
        }

        @Override
        public Sink sink(long expected) throws IOException {
            return new TinySink(disk.sink(expected), room);
        }

        @Override
        public void delete(String name) throws IOException {
            disk.delete(name);
        }

        @Override
        public void close() {
            disk.close();
        }
    }

    /** Takes what fits, and then says what the system says. */
    private static final class TinySink implements Sink {
        private final Sink sink;
        private final long[] room;
        private long size;

        TinySink(Sink sink, long[] room) {
            this.sink = sink;
            this.room = room;
        }

        @Override
        public void write(byte[] bytes, int length) throws IOException {
            var fits = (int) Math.min(length, room[0] - size);
            sink.write(bytes, fits);
            size += fits;
            if (fits < length) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void truncate(long to) throws IOException {
            sink.truncate(to);
            size = to;
        }

        @Override
        public InputStream open() throws IOException {
            return sink.open();
        }

        @Override
        public Content keep(String name) throws IOException {
            return sink.keep(name);
        }

        @Override
        public void discard() {
            sink.discard();
        }
    }
}
