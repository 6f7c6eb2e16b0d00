package io.lanyard.policy.decision;

/** Decision: what comes out. There are no deny policies: Deny means that nothing permits. */
public enum Effect {
    /** A policy permits it, or the identity owns the account. */
    PERMIT("Permit"),
    /** Nothing permits it. */
    DENY("Deny");

    private final String word;

    Effect(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
