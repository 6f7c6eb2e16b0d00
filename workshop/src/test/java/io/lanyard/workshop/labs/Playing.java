package io.lanyard.workshop.labs;

import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.WireMockFront;
import io.lanyard.workshop.engine.LabEngine;
import io.lanyard.workshop.engine.LabEvent;
import io.lanyard.workshop.engine.Outcome;
import io.lanyard.workshop.engine.Report;
import io.lanyard.workshop.engine.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Test support: plays a lab in a sandbox behind WireMock, and keeps all that happened. */
record Playing(Report report, List<LabEvent> events) {

    static Playing play(LabSource source, Sandbox sandbox, WireMockFront front) {
        return play(source, sandbox, front.environment());
    }

    static Playing play(LabSource source, Sandbox sandbox, Map<String, String> variables) {
        var events = new ArrayList<LabEvent>();
        try (var environment = EmbeddedSandbox.in(sandbox, variables)) {
            var report = new LabEngine(events::add, new CloudTroubles())
                    .run(source.in(environment), source.facts(environment));
            return new Playing(report, List.copyOf(events));
        }
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
}
