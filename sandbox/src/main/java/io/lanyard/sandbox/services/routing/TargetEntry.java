// Room: sandbox / routing.
package io.lanyard.sandbox.services.routing;

import java.time.Instant;

/**
 * A target as the sandbox keeps it; how it fares is its {@link Lane}'s.
 *
 * @param id its id
 * @param accountId whose it is
 * @param crn its CRN
 * @param name its name, not unique
 * @param region the region that delivers
 * @param sink where events are sent to
 * @param created when it was made
 * @param updated when it was last changed
 */
record TargetEntry(
        String id,
        String accountId,
        String crn,
        String name,
        String region,
        Sink sink,
        Instant created,
        Instant updated) {

    TargetEntry with(String newName, Sink newSink, Instant now) {
        return new TargetEntry(id, accountId, crn, newName, region, newSink, created, now);
    }
}
