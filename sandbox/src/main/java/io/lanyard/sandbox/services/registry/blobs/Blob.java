// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.blobs;

import java.io.IOException;
import java.io.InputStream;

/** Content that is whole and verified. */
public interface Blob {
    /** Returns its name. */
    Digest digest();

    /** Returns its length in bytes. */
    long size();

    /**
     * Opens it for reading from the first byte.
     *
     * @throws IOException when the disk fails, or the blob was deleted meanwhile
     */
    InputStream open() throws IOException;
}
