// Room: sandbox / routing.
package io.lanyard.sandbox.services.routing;

import java.util.Map;
import java.util.Optional;

/**
 * What became of the events for one target.
 *
 * @param target the target
 * @param delivered how many arrived
 * @param failed how many were refused, by the kind of failure
 * @param dropped how many were never tried, by the reason
 * @param queued how many wait
 * @param writable whether the last write got through
 * @param lastFailure why one last didn't
 */
record Tally(
        TargetEntry target,
        long delivered,
        Map<String, Long> failed,
        Map<String, Long> dropped,
        int queued,
        boolean writable,
        Optional<Failure> lastFailure) {}
