// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A deleted image that can still be restored.
 *
 * @param image the image
 * @param tags the tags it had
 * @param deleted when it was deleted
 */
public record Trashed(Image image, Set<String> tags, Instant deleted) {
    /** How long deleted images are kept (IBM: registry_retention). */
    public static final Duration KEPT = Duration.ofDays(30);

    /** Keeps the tags from later changes. */
    public Trashed {
        tags = Set.copyOf(tags);
    }

    /** Tells whether its time is over. */
    public boolean expired(Instant now) {
        return !now.isBefore(deleted.plus(KEPT));
    }

    /** Returns the days that are left, the one that has begun counted in. */
    public long daysLeft(Instant now) {
        return Math.max(
                0,
                Duration.between(now, deleted.plus(KEPT))
                        .plusDays(1)
                        .minusNanos(1)
                        .toDays());
    }
}
