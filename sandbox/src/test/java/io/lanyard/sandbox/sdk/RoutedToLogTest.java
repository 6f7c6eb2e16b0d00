// Room: sandbox / tests. Events that were routed to a log, asked for through the SDK.
package io.lanyard.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.audit.AuditClient;
import io.lanyard.audit.Location;
import io.lanyard.audit.Query;
import io.lanyard.audit.Region;
import io.lanyard.audit.Rule;
import io.lanyard.audit.Sink;
import io.lanyard.authorizations.ActivityTracker;
import io.lanyard.authorizations.AuthorizationsClient;
import io.lanyard.core.IbmCloud;
import io.lanyard.identity.IdentityClient;
import io.lanyard.resources.Offering;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.junit.SandboxExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class RoutedToLogTest {

    /** The write test came first, and must not fix the type of a field that events use in another way. */
    @Test
    void anEventIsFoundByItsFields(IbmCloud cloud, SandboxAccount account, Sandbox sandbox) {
        var resources = new ResourcesClient(cloud);
        var group = resources.groups().defaultOf(account.id()).id();
        var log = resources
                .instances()
                .create("iam-log", group, Offering.plan("logs-standard").in("eu-de"))
                .crn();
        new AuthorizationsClient(cloud).ensure(ActivityTracker.toCloudLogs(log));
        var routing = new AuditClient(cloud).routing(Region.EU_DE);
        var target = routing.targets().create("iam-log", Sink.logs(log));
        routing.routes().create("all", Rule.of(Location.GLOBAL).to(target.id()));

        var made = new IdentityClient(cloud).serviceIds().create(account.id(), "seen");
        assertThat(sandbox.flush()).isTrue();

        var found = new AuditClient(cloud)
                .logs(log)
                .query(Query.lucene("action:\"iam-identity.account-serviceid.create\" AND target.name:\"seen\""));
        assertThat(found).singleElement().satisfies(entry -> {
            assertThat(entry.application()).contains("ibm-audit-event");
            assertThat(entry.auditEvent().orElseThrow().target().orElseThrow().id())
                    .hasValueSatisfying(id -> assertThat(id).contains(made.id().value()));
        });
    }
}
