// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An object as it is kept; a new one takes its place when anything changes.
 *
 * @param key its key
 * @param body its bytes
 * @param etag the MD5 of its bytes in hex; of a multipart upload, that of its parts' MD5s and their number
 * @param modified when it was written
 * @param headers what it is served with: Content-Type, x-amz-meta-…, checksums; in the order of their names
 * @param partSizes the sizes of its parts, when it came in parts
 * @param tags its tags
 * @param isPublic whether anybody may read it
 */
public record StoredObject(
        String key,
        Body body,
        String etag,
        Instant modified,
        Map<String, String> headers,
        List<Long> partSizes,
        Map<String, String> tags,
        boolean isPublic) {

    /** Returns how many bytes it has. */
    public long size() {
        return body.size();
    }

    /** Returns the entity tag as headers have it, in quotes. */
    public String quotedEtag() {
        return '"' + etag + '"';
    }

    /** Returns it with other tags; the same bytes. */
    public StoredObject tagged(Map<String, String> other) {
        return new StoredObject(key, body, etag, modified, headers, partSizes, other, isPublic);
    }

    /** Returns it open for everybody, or not; the same bytes. */
    public StoredObject publicly(boolean open) {
        return new StoredObject(key, body, etag, modified, headers, partSizes, tags, open);
    }
}
