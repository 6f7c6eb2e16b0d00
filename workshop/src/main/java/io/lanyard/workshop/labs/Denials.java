package io.lanyard.workshop.labs;

import io.lanyard.workshop.engine.Refusal;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.engine.UnexpectedStateException;

/** Labs: each denial is explained by the decision behind it. */
public final class Denials {
    private Denials() {}

    /**
     * Shows why a request was refused, and what would change that.
     *
     * @param environment where it was refused
     * @param scene where it is shown
     * @param refusal the refusal
     * @throws UnexpectedStateException when no decision is behind it
     */
    public static void explain(LabEnvironment environment, Scene scene, Refusal refusal) {
        scene.explain(environment
                .why(refusal)
                .orElseThrow(() -> new UnexpectedStateException("it was refused for a reason that is no decision: "
                        + refusal.status() + " " + refusal.sentence())));
    }
}
