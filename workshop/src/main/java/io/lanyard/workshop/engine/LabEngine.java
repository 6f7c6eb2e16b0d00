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
        return ended(lab, results, stage);
    }

    /**
     * Looks at the state that each step should have reached, and changes nothing.
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
        return ended(lab, results, new Stage(listener, troubles));
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
        var found = step.checks().stream()
                .map(check -> new CheckResult(check.statement(), look(check)))
                .toList();
        return ended(new StepResult(number, step, outcome(found), found, ""));
    }

    private Verdict look(Check check) {
        try {
            return check.probe().look();
        } catch (Exception e) {
            return Verdict.notRun(troubles.sentence(e));
        }
    }

    private static Outcome outcome(List<CheckResult> found) {
        if (found.stream().anyMatch(result -> result.verdict() instanceof Verdict.Fail)) {
            return Outcome.NOT_YET;
        }
        boolean looked = found.stream().noneMatch(result -> result.verdict() instanceof Verdict.NotRun);
        return looked ? Outcome.DONE : Outcome.NOT_RUN;
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

    private Report ended(Lab lab, List<StepResult> results, Stage stage) {
        var worst = results.stream()
                .map(StepResult::outcome)
                .max(Comparator.naturalOrder())
                .orElse(Outcome.DONE);
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
