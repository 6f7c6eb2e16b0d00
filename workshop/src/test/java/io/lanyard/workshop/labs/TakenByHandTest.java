package io.lanyard.workshop.labs;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.identity.IdentityClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.workshop.engine.Outcome;
import io.lanyard.workshop.engine.Report;
import io.lanyard.workshop.engine.Verdict;
import io.lanyard.workshop.labs.external.ExternalIdentitiesLab;
import io.lanyard.workshop.labs.iam.IntegrateIamLab;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person takes a lab by hand, and asks from time to time how far he is. */
final class TakenByHandTest {
    @RegisterExtension
    static final SandboxExtension SANDBOX = SandboxExtension.started().account(EmbeddedSandbox::people);

    @Test
    void theRegistryLabIsDoneBeforeItsCleanUp(Sandbox sandbox) throws Exception {
        var lab = lab(RegistryLab::in, sandbox);
        lab.take(8);

        var report = verifyAsRobot(lab);

        assertThat(ByHand.failed(report)).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void theRegistryLabSaysWhatIsMissingOnTheWay(Sandbox sandbox) throws Exception {
        var lab = lab(RegistryLab::in, sandbox);
        lab.take(6);

        var report = verifyAsRobot(lab);

        assertThat(report.outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(ByHand.failed(report))
                .containsExactly(
                        "the robot can pull from my_namespace in us-south", "the robot's image 3.7 is in my_namespace");
    }

    @Test
    void theServiceIdLabIsDoneBeforeItsCleanUp(Sandbox sandbox) throws Exception {
        var lab = lab(ServiceIdLab::in, sandbox);
        lab.take(6);

        var report = verifyAsRobot(lab);

        assertThat(ByHand.failed(report)).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void theIntegrateIamLabIsDoneBeforeItsCleanUp(Sandbox sandbox) throws Exception {
        var lab = lab(IntegrateIamLab::in, sandbox);
        lab.take(10);

        var report = verifyAsUploader(lab);

        assertThat(ByHand.failed(report)).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void theIntegrateIamLabSaysWhatIsMissingOnTheWay(Sandbox sandbox) throws Exception {
        var lab = lab(IntegrateIamLab::in, sandbox);
        lab.take(3);

        var report = verifyAsUploader(lab);

        assertThat(report.outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(ByHand.failed(report))
                .startsWith("creation of user API keys is restricted", "the group has the role User API key creator")
                .contains("the account allows 127.0.0.2 alone", "the Object Storage instance is there");
    }

    @Test
    void theExternalIdentitiesLabSaysWhatIsMissing(Sandbox sandbox) {
        var lab = new ByHand(ExternalIdentitiesLab::in, sandbox, EmbeddedSandbox.variables(sandbox));

        var report = lab.verify();

        assertThat(report.outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(report.steps().get(2).checks().toString()).contains("there is no Cloud Logs instance iam-log");
    }

    @Test
    void theExternalIdentitiesLabIsDoneBeforeItsCleanUp(Sandbox sandbox) throws Exception {
        var lab = new ByHand(ExternalIdentitiesLab::in, sandbox, EmbeddedSandbox.variables(sandbox));
        lab.take(10);

        var report = lab.verify();

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.stepsDone()).isEqualTo(10);
    }

    @Test
    void withoutTheKeyNobodyCanSayThatTheLabIsDone(Sandbox sandbox) throws Exception {
        var lab = lab(ServiceIdLab::in, sandbox);
        lab.take(6);

        var report = lab.verify();

        assertThat(ByHand.failed(report)).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.NOT_RUN);
    }

    @Test
    void beforeTheFirstStepOnlyTheServiceIdIsMissing(Sandbox sandbox) {
        var lab = lab(ServiceIdLab::in, sandbox);

        var report = lab.verify();

        assertThat(report.outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(ByHand.failed(report)).containsExactly("there is a service ID of this name");
    }

    @Test
    void aKeyMadeForTheWrongIdentityIsNamed(Sandbox sandbox) throws Exception {
        var lab = lab(ServiceIdLab::in, sandbox);
        lab.take(3);
        var variables = new HashMap<>(lab.variables());
        variables.put(RealAccount.ROBOT_KEY, sandbox.account().ownerKey().reveal());

        var report = lab.verify(variables);

        assertThat(report.steps().get(3).checks().get(0).verdict())
                .isEqualTo(Verdict.fail(
                        "the token speaks for " + sandbox.account().owner(),
                        "create the key for the service ID, not for yourself"));
    }

    private static ByHand lab(LabSource lab, Sandbox sandbox) {
        return new ByHand(lab, sandbox, sandbox.account().environment());
    }

    /** The person kept a key of the service ID; here it is another one, because nobody can read the first again. */
    private static Report verify(ByHand lab, String serviceId, String variable) {
        var account = lab.sandbox().account();
        var variables = new HashMap<>(lab.variables());
        try (var cloud = account.cloud()) {
            var identity = new IdentityClient(cloud);
            var robot = identity.serviceIds().list(account.id(), q -> q.name(serviceId)).stream()
                    .findFirst()
                    .orElseThrow();
            var key = identity.apiKeys().create(robot.iamId(), "kept", k -> k.account(account.id()));
            variables.put(variable, key.secret().reveal());
        }
        return lab.verify(variables);
    }

    private static Report verifyAsRobot(ByHand lab) {
        return verify(lab, "think-registry-demo", RealAccount.ROBOT_KEY);
    }

    private static Report verifyAsUploader(ByHand lab) {
        return verify(lab, "audit-uploader", IntegrateIamLab.KEY_VARIABLE);
    }
}
