// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.blobs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Blobs for a sandbox that keeps nothing: small ones in memory, larger ones in a temporary folder that goes when the store is
 * closed. A layer of any size costs no more memory than a small one.
 */
public final class EphemeralBlobs implements BlobStore {
    /** The largest blob that stays in memory, in bytes. */
    public static final int IN_MEMORY = 64 * 1024;

    private final Map<Digest, Blob> small = new ConcurrentHashMap<>();
    private @Nullable FileBlobs large;

    private synchronized FileBlobs large() throws IOException {
        var there = large;
        if (there == null) {
            there = FileBlobs.in(Files.createTempDirectory("lanyard-registry-"), false);
            large = there;
        }
        return there;
    }

    private synchronized Optional<FileBlobs> largeIfAny() {
        return Optional.ofNullable(large);
    }

    @Override
    public Optional<Blob> find(Digest digest) {
        var blob = small.get(digest);
        return blob != null ? Optional.of(blob) : largeIfAny().flatMap(files -> files.find(digest));
    }

    @Override
    public Staging stage() {
        return new Staging(new GrowingSink());
    }

    @Override
    public void delete(Digest digest) throws IOException {
        small.remove(digest);
        var files = largeIfAny();
        if (files.isPresent()) {
            files.get().delete(digest);
        }
    }

    /** Forgets all content and removes the temporary folder. */
    @Override
    public synchronized void close() {
        small.clear();
        if (large != null) {
            large.destroy();
            large = null;
        }
    }

    /** Tells where the temporary folder is, once there is one. */
    Optional<Path> folder() {
        return largeIfAny().map(FileBlobs::root);
    }

    private static final class MemoryBlob implements Blob {
        private final Digest digest;
        private final byte[] content;

        MemoryBlob(Digest digest, byte[] content) {
            this.digest = digest;
            this.content = content;
        }

        @Override
        public Digest digest() {
            return digest;
        }

        @Override
        public long size() {
            return content.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
    }

    /** Memory until it gets large, a file from then on. */
    private final class GrowingSink implements Sink {
        private ByteArrayOutputStream memory = new ByteArrayOutputStream();
        private @Nullable Sink file;

        @Override
        public void write(byte[] bytes, int length) throws IOException {
            if (file == null && memory.size() + length > IN_MEMORY) {
                spill();
            }
            if (file != null) {
                file.write(bytes, length);
            } else {
                memory.write(bytes, 0, length);
            }
        }

        private void spill() throws IOException {
            var opened = large().sink();
            try {
                opened.write(memory.toByteArray(), memory.size());
            } catch (IOException full) {
                opened.discard();
                throw full;
            }
            file = opened;
            memory = new ByteArrayOutputStream();
        }

        @Override
        public void truncate(long size) throws IOException {
            if (file != null) {
                file.truncate(size);
            } else {
                var kept = Arrays.copyOf(memory.toByteArray(), (int) size);
                memory.reset();
                memory.writeBytes(kept);
            }
        }

        @Override
        public InputStream open() throws IOException {
            return file != null ? file.open() : new ByteArrayInputStream(memory.toByteArray());
        }

        @Override
        public Blob promote(Digest digest, long size) throws IOException {
            if (file != null) {
                return file.promote(digest, size);
            }
            var blob = new MemoryBlob(digest, memory.toByteArray());
            small.put(digest, blob);
            return blob;
        }

        @Override
        public void discard() {
            if (file != null) {
                file.discard();
            }
            memory = new ByteArrayOutputStream();
        }
    }
}
