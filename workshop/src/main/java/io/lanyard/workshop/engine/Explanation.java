package io.lanyard.workshop.engine;

import java.util.List;

/**
 * Engine: why a request was decided as it was.
 *
 * @param question who may do what on what: "may ServiceId-ba93… do container-registry.image.pull on my_namespace?"
 * @param effect {@code Permit} or {@code Deny}
 * @param reasons which policies were considered, and the first thing in each that did not match
 * @param fixes what would change the answer; empty when nothing should
 */
public record Explanation(String question, String effect, List<String> reasons, List<String> fixes) {
    /** Copies the lists. */
    public Explanation {
        reasons = List.copyOf(reasons);
        fixes = List.copyOf(fixes);
    }
}
