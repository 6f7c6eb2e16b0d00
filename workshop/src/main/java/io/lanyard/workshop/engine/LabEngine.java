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
     * one has changed what it left, is not counted; one that could not be looked at is. Behind the first step that isn't done, one of
     * which nothing is there has not begun; no more has any step of a lab of which nothing is left.
     *
     * @param lab which
     * @param facts where it is looked at, a few words each
     * @return what holds, what doesn't, and what could not be looked at
     */
    public Report verify(Lab lab, List<String> facts) {
        listener.on(new LabEvent.Started(lab, facts));
        boolean gone = nothingIsLeft(lab);
        if (gone) {
            listener.on(new LabEvent.Said("Nothing of this lab is there: it is not begun yet, or cleaned up already."));
        }
        var results = new ArrayList<StepResult>();
        for (Step step : lab.steps()) {
            int number = results.size() + 1;
            listener.on(new LabEvent.StepStarted(number, step));
            listener.on(new LabEvent.Checking(number));
            var seen = look(number, step);
            boolean waits = gone || results.stream().anyMatch(LabEngine::isOpen);
            results.add(ended(lab.cleansUp(step) ? toCome(seen) : waits ? withoutBegin(seen) : seen));
        }
        boolean somethingHolds = results.stream().anyMatch(result -> result.outcome() == Outcome.DONE);
        var counted = somethingHolds ? results.stream().filter(LabEngine::isDue).toList() : results;
        var worst = worst(counted);
        return ended(lab, results, worst == Outcome.NOT_BEGUN ? Outcome.NOT_YET : worst, new Stage(listener, troubles));
    }

    /** Looks first, because a lab that was cleaned up looks like one that is not begun. */
    private boolean nothingIsLeft(Lab lab) {
        var last = lab.steps().get(lab.steps().size() - 1);
        return lab.cleansUp(last) && look(lab.steps().size(), last).outcome() == Outcome.DONE;
    }

    private static boolean isOpen(StepResult result) {
        return isDue(result) && result.outcome() != Outcome.DONE;
    }

    /** Whoever is still at it isn't reminded of what is there: it has to be. */
    private static StepResult toCome(StepResult seen) {
        var checks = seen.checks().stream()
                .map(check -> check.verdict() instanceof Verdict.Fail fail
                        ? new CheckResult(
                                check.statement(), Verdict.notDue(fail.evidence() + "; clean up when you are done"))
                        : check)
                .toList();
        return new StepResult(
                seen.number(),
                seen.step(),
                seen.outcome() == Outcome.NOT_YET ? Outcome.NOT_RUN : seen.outcome(),
                checks,
                seen.trouble());
    }

    private static StepResult withoutBegin(StepResult seen) {
        boolean begun = seen.checks().stream().anyMatch(check -> check.verdict() instanceof Verdict.Pass);
        return begun || !isOpen(seen) || seen.outcome() == Outcome.ENVIRONMENT
                ? seen
                : new StepResult(seen.number(), seen.step(), Outcome.NOT_BEGUN, seen.checks(), seen.trouble());
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
        listener.on(new LabEvent.Checking(number));
        return ended(look(number, step));
    }

    private StepResult look(int number, Step step) {
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
        return new StepResult(number, step, outcome, found, "");
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
