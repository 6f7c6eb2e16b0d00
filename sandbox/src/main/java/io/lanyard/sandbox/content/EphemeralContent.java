// Room: sandbox / content.
package io.lanyard.sandbox.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Content of a sandbox that keeps nothing: small pieces in memory, as long as they are few enough; the rest in a temporary folder
 * that goes when the store is closed. Content of any size costs no more memory than a small one.
 */
final class EphemeralContent implements ContentStore {
    /** The largest piece that stays in memory, in bytes. */
    static final int IN_MEMORY = 64 * 1024;

    /** How much all pieces in memory may be together; what comes then is written to files. */
    static final long ALL_IN_MEMORY = 128L << 20;

    private final Map<String, MemoryContent> small = new ConcurrentHashMap<>();
    private final AtomicLong used = new AtomicLong();
    private final long room;
    private volatile @Nullable FileContent large;
    private boolean closed;

    EphemeralContent() {
        this(ALL_IN_MEMORY);
    }

    /** Takes another limit, so that a test needn't fill the memory. */
    EphemeralContent(long room) {
        this.room = room;
    }

    private synchronized FileContent files() throws IOException {
        if (closed) {
            throw new IOException("the store is closed");
        }
        var there = large;
        if (there == null) {
            there = FileContent.in(Files.createTempDirectory("lanyard-sandbox-"));
            large = there;
        }
        return there;
    }

    @Override
    public Optional<Content> find(String name) {
        Content there = small.get(name);
        var files = large;
        return there != null || files == null ? Optional.ofNullable(there) : files.find(name);
    }

    @Override
    public Sink sink(long expected) throws IOException {
        return expected > IN_MEMORY ? files().sink(expected) : new GrowingSink((int) Math.max(expected, 0));
    }

    @Override
    public void delete(String name) throws IOException {
        var gone = small.remove(name);
        var files = large;
        if (gone != null) {
            used.addAndGet(-gone.size());
        } else if (files != null) {
            files.delete(name);
        }
    }

    /** Forgets all content and removes the temporary folder. */
    @Override
    public synchronized void close() {
        closed = true; // who still brings bytes must not begin another folder, which nobody would remove
        small.clear();
        used.set(0);
        var files = large;
        if (files != null) {
            files.destroy();
            large = null;
        }
    }

    /** Tells where the temporary folder is, once there is one. */
    Optional<Path> folder() {
        return Optional.ofNullable(large).map(FileContent::root);
    }

    /** Memory until it gets large, a file from then on. */
    private final class GrowingSink implements Sink {
        private byte[] memory;
        private int filled;
        private @Nullable Sink file;

        GrowingSink(int expected) {
            memory = new byte[expected];
        }

        @Override
        public void write(byte[] bytes, int length) throws IOException {
            if (file == null && filled + length > IN_MEMORY) {
                spill();
            }
            if (file != null) {
                file.write(bytes, length);
                return;
            }
            if (filled + length > memory.length) {
                memory = java.util.Arrays.copyOf(
                        memory, Math.min(IN_MEMORY, Math.max(filled + length, 2 * memory.length)));
            }
            System.arraycopy(bytes, 0, memory, filled, length);
            filled += length;
        }

        private void spill() throws IOException {
            var opened = files().sink(-1);
            try {
                opened.write(memory, filled);
            } catch (IOException full) {
                opened.discard();
                throw full;
            }
            file = opened;
            memory = new byte[0];
        }

        @Override
        public void truncate(long size) throws IOException {
            if (file != null) {
                file.truncate(size);
            } else {
                filled = (int) size;
            }
        }

        @Override
        public InputStream open() throws IOException {
            return file != null ? file.open() : new MemoryContent(memory, filled).open();
        }

        @Override
        public Content keep(String name) throws IOException {
            if (file == null && used.addAndGet(filled) > room) {
                used.addAndGet(-filled);
                spill();
            }
            if (file != null) {
                return file.keep(name);
            }
            var kept = new MemoryContent(
                    filled == memory.length ? memory : java.util.Arrays.copyOf(memory, filled), filled);
            var before = small.put(name, kept);
            if (before != null) {
                used.addAndGet(-before.size());
            }
            return kept;
        }

        @Override
        public void discard() {
            if (file != null) {
                file.discard();
            }
            memory = new byte[0];
            filled = 0;
        }
    }
}
