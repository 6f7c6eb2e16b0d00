// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.blobs;

import java.io.IOException;
import java.util.Optional;

/**
 * Keeps content by digest. What is found here is whole: content enters through a {@link Staging} and appears only after its
 * digest was verified. Safe for use by several threads.
 */
public interface BlobStore extends AutoCloseable {
    /** Finds content. */
    Optional<Blob> find(Digest digest);

    /**
     * Opens a place for bytes that are still arriving.
     *
     * @throws IOException when there is no room
     */
    Staging stage() throws IOException;

    /**
     * Removes content; does nothing when it is not there.
     *
     * @throws IOException when the disk refuses
     */
    void delete(Digest digest) throws IOException;

    /** Releases what the store holds; content of a store with a data folder stays there. */
    @Override
    void close();
}
