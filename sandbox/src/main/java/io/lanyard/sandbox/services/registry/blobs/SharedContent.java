// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.blobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A store that several repositories hold content of: it stays as long as one of them holds it. Holding and releasing are one
 * after another, so that nobody is promised content that somebody else is just removing.
 */
public final class SharedContent implements AutoCloseable {
    /** Puts content into the store. */
    public interface Commit {
        /** Does it, or leaves nothing. */
        Blob commit() throws IOException;
    }

    private final BlobStore store;
    private final Map<Digest, Integer> holders = new HashMap<>();

    /** Shares a store. */
    public SharedContent(BlobStore store) {
        this.store = store;
    }

    /** Returns the store, to stage content in. */
    public BlobStore store() {
        return store;
    }

    /** Finds content. */
    public Optional<Blob> find(Digest digest) {
        return store.find(digest);
    }

    /**
     * Puts content in and holds it once more.
     *
     * @throws IOException when it can't be put in; it is held no more than before then
     */
    public synchronized Blob hold(Digest digest, Commit commit) throws IOException {
        var blob = commit.commit();
        holders.merge(digest, 1, Integer::sum);
        return blob;
    }

    /** Holds content once more, if it is there. */
    public synchronized Optional<Blob> hold(Digest digest) {
        var blob = store.find(digest);
        blob.ifPresent(there -> holders.merge(digest, 1, Integer::sum));
        return blob;
    }

    /** Holds content once less; removes what nobody holds. */
    public synchronized void release(Digest digest) {
        if (holders.merge(digest, -1, Integer::sum) <= 0) {
            holders.remove(digest);
            try {
                store.delete(digest);
            } catch (IOException refused) {
                throw new UncheckedIOException("can't remove " + digest, refused);
            }
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
