package io.lanyard.policy.decision;

import io.lanyard.policy.Grant;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Decision: a change that would permit the request, and can be applied as it stands: create the grant, or put it in the place of
 * an existing policy. Only proposed after asking again with it.
 *
 * @param grant what to grant
 * @param replaces the policy whose place it takes; empty for a new one
 * @param text the change in words, such as "grant Reader on namespace my_namespace in us-south"
 */
public record Fix(Grant grant, Optional<PolicyId> replaces, String text) {
    private static final PolicyId PROPOSED = PolicyId.of("proposed");

    /**
     * Says the account as it would be with the change.
     *
     * @param snapshot the account as it is
     * @return the account with the change
     */
    public Snapshot applyTo(Snapshot snapshot) {
        return snapshot.with(Policy.of(replaces.orElse(PROPOSED), grant));
    }

    /**
     * Finds what else the change would turn: a fix that turns much besides its own request is a wide one.
     *
     * @param snapshot the account as it is
     * @param decisions decisions that were made
     * @return those that would come out otherwise
     */
    public List<Decision> turns(Snapshot snapshot, Collection<? extends Decision> decisions) {
        var changed = applyTo(snapshot);
        return decisions.stream()
                .<Decision>map(decision -> decision)
                .filter(decision -> changed.decide(decision.request()).permitted() != decision.permitted())
                .toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
