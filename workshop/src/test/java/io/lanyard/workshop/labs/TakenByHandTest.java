package io.lanyard.workshop.labs;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.identity.IdentityClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.workshop.engine.CheckResult;
import io.lanyard.workshop.engine.Lab;
import io.lanyard.workshop.engine.LabEngine;
import io.lanyard.workshop.engine.Outcome;
import io.lanyard.workshop.engine.Report;
import io.lanyard.workshop.engine.Step;
import io.lanyard.workshop.engine.Verdict;
import io.lanyard.workshop.labs.iam.IntegrateIamLab;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person takes a lab by hand, and asks from time to time how far he is. */
final class TakenByHandTest {
    @RegisterExtension
    static final SandboxExtension SANDBOX = SandboxExtension.started().account(EmbeddedSandbox::people);

    @Test
    void theRegistryLabIsDoneBeforeItsCleanUp(Sandbox sandbox) throws Exception {
        take(RegistryLab::in, 8, sandbox);

        var report = verify(RegistryLab::in, sandbox);

        assertThat(failed(report)).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void theRegistryLabSaysWhatIsMissingOnTheWay(Sandbox sandbox) throws Exception {
        take(RegistryLab::in, 6, sandbox);

        var report = verify(RegistryLab::in, sandbox);

        assertThat(report.outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(failed(report))
                .containsExactly(
                        "the robot can pull from my_namespace in us-south", "the robot's image 3.7 is in my_namespace");
    }

    @Test
    void theServiceIdLabIsDoneBeforeItsCleanUp(Sandbox sandbox) throws Exception {
        take(ServiceIdLab::in, 6, sandbox);

        var report = verify(ServiceIdLab::in, sandbox);

        assertThat(failed(report)).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void theIntegrateIamLabIsDoneBeforeItsCleanUp(Sandbox sandbox) throws Exception {
        take(IntegrateIamLab::in, 10, sandbox);

        var report = verify(IntegrateIamLab::in, sandbox, "audit-uploader", IntegrateIamLab.KEY_VARIABLE);

        assertThat(failed(report)).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void theIntegrateIamLabSaysWhatIsMissingOnTheWay(Sandbox sandbox) throws Exception {
        take(IntegrateIamLab::in, 3, sandbox);

        var report = verify(IntegrateIamLab::in, sandbox, "audit-uploader", IntegrateIamLab.KEY_VARIABLE);

        assertThat(report.outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(failed(report))
                .startsWith("creation of user API keys is restricted", "the group has the role User API key creator")
                .contains("the account allows 127.0.0.2 alone", "the Object Storage instance is there");
    }

    @Test
    void withoutTheKeyNobodyCanSayThatTheLabIsDone(Sandbox sandbox) throws Exception {
        take(ServiceIdLab::in, 6, sandbox);

        try (var environment = RealAccount.toLookAt(sandbox.account().environment(), false)) {
            var report =
                    new LabEngine(event -> {}, new CloudTroubles()).verify(ServiceIdLab.in(environment), List.of());

            assertThat(failed(report)).isEmpty();
            assertThat(report.outcome()).isEqualTo(Outcome.NOT_RUN);
        }
    }

    @Test
    void beforeTheFirstStepOnlyTheServiceIdIsMissing(Sandbox sandbox) {
        try (var environment = RealAccount.toLookAt(sandbox.account().environment(), false)) {
            var report =
                    new LabEngine(event -> {}, new CloudTroubles()).verify(ServiceIdLab.in(environment), List.of());

            assertThat(report.outcome()).isEqualTo(Outcome.NOT_YET);
            assertThat(failed(report)).containsExactly("there is a service ID of this name");
        }
    }

    @Test
    void aKeyMadeForTheWrongIdentityIsNamed(Sandbox sandbox) throws Exception {
        take(ServiceIdLab::in, 3, sandbox);
        var variables = new HashMap<>(sandbox.account().environment());
        variables.put(RealAccount.ROBOT_KEY, sandbox.account().ownerKey().reveal());

        try (var environment = RealAccount.toLookAt(variables, false)) {
            var report =
                    new LabEngine(event -> {}, new CloudTroubles()).verify(ServiceIdLab.in(environment), List.of());

            assertThat(report.steps().get(3).checks().get(0).verdict())
                    .isEqualTo(Verdict.fail(
                            "the token speaks for " + sandbox.account().owner(),
                            "create the key for the service ID, not for yourself"));
        }
    }

    private static void take(Function<LabEnvironment, Lab> lab, int steps, Sandbox sandbox) throws Exception {
        try (var environment = EmbeddedSandbox.in(sandbox, sandbox.account().environment())) {
            for (Step step : lab.apply(environment).steps().subList(0, steps)) {
                step.setUp().play(new Unseen());
                step.code().play(new Unseen());
            }
        }
    }

    /** The person kept a key of the service ID; here it is another one, because nobody can read the first again. */
    private static Report verify(Function<LabEnvironment, Lab> lab, Sandbox sandbox) {
        return verify(lab, sandbox, "think-registry-demo", RealAccount.ROBOT_KEY);
    }

    private static Report verify(
            Function<LabEnvironment, Lab> lab, Sandbox sandbox, String serviceId, String variable) {
        var variables = new HashMap<>(sandbox.account().environment());
        try (var cloud = sandbox.account().cloud()) {
            var identity = new IdentityClient(cloud);
            var robot = identity.serviceIds().list(sandbox.account().id(), q -> q.name(serviceId)).stream()
                    .findFirst()
                    .orElseThrow();
            var key = identity.apiKeys()
                    .create(
                            robot.iamId(),
                            "kept",
                            k -> k.account(sandbox.account().id()));
            variables.put(variable, key.secret().reveal());
        }
        try (var environment = RealAccount.toLookAt(variables, false)) {
            return new LabEngine(event -> {}, new CloudTroubles()).verify(lab.apply(environment), List.of());
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
