// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.blobs;

import io.lanyard.sandbox.content.ContentStore;
import java.io.IOException;
import java.util.Optional;

/**
 * Keeps content by digest: {@code blobs/<algorithm>/<2 hex>/<hex>}. What is found here is whole: content enters through a
 * {@link Staging} and appears only after its digest was verified. Safe for use by several threads.
 */
public final class BlobStore implements AutoCloseable {
    private final ContentStore contents;

    /** Keeps blobs in a store of its own. */
    public BlobStore(ContentStore contents) {
        this.contents = contents;
    }

    static String name(Digest digest) {
        return "blobs/" + digest.algorithm() + "/" + digest.hex().substring(0, 2) + "/" + digest.hex();
    }

    /** Finds content. */
    public Optional<Blob> find(Digest digest) {
        return contents.find(name(digest)).map(content -> new Blob(digest, content));
    }

    /**
     * Opens a place for bytes that are still arriving.
     *
     * @throws IOException when there is no room
     */
    public Staging stage() throws IOException {
        return new Staging(contents.sink(-1));
    }

    /**
     * Removes content; does nothing when it is not there.
     *
     * @throws IOException when the disk refuses
     */
    public void delete(Digest digest) throws IOException {
        contents.delete(name(digest));
    }

    /** Removes all content. */
    @Override
    public void close() {
        contents.close();
    }
}
