// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.blobs;

import io.lanyard.sandbox.content.Sink;
import io.lanyard.sandbox.content.StoreFullException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * Bytes that are still arriving. The SHA-256 is computed while they pass, so a commit reads nothing again. Used by one thread
 * at a time.
 */
public final class Staging implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final Sink sink;
    private MessageDigest running = Digest.hasher(Digest.SHA256);
    private long size;
    private boolean open = true;

    Staging(Sink sink) {
        this.sink = sink;
    }

    /** Returns how many bytes are here. */
    public long size() {
        return size;
    }

    /**
     * Takes bytes until the stream ends.
     *
     * @throws UploadCutException when the stream breaks: what arrived until then is kept
     * @throws StoreFullException when the disk refuses: nothing of this call is kept
     */
    public void append(InputStream body) throws IOException {
        var before = size;
        var digestBefore = snapshot(running);
        var buffer = new byte[BUFFER];
        for (var n = read(body, buffer); n >= 0; n = read(body, buffer)) {
            try {
                sink.write(buffer, n);
            } catch (IOException full) {
                rollback(before, digestBefore, full);
                throw new StoreFullException("no room for the upload: " + full.getMessage(), full);
            }
            running.update(buffer, 0, n);
            size += n;
        }
    }

    private static int read(InputStream body, byte[] buffer) throws UploadCutException {
        try {
            return body.read(buffer);
        } catch (IOException gone) {
            throw new UploadCutException("the upload broke off", gone);
        }
    }

    private void rollback(long before, MessageDigest digestBefore, IOException full) {
        size = before;
        running = digestBefore;
        try {
            sink.truncate(before);
        } catch (IOException alsoBroken) {
            full.addSuppressed(alsoBroken);
            close();
        }
    }

    /** Tells whether bytes may still come; no longer after a commit, a close, or a disk that failed twice. */
    public boolean isOpen() {
        return open;
    }

    /**
     * Makes the bytes a blob, if they are what the digest says; closes this staging then.
     *
     * @throws DigestMismatchException when they are not; the staging stays open
     * @throws StoreFullException when the disk refuses
     */
    public Blob commit(Digest promised) throws IOException {
        var found = digest(promised.algorithm());
        if (!MessageDigest.isEqual(bytes(found), bytes(promised))) {
            throw new DigestMismatchException(promised, found);
        }
        try {
            var blob = new Blob(promised, sink.keep(BlobStore.name(promised)));
            open = false;
            return blob;
        } catch (IOException full) {
            throw new StoreFullException("no room for the blob: " + full.getMessage(), full);
        }
    }

    private static byte[] bytes(Digest digest) {
        return digest.hex().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private Digest digest(String algorithm) throws IOException {
        if (algorithm.equals(Digest.SHA256)) {
            return Digest.finish(algorithm, snapshot(running).digest());
        }
        var hasher = Digest.hasher(algorithm);
        try (var in = sink.open()) {
            var buffer = new byte[BUFFER];
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                hasher.update(buffer, 0, n);
            }
        }
        return Digest.finish(algorithm, hasher.digest());
    }

    private static MessageDigest snapshot(MessageDigest hasher) {
        try {
            return (MessageDigest) hasher.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the JDK's SHA-256 can be copied", impossible);
        }
    }

    /** Throws the bytes away unless they became a blob. */
    @Override
    public void close() {
        if (open) {
            open = false;
            sink.discard();
        }
    }
}
