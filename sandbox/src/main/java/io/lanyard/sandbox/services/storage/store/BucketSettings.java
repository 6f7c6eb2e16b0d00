// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.store;

import java.time.Instant;

/**
 * What can be configured of a bucket.
 *
 * @param hardQuota the most bytes it may hold; 0 for no limit
 * @param managementEvents whether calls that manage it leave audit events
 * @param readEvents whether calls that read data leave audit events
 * @param writeEvents whether calls that write data leave audit events
 * @param isPublic whether anybody may list it
 * @param updated when it was changed last
 */
public record BucketSettings(
        long hardQuota,
        boolean managementEvents,
        boolean readEvents,
        boolean writeEvents,
        boolean isPublic,
        Instant updated) {

    /** What a bucket begins with: no limit, every event. */
    static BucketSettings initial(boolean isPublic, Instant now) {
        return new BucketSettings(0, true, true, true, isPublic, now);
    }

    /** Returns them with another quota. */
    public BucketSettings quota(long bytes, Instant now) {
        return new BucketSettings(bytes, managementEvents, readEvents, writeEvents, isPublic, now);
    }

    /** Returns them with other events. */
    public BucketSettings events(boolean management, boolean reads, boolean writes, Instant now) {
        return new BucketSettings(hardQuota, management, reads, writes, isPublic, now);
    }

    /** Returns them open for everybody, or not. */
    public BucketSettings publicly(boolean open, Instant now) {
        return new BucketSettings(hardQuota, managementEvents, readEvents, writeEvents, open, now);
    }
}
