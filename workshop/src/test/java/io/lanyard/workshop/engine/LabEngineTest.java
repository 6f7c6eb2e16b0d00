package io.lanyard.workshop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lanyard.workshop.engine.Lab.Reach;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LabEngineTest {
    private final List<LabEvent> events = new ArrayList<>();
    private final BiscuitJar jar = new BiscuitJar();
    private final LabEngine engine = new LabEngine(events::add, BiscuitJar.troubles());

    @Test
    void playsAllStepsChecksThemAndLeavesNothing() {
        var report = engine.run(jar.lab(), List.of());

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.stepsDone()).isEqualTo(2);
        assertThat(report.denialsExplained()).isEqualTo(1);
        assertThat(report.cleanUps()).containsExactly(new CleanUp.Outcome("biscuit", 1, List.of()));
        assertThat(jar.biscuits).isEmpty();
    }

    @Test
    void cleansUpAlsoAfterAStepThatFailed() {
        var report = engine.run(
                jar.lab(scene -> {
                    throw new IllegalStateException("the kitchen is on fire");
                }),
                List.of());

        assertThat(report.outcome()).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(report.steps().get(1).trouble()).isEqualTo("the kitchen is on fire; get a new one");
        assertThat(jar.biscuits).isEmpty();
    }

    @Test
    void removesWhatWasCreatedThoughItsAnswerWasLost() {
        var step = Step.of(
                "bake",
                "Bake",
                s -> s.leaves(new CleanUp<>("biscuit", () -> List.copyOf(jar.biscuits), jar.biscuits::remove))
                        .does(scene -> {
                            jar.put("ginger");
                            throw new IllegalStateException("the answer got lost");
                        }));

        var report = engine.run(new Lab("l", "L", "", Reach.OWN_THINGS, List.of(step)), List.of());

        assertThat(report.cleanUps()).containsExactly(new CleanUp.Outcome("biscuit", 1, List.of()));
        assertThat(jar.biscuits).isEmpty();
    }

    @Test
    void saysWhatItCouldNotRemoveAndIsNotDoneThen() {
        var report = engine.run(jar.isSticky().lab(), List.of());

        assertThat(report.outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(report.leftBehind()).containsExactly("after removal, 1 of the kind \"biscuit\" can still be seen");
    }

    @Test
    void doesNotPlayOnAfterAFailedCheckAndSaysWhy() {
        var never = new ArrayList<String>();
        var wrong =
                Step.of("wrong", "Wrong", s -> s.checks("it is right", () -> Verdict.fail("it is wrong", "turn it")));
        var next = Step.of(
                "next", "Next", s -> s.does(scene -> never.add("played")).checks("x", Verdict::pass));

        var report = engine.run(new Lab("l", "L", "", Reach.OWN_THINGS, List.of(wrong, next)), List.of());

        assertThat(report.outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(never).isEmpty();
        assertThat(report.steps().get(1).checks())
                .containsExactly(new CheckResult("x", Verdict.notRun("step 1 did not get there")));
    }

    @Test
    void anAllowedRequestThatMustBeRefusedIsAFailedCheck() {
        var report = engine.run(
                jar.lab(scene -> scene.refused(Request.of("take", "the ginger biscuit"), jar::take)), List.of());

        assertThat(report.outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(report.steps().get(1).trouble())
                .isEqualTo("\"take the ginger biscuit\" was allowed, but must be refused");
    }

    @Test
    void aRequestThatBreaksIsNoRefusal() {
        var report = engine.run(
                jar.lab(scene -> scene.refused(Request.of("take", "the ginger biscuit"), jar.breaks()::take)),
                List.of());

        assertThat(report.outcome()).isEqualTo(Outcome.ENVIRONMENT);
    }

    @Test
    void verifyLooksAndChangesNothing() {
        var report = engine.verify(jar.lab(), List.of());

        assertThat(report.outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(report.steps().get(0).checks().get(0).verdict())
                .isEqualTo(Verdict.fail("the jar is empty", "bake again"));
        assertThat(report.cleanUps()).isEmpty();
        assertThat(events).noneMatch(event -> event instanceof LabEvent.Requested);
    }

    @Test
    void aCheckThatCannotLookIsNotRunRatherThanFailed() {
        var step = Step.of(
                "s",
                "S",
                s -> s.checks("it holds", () -> {
                    throw new IllegalStateException("no connection");
                }));

        var report = engine.verify(new Lab("l", "L", "", Reach.OWN_THINGS, List.of(step)), List.of());

        assertThat(report.outcome()).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(report.steps().get(0).checks().get(0).verdict())
                .isEqualTo(Verdict.notRun("no connection; get a new one"));
    }

    @Test
    void aStepThatIsBehindDoesNotCountAgainstTheOthers() {
        var behind = Step.of("a", "A", s -> s.checks("x", () -> Verdict.notDue("step 2 is behind you")));
        var holds = Step.of("b", "B", s -> s.checks("y", Verdict::pass));

        assertThat(engine.verify(new Lab("l", "L", "", Reach.OWN_THINGS, List.of(behind, holds)), List.of())
                        .outcome())
                .isEqualTo(Outcome.DONE);
        assertThat(engine.verify(new Lab("l", "L", "", Reach.OWN_THINGS, List.of(behind)), List.of())
                        .outcome())
                .isEqualTo(Outcome.NOT_RUN);
    }

    @Test
    void aStepBehindAnOpenOneOfWhichNothingIsThereHasNotBegun() {
        var report = engine.verify(
                lab(
                        step("a", Verdict.pass()),
                        step("b", Verdict.pass(), Verdict.fail("seen", "do it")),
                        step("c", Verdict.fail("seen", "do it"), Verdict.notRun("there is no b")),
                        step("d", Verdict.pass(), Verdict.fail("seen", "do it")),
                        step("clean-up", Verdict.fail("b is still there", "remove it"))),
                List.of());

        assertThat(report.steps())
                .extracting(StepResult::outcome)
                .containsExactly(Outcome.DONE, Outcome.NOT_YET, Outcome.NOT_BEGUN, Outcome.NOT_YET, Outcome.NOT_RUN);
        assertThat(report.steps().get(4).checks().get(0).verdict())
                .isEqualTo(Verdict.notDue("b is still there; clean up when you are done"));
        assertThat(report.outcome()).isEqualTo(Outcome.NOT_YET);
    }

    @Test
    void aLabThatWasCleanedUpHasNoFailures() {
        var report = engine.verify(
                lab(
                        step("a", Verdict.pass()),
                        step("b", Verdict.fail("seen", "do it")),
                        step("clean-up", Verdict.pass())),
                List.of());

        assertThat(report.steps())
                .extracting(StepResult::outcome)
                .containsExactly(Outcome.DONE, Outcome.NOT_BEGUN, Outcome.DONE);
        assertThat(report.outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(events)
                .contains(
                        new LabEvent.Said("Nothing of this lab is there: it is not begun yet, or cleaned up already."));
    }

    @Test
    void aLabThatIsAllThereIsDoneBeforeItsCleanUp() {
        var report = engine.verify(
                lab(step("a", Verdict.pass()), step("clean-up", Verdict.fail("a is still there", "remove it"))),
                List.of());

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    }

    private static Lab lab(Step... steps) {
        return new Lab("l", "L", "", Reach.OWN_THINGS, List.of(steps));
    }

    private static Step step(String id, Verdict... verdicts) {
        return Step.of(id, id, s -> {
            for (Verdict verdict : verdicts) {
                s.checks("holds", () -> verdict);
            }
            return s;
        });
    }

    @Test
    void cleansUpWhenInterruptedAndStaysInterrupted() {
        var report = engine.run(
                jar.lab(scene -> {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted");
                }),
                List.of());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.outcome()).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(jar.biscuits).isEmpty();
    }

    @Test
    void tellsItsFaceEverythingInOrder() {
        engine.run(jar.lab(), List.of("kitchen"));

        assertThat(events.stream().map(event -> event.getClass().getSimpleName()))
                .containsExactly(
                        "Started",
                        "StepStarted",
                        "Requested",
                        "Answered",
                        "Checking",
                        "StepEnded",
                        "StepStarted",
                        "Said",
                        "Requested",
                        "Refused",
                        "Explained",
                        "Checking",
                        "StepEnded",
                        "CleaningUp",
                        "CleanedUp",
                        "Ended");
    }

    @Test
    void refusesTwoStepsOfOneName() {
        var step = Step.of("s", "S", s -> s);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lab("l", "L", "", Reach.OWN_THINGS, List.of(step, step)))
                .withMessage("two steps are called s");
    }

    @Test
    void hintsComeFromVagueToPlain() {
        assertThat(jar.lab().steps().get(0).hints().levels())
                .containsExactly("What is in an empty jar?", "Look at put.", "put(\"ginger\")");
        assertThat(Hints.NONE.levels()).isEmpty();
    }
}
