// Room: sandbox / content.
package io.lanyard.sandbox.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * Content as files below a folder, at the paths that their names are. Bytes arrive in {@code uploads/} and are moved, in one
 * atomic step within the same file system, so a file elsewhere is always whole, whatever happened to the process.
 */
final class FileContent implements ContentStore {
    private final Path root;
    private final Path uploads;
    private final boolean durable;
    private final FileChannel lock;

    private FileContent(Path root, boolean durable, boolean fresh) throws IOException {
        this.root = root;
        this.uploads = root.resolve("uploads");
        this.durable = durable;
        Files.createDirectories(uploads);
        lock = FileChannel.open(root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked()) {
            lock.close();
            throw new IOException("another sandbox is using it");
        }
        removeLeftovers(fresh ? root : uploads);
    }

    static FileContent in(Path folder, boolean durable) throws IOException {
        return new FileContent(folder, durable, false);
    }

    /** Begins empty: what a process before this one left in the folder is removed. */
    static FileContent fresh(Path folder) throws IOException {
        return new FileContent(folder, false, true);
    }

    private boolean locked() throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException inThisJvm) {
            return false;
        }
    }

    private void removeLeftovers(Path below) throws IOException {
        try (var files = Files.walk(below)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (!file.equals(root.resolve(".lock"))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    Path root() {
        return root;
    }

    private Path place(String name) {
        return root.resolve(name);
    }

    @Override
    public Optional<Content> find(String name) {
        var file = place(name);
        try {
            return Files.isRegularFile(file) ? Optional.of(new StoredFile(Files.size(file), file)) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    @Override
    public Sink sink(long expected) throws IOException {
        var file = uploads.resolve(UUID.randomUUID().toString());
        try {
            return new FileSink(file, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException full) {
            throw new StoreFullException("no room for an upload: " + full.getMessage(), full);
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(place(name));
    }

    /** Lets go of the folder; the content stays where it is. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException("can't let go of " + root, alreadyGone);
        }
    }

    /** Removes the folder and everything in it. */
    void destroy() {
        close();
        try {
            Tree.remove(root);
        } catch (IOException stays) {
            throw new UncheckedIOException("can't remove " + root, stays);
        }
    }

    private record StoredFile(long size, Path file) implements Content {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public InputStream openAt(long first) throws IOException {
            var channel = FileChannel.open(file, StandardOpenOption.READ);
            channel.position(first);
            return Channels.newInputStream(channel);
        }
    }

    private final class FileSink implements Sink {
        private final Path file;
        private final FileChannel channel;

        FileSink(Path file, FileChannel channel) {
            this.file = file;
            this.channel = channel;
        }

        @Override
        public void write(byte[] bytes, int length) throws IOException {
            var buffer = ByteBuffer.wrap(bytes, 0, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            channel.truncate(size);
            channel.position(size);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public Content keep(String name) throws IOException {
            if (durable) {
                channel.force(true);
            }
            var size = channel.size();
            var target = place(name);
            Files.createDirectories(target.getParent());
            try {
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException same) {
                Files.deleteIfExists(file);
            }
            channel.close();
            return new StoredFile(size, target);
        }

        @Override
        public void discard() {
            try {
                channel.close();
                Files.deleteIfExists(file);
            } catch (IOException leftForTheNextStart) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
