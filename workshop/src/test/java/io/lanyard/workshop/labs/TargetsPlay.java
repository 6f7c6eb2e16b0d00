package io.lanyard.workshop.labs;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.audit.AuditClient;
import io.lanyard.audit.Region;
import io.lanyard.authorizations.AuthorizationsClient;
import io.lanyard.core.IbmCloud;
import io.lanyard.identity.IdentityClient;
import io.lanyard.resources.InstanceState;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.WireMockFront;
import io.lanyard.workshop.labs.targets.AuthorizeTargetsLab;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Test support: the lab about targets, played once behind WireMock, in two accounts. */
record TargetsPlay(LabPlay play, Map<String, String> variables) {

    static TargetsPlay of(Sandbox sandbox, WireMockFront front) {
        var variables = new HashMap<>(EmbeddedSandbox.variables(sandbox));
        variables.putAll(front.environment());
        return new TargetsPlay(LabPlay.of(AuthorizeTargetsLab::in, sandbox, variables), Map.copyOf(variables));
    }

    void leftNothing() {
        for (var reach : List.of(variables, AccountEnvironment.asPartner(variables))) {
            try (var cloud = IbmCloud.fromEnvironment(reach)) {
                leftNothing(cloud);
            }
        }
    }

    private static void leftNothing(IbmCloud cloud) {
        var account = cloud.requireAccount();
        var routing = new AuditClient(cloud).routing(Region.US_SOUTH);
        assertThat(routing.targets().list()).isEmpty();
        assertThat(routing.routes().list()).isEmpty();
        assertThat(new AuthorizationsClient(cloud).list(account).stream()).isEmpty();
        assertThat(new IdentityClient(cloud).serviceIds().list(account).stream())
                .isEmpty();
        var resources = new ResourcesClient(cloud);
        assertThat(resources.instances().list().stream()).isEmpty();
        assertThat(resources.instances().list(q -> q.state(InstanceState.PENDING_RECLAMATION)).stream())
                .isEmpty();
    }
}
