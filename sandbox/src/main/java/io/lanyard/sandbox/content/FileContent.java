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
    private static final String LOCK = ".lock";

    private final Path root;
    private final Path uploads;
    private final FileChannel lock;
    private volatile boolean closed;

    private FileContent(Path root) throws IOException {
        this.root = root;
        this.uploads = root.resolve("uploads");
        Files.createDirectories(root);
        if (!isOurs(root)) {
            throw new IOException(
                    root.getFileName() + " in it has files that are no sandbox's, and would have to be emptied");
        }
        lock = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked()) {
            lock.close();
            throw new IOException("another sandbox is using it");
        }
        try {
            clear();
            Files.createDirectories(uploads);
        } catch (IOException useless) {
            lock.close();
            throw useless;
        }
    }

    static FileContent in(Path folder) throws IOException {
        return new FileContent(folder);
    }

    /** What somebody else keeps in a folder is not ours to remove: each of ours has had our lock. */
    private static boolean isOurs(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            return Files.exists(folder.resolve(LOCK)) || !files.iterator().hasNext();
        }
    }

    private boolean locked() throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException inThisJvm) {
            return false;
        }
    }

    /** Removes everything but the lock. */
    private void clear() throws IOException {
        try (var parts = Files.newDirectoryStream(root, part -> !part.endsWith(LOCK))) {
            for (var part : parts) {
                Tree.remove(part);
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
        if (closed) {
            throw new IOException("the store is closed");
        }
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

    /** Empties the folder and lets go of it; the lock's file stays, as the mark of a folder of ours. */
    @Override
    public void close() {
        closed = true; // who still brings bytes must not fill the folder again
        try (lock) {
            clear();
        } catch (IOException stays) {
            throw new UncheckedIOException("can't empty " + root, stays);
        }
    }

    /** Removes the folder, too, which nobody else knows. */
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
            if (closed) {
                throw new IOException("the store is closed");
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
