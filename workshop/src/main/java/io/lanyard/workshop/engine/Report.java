package io.lanyard.workshop.engine;

import java.util.List;

/**
 * Engine: how a lab ended.
 *
 * @param lab which
 * @param outcome how
 * @param steps one result for each step
 * @param denialsExplained how many refusals were shown with their reasons
 * @param cleanUps what was removed; empty when nothing was created
 */
public record Report(
        Lab lab, Outcome outcome, List<StepResult> steps, int denialsExplained, List<CleanUp.Outcome> cleanUps) {
    /** Copies the lists. */
    public Report {
        steps = List.copyOf(steps);
        cleanUps = List.copyOf(cleanUps);
    }

    /**
     * Counts the steps whose checks all hold.
     *
     * @return how many
     */
    public long stepsDone() {
        return steps.stream().filter(step -> step.outcome() == Outcome.DONE).count();
    }

    /**
     * Lists what could not be removed.
     *
     * @return one sentence each; empty when nothing is left
     */
    public List<String> leftBehind() {
        return cleanUps.stream().flatMap(cleanUp -> cleanUp.left().stream()).toList();
    }
}
