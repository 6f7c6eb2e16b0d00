// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.blobs;

import io.lanyard.sandbox.content.Bounded;
import io.lanyard.sandbox.content.StoreFullException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;

/** One blob on its way: chunks come in order, one request at a time, until a digest makes it whole. */
public final class Upload {
    private final String id;
    private final String owner;
    private final Staging staging;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile long offset;
    private volatile Instant lastUsed;

    Upload(String id, String owner, Staging staging, Instant started) {
        this.id = id;
        this.owner = owner;
        this.staging = staging;
        this.lastUsed = started;
    }

    /** Returns its id. */
    public String id() {
        return id;
    }

    /** Returns how many bytes have arrived. */
    public long offset() {
        return offset;
    }

    boolean belongsTo(String who) {
        return owner.equals(who);
    }

    boolean owned(String prefix) {
        return owner.startsWith(prefix);
    }

    boolean idleSince(Instant time) {
        return lastUsed.isBefore(time) && !writing.isLocked();
    }

    /**
     * Takes a chunk.
     *
     * @param range where the client says it belongs; empty for a stream that just goes on
     * @param length how many bytes the client announced, when it did
     * @param limit the most bytes this upload may have
     * @throws UploadException when it doesn't fit: nothing of it is kept, except that an upload over its limit ends
     * @throws UploadCutException when the client went away: what arrived is kept
     * @throws StoreFullException when the disk is full: nothing of it is kept
     */
    public void append(Optional<ContentRange> range, OptionalLong length, long limit, InputStream body, Instant now)
            throws IOException {
        begin();
        try {
            range.ifPresent(chunk -> check(chunk, length));
            lastUsed = now;
            var before = staging.size();
            staging.append(
                    new Bounded(body, limit == Long.MAX_VALUE ? limit : limit - before + 1)); // one more tells too much
            offset = staging.size();
            var came = offset - before;
            if (length.isPresent() && came != length.getAsLong()) {
                throw new UploadCutException(
                        "the body has " + came + " bytes, its header announced " + length.getAsLong(), null);
            }
            if (offset > limit) {
                throw new UploadException(
                        UploadException.Kind.TOO_LARGE, "the upload exceeds what is left of the quota");
            }
        } finally {
            offset = staging.size();
            writing.unlock();
        }
    }

    private void begin() {
        if (!writing.tryLock()) {
            throw new UploadException(UploadException.Kind.BUSY, "another request is writing to this upload");
        }
        if (!staging.isOpen()) {
            writing.unlock();
            throw new UploadException(UploadException.Kind.GONE, "this upload has ended");
        }
    }

    private void check(ContentRange chunk, OptionalLong length) {
        if (chunk.first() != staging.size()) {
            throw new UploadException(
                    UploadException.Kind.OUT_OF_ORDER,
                    "the chunk starts at byte " + chunk.first() + ", the upload stands at " + staging.size());
        }
        if (length.isPresent() && length.getAsLong() != chunk.length()) {
            throw new UploadException(
                    UploadException.Kind.WRONG_LENGTH,
                    "Content-Range names " + chunk.length() + " bytes, Content-Length " + length.getAsLong());
        }
    }

    /**
     * Makes what arrived a blob.
     *
     * @throws DigestMismatchException when the digest is another one's
     * @throws StoreFullException when the disk is full
     */
    Blob commit(Digest digest) throws IOException {
        begin();
        try {
            return staging.commit(digest);
        } finally {
            writing.unlock();
        }
    }

    /** Throws the bytes away; waits for a request that is still writing. */
    void discard() {
        writing.lock();
        try {
            staging.close();
        } finally {
            writing.unlock();
        }
    }
}
