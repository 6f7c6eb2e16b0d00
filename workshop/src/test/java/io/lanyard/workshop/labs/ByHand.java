package io.lanyard.workshop.labs;

import io.lanyard.sandbox.Sandbox;
import io.lanyard.workshop.engine.CheckResult;
import io.lanyard.workshop.engine.LabEngine;
import io.lanyard.workshop.engine.Report;
import io.lanyard.workshop.engine.Verdict;
import java.util.List;
import java.util.Map;

/**
 * Test support: a person takes a lab by hand, and asks from time to time how far it is.
 *
 * @param variables what the person's shell knows
 */
record ByHand(LabSource lab, Sandbox sandbox, Map<String, String> variables) {

    /** The first steps, as a person does them: nobody checks, and nobody cleans up. */
    void take(int steps) throws Exception {
        try (var environment = EmbeddedSandbox.in(sandbox, variables)) {
            for (var step : lab.in(environment).steps().subList(0, steps)) {
                step.setUp().play(new Unseen());
                step.code().play(new Unseen());
            }
        }
    }

    Report verify() {
        return verify(variables);
    }

    /** The person has set other variables meanwhile. */
    Report verify(Map<String, String> now) {
        try (var environment = RealAccount.toLookAt(now, false)) {
            return new LabEngine(event -> {}, new CloudTroubles()).verify(lab.in(environment), List.of());
        }
    }

    /** What did not hold. */
    static List<String> failed(Report report) {
        return report.steps().stream()
                .flatMap(step -> step.checks().stream())
                .filter(check -> check.verdict() instanceof Verdict.Fail)
                .map(CheckResult::statement)
                .toList();
    }
}
