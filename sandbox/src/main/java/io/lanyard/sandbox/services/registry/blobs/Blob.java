// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.blobs;

import io.lanyard.sandbox.content.Content;
import java.io.IOException;
import java.io.InputStream;

/**
 * Content that is whole and verified.
 *
 * @param digest its name
 * @param content the bytes
 */
public record Blob(Digest digest, Content content) {
    /** Returns its length in bytes. */
    public long size() {
        return content.size();
    }

    /**
     * Opens it for reading from the first byte.
     *
     * @throws IOException when the disk fails, or the blob was deleted meanwhile
     */
    public InputStream open() throws IOException {
        return content.open();
    }
}
