package io.lanyard.workshop.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Engine: plays labs and verifies them, and tells a face what happens.
 *
 * <p>An engine has no state between two labs.
 */
public final class LabEngine {
    private final LabListener listener;
    private final Troubles troubles;

    /**
     * Makes an engine.
     *
     * @param listener the face
     * @param troubles reads what calls throw
     */
    public LabEngine(LabListener listener, Troubles troubles) {
        this.listener = listener;
        this.troubles = troubles;
    }

    /**
     * Plays a lab from its first step to its last, and removes what it created, also after a step that failed.
     *
     * @param lab which
     * @param facts where it is played, a few words each
     * @return how it ended
     */
    public Report run(Lab lab, List<String> facts) {
        listener.on(new LabEvent.Started(lab, facts));
        var stage = new Stage(listener, troubles);
        var results = new ArrayList<StepResult>();
        for (Step step : lab.steps()) {
            int number = results.size() + 1;
            var blocker = results.stream()
                    .filter(result -> result.outcome() != Outcome.DONE)
                    .findFirst();
            if (blocker.isPresent()) {
                results.add(skipped(number, step, blocker.get().number()));
                continue;
            }
            results.add(play(number, step, stage));
        }
        stage.cleanUpTheRest();
        return ended(lab, results, worst(results), stage);
    }

    /**
     * Looks at the state that each step should have reached, and changes nothing. A step that is behind already, because a later
     * one has changed what it left, is not counted; one that could not be looked at is.
     *
     * @param lab which
     * @param facts where it is looked at, a few words each
     * @return what holds, what doesn't, and what could not be looked at
     */
    public Report verify(Lab lab, List<String> facts) {
        listener.on(new LabEvent.Started(lab, facts));
        var results = new ArrayList<StepResult>();
        for (Step step : lab.steps()) {
            int number = results.size() + 1;
            listener.on(new LabEvent.StepStarted(number, step));
            results.add(looked(number, step));
        }
        boolean somethingHolds = results.stream().anyMatch(result -> result.outcome() == Outcome.DONE);
        var counted = somethingHolds ? results.stream().filter(LabEngine::isDue).toList() : results;
        return ended(lab, results, worst(counted), new Stage(listener, troubles));
    }

    private static boolean isDue(StepResult result) {
        return result.outcome() != Outcome.NOT_RUN
                || result.checks().stream()
                        .anyMatch(check -> check.verdict() instanceof Verdict.NotRun notRun && notRun.due());
    }

    private StepResult play(int number, Step step, Stage stage) {
        listener.on(new LabEvent.StepStarted(number, step));
        stage.register(step.cleanUps());
        try {
            step.setUp().play(stage);
            step.code().play(stage);
        } catch (UnexpectedStateException e) {
            return ended(new StepResult(number, step, Outcome.NOT_YET, List.of(), message(e)));
        } catch (Exception e) {
            return ended(new StepResult(number, step, Outcome.ENVIRONMENT, List.of(), troubles.sentence(e)));
        }
        return looked(number, step);
    }

    private StepResult looked(int number, Step step) {
        listener.on(new LabEvent.Checking(number));
        var found = new ArrayList<CheckResult>();
        var outcome = Outcome.DONE;
        for (Check check : step.checks()) {
            Verdict verdict;
            Outcome weight;
            try {
                verdict = check.probe().look();
                weight = weight(verdict);
            } catch (Exception e) {
                verdict = Verdict.notRun(troubles.sentence(e));
                weight = Outcome.ENVIRONMENT;
            }
            found.add(new CheckResult(check.statement(), verdict));
            outcome = outcome.compareTo(weight) < 0 ? weight : outcome;
        }
        return ended(new StepResult(number, step, outcome, found, ""));
    }

    private static Outcome weight(Verdict verdict) {
        if (verdict instanceof Verdict.Fail) {
            return Outcome.NOT_YET;
        }
        return verdict instanceof Verdict.NotRun ? Outcome.NOT_RUN : Outcome.DONE;
    }

    private StepResult ended(StepResult result) {
        listener.on(new LabEvent.StepEnded(result));
        return result;
    }

    private static StepResult skipped(int number, Step step, int blocker) {
        var reason = Verdict.notRun("step " + blocker + " did not get there");
        var checks = step.checks().stream()
                .map(check -> new CheckResult(check.statement(), reason))
                .toList();
        return new StepResult(number, step, Outcome.NOT_RUN, checks, "");
    }

    private static Outcome worst(List<StepResult> results) {
        return results.stream()
                .map(StepResult::outcome)
                .max(Comparator.naturalOrder())
                .orElse(Outcome.DONE);
    }

    private Report ended(Lab lab, List<StepResult> results, Outcome worst, Stage stage) {
        var cleanUps = stage.outcomes();
        boolean left = cleanUps.stream().anyMatch(outcome -> !outcome.left().isEmpty());
        var outcome = left && worst.compareTo(Outcome.NOT_YET) < 0 ? Outcome.NOT_YET : worst;
        var report = new Report(lab, outcome, results, stage.denialsExplained(), cleanUps);
        listener.on(new LabEvent.Ended(report));
        return report;
    }

    private static String message(Exception e) {
        var message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
