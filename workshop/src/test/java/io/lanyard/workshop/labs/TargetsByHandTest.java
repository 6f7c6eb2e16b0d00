package io.lanyard.workshop.labs;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.authorizations.ActivityTracker;
import io.lanyard.authorizations.AuthorizationsClient;
import io.lanyard.core.IbmCloud;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.workshop.engine.Outcome;
import io.lanyard.workshop.engine.Verdict;
import io.lanyard.workshop.labs.targets.AuthorizeTargetsLab;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person takes the lab about targets by hand, and asks how far he is; all in one test, because a broker takes seconds to start. */
final class TargetsByHandTest {
    @RegisterExtension
    static final SandboxExtension SANDBOX = SandboxExtension.started().account(EmbeddedSandbox::people);

    @Test
    void itIsDoneBeforeItsCleanUpAndSaysWhatIsTooMuch(Sandbox sandbox) throws Exception {
        var variables = EmbeddedSandbox.variables(sandbox);
        var lab = new ByHand(AuthorizeTargetsLab::in, sandbox, variables);

        assertThat(ByHand.failed(lab.verify()))
                .contains("the bucket is there", "the topic is there", "it is Sender on the log")
                .doesNotContain("no target was stored", "nothing that the lab created is left");

        lab.take(9);
        var done = lab.verify();
        assertThat(ByHand.failed(done)).isEmpty();
        assertThat(done.outcome()).isEqualTo(Outcome.DONE);

        var alone = new HashMap<>(variables);
        alone.remove("LANYARD_PARTNER_API_KEY");
        assertThat(lab.verify(alone).outcome()).isEqualTo(Outcome.NOT_RUN);

        authorizeAllBuckets(sandbox);
        assertThat(lab.verify().steps().get(2).checks().get(1).verdict())
                .isInstanceOfSatisfying(Verdict.Fail.class, fail -> {
                    assertThat(fail.evidence()).contains("is about the whole instance, as Object Writer");
                    assertThat(fail.missing()).contains("more than is needed");
                });
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
}
