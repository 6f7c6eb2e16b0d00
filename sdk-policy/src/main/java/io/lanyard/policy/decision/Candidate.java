package io.lanyard.policy.decision;

import io.lanyard.policy.Policy;
import java.util.List;

/**
 * Decision: a policy that names who asks and doesn't permit.
 *
 * @param policy the policy
 * @param failed what in it didn't match, in the order it is judged
 */
public record Candidate(Policy policy, List<FailedClause> failed) {
    /** Copies the list. */
    public Candidate {
        failed = List.copyOf(failed);
    }

    /** {@return the policy and the first thing in it that didn't match, in one line} */
    public String text() {
        return Wording.candidate(this);
    }

    @Override
    public String toString() {
        return text();
    }
}
