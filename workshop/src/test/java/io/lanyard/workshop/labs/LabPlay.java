package io.lanyard.workshop.labs;

import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.WireMockFront;
import io.lanyard.workshop.engine.Explanation;
import io.lanyard.workshop.engine.LabEngine;
import io.lanyard.workshop.engine.LabEvent;
import io.lanyard.workshop.engine.Outcome;
import io.lanyard.workshop.engine.Refusal;
import io.lanyard.workshop.engine.Report;
import io.lanyard.workshop.engine.Scene.Fact;
import io.lanyard.workshop.engine.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Test support: a lab, played from its first step to its clean-up, and all that happened. A play takes seconds, so a lab's test makes
 * one and looks at it from all sides; what goes wrong on a bad day has a test class of its own.
 */
record LabPlay(Report report, List<LabEvent> events) {

    /** Plays it behind WireMock, which then knows each call. */
    static LabPlay of(LabSource source, Sandbox sandbox, WireMockFront front) {
        return of(source, sandbox, front.environment());
    }

    static LabPlay of(LabSource source, Sandbox sandbox, Map<String, String> variables) {
        var events = new ArrayList<LabEvent>();
        try (var environment = EmbeddedSandbox.in(sandbox, variables)) {
            var report = new LabEngine(events::add, new CloudTroubles())
                    .run(source.in(environment), source.facts(environment));
            return new LabPlay(report, List.copyOf(events));
        }
    }

    /** Plays it once more in the account of an earlier play, where WireMock doesn't see it. */
    static LabPlay again(LabSource source, Sandbox sandbox) {
        return of(source, sandbox, sandbox.account().environment());
    }

    /** All troubles in one text; empty when there were none. */
    String troubles() {
        return report.steps().stream()
                .filter(step -> step.outcome() != Outcome.DONE)
                .map(step -> step.number() + ": " + step.trouble() + " " + step.checks())
                .collect(Collectors.joining("\n"));
    }

    String trouble() {
        return report.steps().stream()
                .map(StepResult::trouble)
                .filter(trouble -> !trouble.isEmpty())
                .findFirst()
                .orElse("");
    }

    List<Refusal> refusals() {
        return told(LabEvent.Refused.class, LabEvent.Refused::refusal);
    }

    List<Explanation> explanations() {
        return told(LabEvent.Explained.class, LabEvent.Explained::explanation);
    }

    /** Why each request was denied, in one line each. */
    List<String> reasons() {
        return explanations().stream()
                .map(explanation -> String.join(" ", explanation.reasons()))
                .toList();
    }

    /** What was shown below each other, table by table. */
    List<List<Fact>> tables() {
        return told(LabEvent.Shown.class, LabEvent.Shown::facts);
    }

    List<String> printed() {
        return told(LabEvent.Printed.class, LabEvent.Printed::text);
    }

    private <E extends LabEvent, T> List<T> told(Class<E> kind, Function<E, T> what) {
        return events.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(what)
                .toList();
    }
}
