package io.lanyard.workshop.labs;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.authorizations.ActivityTracker;
import io.lanyard.authorizations.AuthorizationsClient;
import io.lanyard.core.IbmCloud;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.workshop.engine.CheckResult;
import io.lanyard.workshop.engine.Lab;
import io.lanyard.workshop.engine.LabEngine;
import io.lanyard.workshop.engine.Outcome;
import io.lanyard.workshop.engine.Report;
import io.lanyard.workshop.engine.Step;
import io.lanyard.workshop.engine.Verdict;
import io.lanyard.workshop.labs.targets.AuthorizeTargetsLab;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person takes the lab about targets by hand, and asks how far he is; all in one test, because a broker takes seconds to start. */
final class TargetsByHandTest {
    @RegisterExtension
    static final SandboxExtension SANDBOX = SandboxExtension.started().account(EmbeddedSandbox::people);

    @Test
    void itIsDoneBeforeItsCleanUpAndSaysWhatIsTooMuch(Sandbox sandbox) {
        var variables = EmbeddedSandbox.variables(sandbox);

        assertThat(failed(verify(variables)))
                .contains("the bucket is there", "the topic is there", "it is Sender on the log")
                .doesNotContain("no target was stored", "nothing that the lab created is left");

        take(9, sandbox, variables);
        var done = verify(variables);
        assertThat(failed(done)).isEmpty();
        assertThat(done.outcome()).isEqualTo(Outcome.DONE);

        var alone = new HashMap<>(variables);
        alone.remove("LANYARD_PARTNER_API_KEY");
        assertThat(verify(alone).outcome()).isEqualTo(Outcome.NOT_RUN);

        authorizeAllBuckets(sandbox);
        assertThat(verify(variables).steps().get(2).checks().get(1).verdict())
                .isInstanceOfSatisfying(Verdict.Fail.class, fail -> {
                    assertThat(fail.evidence()).contains("is about the whole instance, as [ObjectWriter]");
                    assertThat(fail.missing()).contains("more than is needed");
                });
    }

    /** The steps as a person does them: nobody cleans up. */
    private static void take(int steps, Sandbox sandbox, Map<String, String> variables) {
        try (var environment = EmbeddedSandbox.in(sandbox, variables)) {
            var lab = AuthorizeTargetsLab.in(environment);
            var byHand = lab.steps().subList(0, steps).stream()
                    .map(step -> new Step(
                            step.id(),
                            step.title(),
                            step.why(),
                            step.minutes(),
                            step.setUp(),
                            step.code(),
                            step.checks(),
                            step.hints(),
                            List.of()))
                    .toList();
            var report = new LabEngine(event -> {}, new CloudTroubles())
                    .run(new Lab(lab.id(), lab.title(), lab.promise(), lab.reach(), byHand), List.of());
            assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        }
    }

    private static Report verify(Map<String, String> variables) {
        try (var environment = RealAccount.toLookAt(variables, false)) {
            return new LabEngine(event -> {}, new CloudTroubles())
                    .verify(AuthorizeTargetsLab.in(environment), List.of());
        }
    }

    private static void authorizeAllBuckets(Sandbox sandbox) {
        try (IbmCloud cloud = sandbox.account().cloud()) {
            var store = new ResourcesClient(cloud)
                    .instances().list(q -> q.name("audit-archive")).stream()
                            .findFirst()
                            .orElseThrow();
            new AuthorizationsClient(cloud).create(ActivityTracker.toObjectStorage(store.crn()));
        }
    }

    private static List<String> failed(Report report) {
        return report.steps().stream()
                .flatMap(step -> step.checks().stream())
                .filter(check -> check.verdict() instanceof Verdict.Fail)
                .map(CheckResult::statement)
                .toList();
    }
}
