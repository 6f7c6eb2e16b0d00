// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.store;

import java.time.Instant;

/**
 * A part of an upload.
 *
 * @param number its number, 1 to 10000
 * @param body its bytes
 * @param etag their MD5 in hex
 * @param modified when it was written
 */
public record Part(int number, Body body, String etag, Instant modified) {
    /** Returns how many bytes it has. */
    public long size() {
        return body.size();
    }
}
