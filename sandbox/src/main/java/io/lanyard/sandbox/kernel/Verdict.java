// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import io.lanyard.sandbox.state.World;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the guard said about one action of one call, and why.
 *
 * @param transactionId the call
 * @param world where it happened
 * @param accountId the account of the resource
 * @param at when
 * @param operation the route's operation
 * @param subject the caller's IAM id
 * @param action what he wanted to do
 * @param attributes to what
 * @param permitted whether he may
 * @param explanation text that says why, worked out when it is asked for
 * @param structure the same for machines: JSON-writable, worked out when it is asked for
 */
public record Verdict(
        String transactionId,
        World world,
        String accountId,
        Instant at,
        String operation,
        String subject,
        String action,
        Map<String, String> attributes,
        boolean permitted,
        Supplier<String> explanation,
        Supplier<Object> structure) {

    /** Explains it in text. */
    public String explain() {
        return explanation.get();
    }
}
