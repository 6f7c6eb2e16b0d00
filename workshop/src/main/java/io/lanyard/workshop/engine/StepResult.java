package io.lanyard.workshop.engine;

import java.util.List;

/**
 * Engine: how one step ended.
 *
 * @param number from 1
 * @param step which
 * @param outcome how
 * @param checks what the checks found; empty when the code did not get that far
 * @param trouble what went wrong and what to do about it; empty when nothing did
 */
public record StepResult(int number, Step step, Outcome outcome, List<CheckResult> checks, String trouble) {
    /** Copies the list. */
    public StepResult {
        checks = List.copyOf(checks);
    }
}
