// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.blobs;

import io.lanyard.sandbox.content.StoreFullException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The uploads that have begun and not ended. One that nobody touches for a day is thrown away. Safe for several threads. */
public final class Uploads {
    /** How long an upload may rest between two requests, by the sandbox's clock. */
    public static final Duration REST = Duration.ofDays(1);

    /** The most uploads at a time, so that lost clients can't use up all files. */
    static final int MOST = 1_000;

    private final BlobStore store;
    private final Map<String, Upload> open = new ConcurrentHashMap<>();

    /** Begins without uploads. */
    public Uploads(BlobStore store) {
        this.store = store;
    }

    /**
     * Begins an upload.
     *
     * @param owner whose it is: another owner doesn't find it
     * @throws IOException when there is no room
     */
    public Upload start(String owner, Instant now) throws IOException {
        expire(now);
        if (open.size() >= MOST) {
            throw new StoreFullException("there are " + MOST + " unfinished uploads already", null);
        }
        var upload = new Upload(UUID.randomUUID().toString(), owner, store.stage(), now);
        open.put(upload.id(), upload);
        return upload;
    }

    /** Finds an upload that has begun and not ended. */
    public Optional<Upload> find(String owner, String id) {
        return Optional.ofNullable(open.get(id)).filter(upload -> upload.belongsTo(owner));
    }

    /**
     * Ends an upload as a blob. An upload whose bytes are not what the digest says ends too, without one.
     *
     * @throws DigestMismatchException when they are not
     * @throws StoreFullException when the disk is full; the upload stays, so that the client can try again
     */
    public Blob finish(Upload upload, Digest digest) throws IOException {
        try {
            var blob = upload.commit(digest);
            open.remove(upload.id());
            return blob;
        } catch (DigestMismatchException lie) {
            cancel(upload);
            throw lie;
        }
    }

    /** Ends an upload without a blob. */
    public void cancel(Upload upload) {
        open.remove(upload.id());
        upload.discard();
    }

    /** Throws away what has rested too long. */
    public void expire(Instant now) {
        open.values().stream()
                .filter(upload -> upload.idleSince(now.minus(REST)))
                .forEach(this::cancel);
    }

    /** Ends all uploads of owners whose name begins so. */
    public void cancelAll(String ownerPrefix) {
        open.values().stream().filter(upload -> upload.owned(ownerPrefix)).forEach(this::cancel);
    }

    /** Counts the unfinished uploads. */
    public int size() {
        return open.size();
    }
}
