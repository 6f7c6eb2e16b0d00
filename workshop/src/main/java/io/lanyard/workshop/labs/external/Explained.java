package io.lanyard.workshop.labs.external;

import io.lanyard.workshop.engine.Refusal;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.engine.UnexpectedStateException;
import io.lanyard.workshop.labs.LabEnvironment;

/**
 * External: shows why a request was refused.
 *
 * @param environment knows the decision
 */
record Explained(LabEnvironment environment) {
    void show(Scene scene, Refusal refusal) {
        scene.explain(environment
                .why(refusal)
                .orElseThrow(() -> new UnexpectedStateException("it was refused for a reason that nobody recorded: "
                        + refusal.status() + " " + refusal.sentence())));
    }
}
