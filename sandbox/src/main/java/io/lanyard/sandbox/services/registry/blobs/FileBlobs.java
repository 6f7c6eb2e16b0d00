// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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
 * Blobs as files: {@code blobs/<algorithm>/<2 hex>/<hex>}. Bytes arrive in {@code uploads/} and are moved, in one atomic step
 * within the same file system, so a file under {@code blobs/} is always whole, whatever happened to the process.
 */
public final class FileBlobs implements BlobStore {
    /** Opens a new file for writing; tests put a full disk here. */
    interface Opener {
        FileChannel open(Path file) throws IOException;
    }

    private final Path root;
    private final Path uploads;
    private final boolean durable;
    private final Opener opener;
    private final FileChannel lock;

    private FileBlobs(Path root, boolean durable, Opener opener) throws IOException {
        this.root = root;
        this.uploads = root.resolve("uploads");
        this.durable = durable;
        this.opener = opener;
        Files.createDirectories(uploads);
        lock = FileChannel.open(root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked()) {
            lock.close();
            throw new IOException("another sandbox is using it");
        }
        removeLeftovers();
    }

    /**
     * Opens a folder, made when it is not there, for this store alone. Uploads that a process before this one left unfinished are
     * removed.
     *
     * @param durable whether a blob must be on the disk, not only in its cache, before it counts
     * @throws IOException when the folder can't be used, or another store has it
     */
    public static FileBlobs in(Path folder, boolean durable) throws IOException {
        return new FileBlobs(
                folder,
                durable,
                file -> FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    static FileBlobs in(Path folder, Opener opener) throws IOException {
        return new FileBlobs(folder, false, opener);
    }

    private boolean locked() throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException inThisJvm) {
            return false;
        }
    }

    private void removeLeftovers() throws IOException {
        try (var files = Files.newDirectoryStream(uploads)) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    Path root() {
        return root;
    }

    private Path place(Digest digest) {
        return root.resolve("blobs")
                .resolve(digest.algorithm())
                .resolve(digest.hex().substring(0, 2))
                .resolve(digest.hex());
    }

    @Override
    public Optional<Blob> find(Digest digest) {
        var file = place(digest);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(new FileBlob(digest, Files.size(file), file))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    @Override
    public Staging stage() throws IOException {
        return new Staging(sink());
    }

    Sink sink() throws IOException {
        var file = uploads.resolve(UUID.randomUUID().toString());
        try {
            return new FileSink(file, opener.open(file));
        } catch (IOException full) {
            throw new StoreFullException("no room for an upload: " + full.getMessage(), full);
        }
    }

    @Override
    public void delete(Digest digest) throws IOException {
        Files.deleteIfExists(place(digest));
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
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            throw new UncheckedIOException("can't remove " + root, stays);
        }
    }

    private record FileBlob(Digest digest, long size, Path file) implements Blob {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
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
        public Blob promote(Digest digest, long size) throws IOException {
            if (durable) {
                channel.force(true);
            }
            var target = place(digest);
            Files.createDirectories(target.getParent());
            try {
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException same) {
                Files.deleteIfExists(file);
            }
            channel.close();
            return new FileBlob(digest, size, target);
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
