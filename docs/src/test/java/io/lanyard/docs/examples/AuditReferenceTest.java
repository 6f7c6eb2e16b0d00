// Docs: what the reference page "Events, logs and the report" shows.
package io.lanyard.docs.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.audit.AuditClient;
import io.lanyard.audit.AuditEvent;
import io.lanyard.audit.BackgroundStatus.State;
import io.lanyard.audit.Location;
import io.lanyard.audit.LogLine;
import io.lanyard.audit.Query;
import io.lanyard.audit.Region;
import io.lanyard.audit.RoutingSettings;
import io.lanyard.audit.Rule;
import io.lanyard.audit.Sink;
import io.lanyard.authorizations.ActivityTracker;
import io.lanyard.authorizations.AuthorizationsClient;
import io.lanyard.core.Crn;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.InvalidRequestException;
import io.lanyard.identity.IdentityClient;
import io.lanyard.resources.Offering;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.state.SandboxClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class AuditReferenceTest {

    @Test
    void eventsGoWhereTargetsAndRoutesSay(IbmCloud cloud, SandboxAccount account, SandboxClock clock) {
        var log = log(cloud, account);
        var audit = new AuditClient(cloud);

        assertThatThrownBy(() -> audit.routing(Region.EU_DE).targets().create("audit-log", Sink.logs(log)))
                .isInstanceOf(InvalidRequestException.class);
        new AuthorizationsClient(cloud).ensure(ActivityTracker.toCloudLogs(log));

        // tag::routing[]
        var routing = audit.routing(Region.EU_DE);
        var target = routing.targets().create("audit-log", Sink.logs(log)); // <1>
        routing.routes()
                .create("everything", Rule.of(Location.ALL, Location.GLOBAL).to(target.id())); // <2>
        // end::routing[]

        // tag::settings[]
        routing.settings().update(now -> RoutingSettings.in(Region.EU_DE).withDefaultTargets(target.id()));
        // end::settings[]

        // tag::validate[]
        var looked = routing.targets().validate(target.id());
        if (!looked.isWritable()) {
            looked.writeStatus().reasonForLastFailure().ifPresent(System.err::println);
        }
        // end::validate[]
        assertThat(looked.isWritable()).isTrue();

        new IdentityClient(cloud).serviceIds().create(account.id(), "seen");
        cloud.raw().post("iam", "/sandbox/v1/events/flush", "{}");
        var from = clock.now().minus(Duration.ofHours(1));
        var to = clock.now().plus(Duration.ofMinutes(1));

        // tag::query[]
        var created =
                Query.lucene("action:\"iam-identity.account-serviceid.create\"").between(from, to);
        for (var entry : audit.logs(log).query(created)) { // <1>
            var event = entry.auditEvent().orElseThrow();
            var who = event.initiator().flatMap(AuditEvent.Initiator::id).orElse("somebody");
            System.out.println(event.eventTime() + " " + who);
        }
        // end::query[]
        assertThat(audit.logs(log).query(created)).hasSize(1);

        // tag::stream[]
        var counts = new HashMap<String, Integer>();
        var outcome = audit.logs(log)
                .query(
                        Query.dataPrime("source logs | filter $l.applicationname == 'ibm-audit-event'")
                                .between(from, to),
                        entry -> counts.merge(entry.subsystem().orElse(""), 1, Integer::sum)); // <1>
        if (outcome.warnings().stream().anyMatch(warning -> warning.isResultsLimit())) { // <2>
            System.err.println("there is more than was told");
        }
        // end::stream[]
        assertThat(counts).isNotEmpty();
    }

    @Test
    void aProgramSendsLogsOfItsOwn(IbmCloud cloud, SandboxAccount account, SandboxClock clock) {
        var log = log(cloud, account);
        var logs = new AuditClient(cloud).logs(log);

        // tag::send[]
        var sent = logs.ingestion()
                .send(
                        LogLine.of("billing", "nightly", "began"),
                        LogLine.of("billing", "nightly", Map.of("status", "done", "took", 12))
                                .at(LogLine.Level.INFO)
                                .on(clock.instant()));
        // end::send[]

        assertThat(sent.lines()).isEqualTo(2);
        var soon = clock.now().plus(Duration.ofMinutes(1));
        assertThat(logs.query(Query.lucene("status:done").between(clock.now().minusSeconds(60), soon)))
                .hasSize(1);
    }

    @Test
    void aLongQueryGoesOnWhileNobodyWaits(IbmCloud cloud, SandboxAccount account, SandboxClock clock) {
        var logs = new AuditClient(cloud).logs(log(cloud, account));
        logs.ingestion().send(LogLine.of("billing", "nightly", "began"));
        var from = clock.now().minus(Duration.ofHours(1));
        var to = clock.now().plus(Duration.ofMinutes(1));

        // tag::background[]
        var query = logs.background().submit(Query.lucene("began").between(from, to));
        if (logs.background().await(query.id()).state() == State.SUCCEEDED) {
            logs.background().data(query.id(), entry -> System.out.println(entry.userData()));
        }
        // end::background[]
        assertThat(logs.background().status(query.id()).isOver()).isTrue();
    }

    private static Crn log(IbmCloud cloud, SandboxAccount account) {
        var resources = new ResourcesClient(cloud);
        return resources
                .instances()
                .create(
                        "audit-log",
                        resources.groups().defaultOf(account.id()).id(),
                        Offering.plan("logs-standard").in("eu-de"))
                .crn();
    }
}
