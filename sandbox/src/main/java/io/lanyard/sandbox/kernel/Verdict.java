// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import io.lanyard.policy.decision.Decision;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the guard said about one action of one call.
 *
 * @param transactionId the call
 * @param accountId the account of the resource
 * @param at when
 * @param operation the route's operation
 * @param subject the caller's IAM id
 * @param action what he wanted to do
 * @param attributes to what
 * @param judgement the answer and the reason for it
 */
public record Verdict(
        String transactionId,
        String accountId,
        Instant at,
        String operation,
        String subject,
        String action,
        Map<String, String> attributes,
        Guard.Judgement judgement) {

    /** Tells whether he may. */
    public boolean permitted() {
        return judgement.permitted();
    }

    /** Returns what the decision engine said, where it was asked: candidates, failed clauses, fixes. */
    public Optional<Decision> decision() {
        return judgement.decision();
    }

    /** Explains it to a person, several lines. */
    public String explain() {
        return judgement.explain();
    }

    /** Returns the same under a later call, which it still decides; the time stays that of the decision. */
    Verdict recalledIn(String laterTransaction, String laterOperation) {
        return new Verdict(laterTransaction, accountId, at, laterOperation, subject, action, attributes, judgement);
    }
}
