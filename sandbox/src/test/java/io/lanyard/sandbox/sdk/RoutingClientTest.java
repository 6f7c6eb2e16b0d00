// Room: sandbox / tests. Every operation of event routing's client, for real.
package io.lanyard.sandbox.sdk;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.audit.AuditClient;
import io.lanyard.audit.AuditEvent;
import io.lanyard.audit.EventRouting;
import io.lanyard.audit.Location;
import io.lanyard.audit.LogEntry;
import io.lanyard.audit.Query;
import io.lanyard.audit.Region;
import io.lanyard.audit.RoutingSettings;
import io.lanyard.audit.Rule;
import io.lanyard.audit.Sink;
import io.lanyard.audit.TargetId;
import io.lanyard.audit.TargetType;
import io.lanyard.authorizations.ActivityTracker;
import io.lanyard.authorizations.Allowance;
import io.lanyard.authorizations.AuthorizationsClient;
import io.lanyard.authorizations.Destinations;
import io.lanyard.authorizations.Source;
import io.lanyard.core.ConflictException;
import io.lanyard.core.Crn;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.InvalidRequestException;
import io.lanyard.core.NotFoundException;
import io.lanyard.identity.IdentityClient;
import io.lanyard.policy.RoleId;
import io.lanyard.resources.Offering;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.services.routing.RoutingPart;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RoutingClientTest {
    @RegisterExtension
    static final SandboxExtension SANDBOX = SandboxExtension.started();

    private SandboxAccount account;
    private IbmCloud cloud;
    private AuditClient audit;
    private EventRouting routing;
    private AuthorizationsClient authorizations;
    private Crn logs;

    @BeforeEach
    void meet(SandboxAccount theAccount, IbmCloud theCloud) {
        account = theAccount;
        cloud = theCloud;
        audit = new AuditClient(cloud);
        routing = audit.routing(Region.US_SOUTH);
        authorizations = new AuthorizationsClient(cloud);
        logs = instance("logs", "logs-standard");
    }

    private Crn instance(String name, String plan) {
        var resources = new ResourcesClient(cloud);
        var group = resources.groups().defaultOf(account.id()).id();
        return resources
                .instances()
                .create(name, group, Offering.plan(plan).in("us-south"))
                .crn();
    }

    @Test
    void targetsOfLogsNeedTheirAuthorization() {
        assertThatThrownBy(() -> routing.targets().create("logs", Sink.logs(logs)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("cloudlogs_write_test_failed")
                .hasMessageContaining("could not write to the IBM Cloud Logs instance")
                .hasMessageContaining("an authorization with the role Sender is missing")
                .hasMessageContaining("Why: GET /sandbox/v1/decisions/")
                .hasMessageContaining("ActivityTracker.toBucket, toTopic, toCloudLogs")
                .hasMessageNotContaining("Correct the request");

        var authorization = authorizations.ensure(ActivityTracker.toCloudLogs(logs));
        var target = routing.targets().create("logs", Sink.logs(logs), t -> t.region(Region.EU_DE));
        var renamed = routing.targets().replace(target.id(), "all logs", Sink.logs(logs));
        authorizations.delete(authorization.id());
        var broken = routing.targets().validate(target.id());
        authorizations.ensure(ActivityTracker.toCloudLogs(account.id()));
        var mended = routing.targets().validate(target.id());

        assertThat(target.isWritable()).isTrue();
        assertThat(target.region()).contains(Region.EU_DE);
        assertThat(target.targetType()).isEqualTo(TargetType.CLOUD_LOGS);
        assertThat(target.sink()).contains(Sink.logs(logs));
        assertThat(renamed.name()).isEqualTo("all logs");
        assertThat(broken.isWritable()).isFalse();
        assertThat(broken.writeStatus().reasonForLastFailure().orElseThrow())
                .contains("could not write to the IBM Cloud Logs instance");
        assertThat(mended.isWritable()).isTrue();
        assertThat(routing.targets().get(target.id()).name()).isEqualTo("all logs");
        assertThat(routing.targets().list()).hasSize(1);
        assertThat(routing.targets().list(Region.US_SOUTH)).isEmpty();
        assertThat(audit.routing(Region.JP_TOK).targets().list()).hasSize(1);
        assertThat(routing.targets().delete(target.id()).warnings()).isEmpty();
        assertThatThrownBy(() -> routing.targets().get(target.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void appConfigurationIsJudgedByItsAuthorizationAlone(Sandbox sandbox) {
        var crn = Crn.parse("crn:v1:bluemix:public:apprapp:us-south:a/"
                + account.id().value() + ":11111111-2222-4333-8444-555555555555::");

        assertThatThrownBy(() -> routing.targets().create("configuration", Sink.appConfiguration(crn)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("App Configuration");
        authorizations.ensure(Allowance.allow(Source.ACTIVITY_TRACKER)
                .toAct(RoleId.service("ConfigurationUpdateReporter"))
                .on(Destinations.instance(crn)));
        var target = routing.targets().create("configuration", Sink.appConfiguration(crn));
        routing.routes().create("all", Rule.of(Location.ALL).to(target.id()));
        new IdentityClient(cloud).serviceIds().create(account.id(), "robot");
        sandbox.flush();

        var counts = RoutingPart.of(account.state()).counts().get(0);

        assertThat(target.sink()).contains(Sink.appConfiguration(crn));
        assertThat(counts).containsEntry("delivered", 0L);
        assertThat(counts.toString()).contains("dropped={not_simulated=");
        assertThatThrownBy(() -> routing.settings().update(s -> s.withDefaultTargets(target.id())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("DefaultTargets");
    }

    @Test
    void enterprisesAreRefused() {
        assertThatThrownBy(() -> routing.routes().createForEnterprise("all", Rule.of(Location.ALL)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ManagedBy");
    }

    @Test
    void routesSendEventsToLogsWhereTheyCanBeAsked(Sandbox sandbox) {
        var target = target();
        var route = routing.routes().create("iam", Rule.of(Location.GLOBAL).to(target));
        var robot = new IdentityClient(cloud).serviceIds().create(account.id(), "robot");
        sandbox.flush();

        var events = asked();

        assertThat(events)
                .filteredOn(event -> event.action().equals("iam-identity.account-serviceid.create"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.account()).contains(account.id());
                    assertThat(event.location()).isEqualTo(Location.GLOBAL);
                    assertThat(event.message().orElseThrow()).contains(robot.name());
                });
        assertThat(routing.routes().get(route.id()).rules()).isEqualTo(route.rules());
        assertThat(routing.routes().list()).hasSize(1);
        assertThatThrownBy(() -> routing.targets().delete(target)).isInstanceOf(ConflictException.class);
        var dropping = routing.routes().replace(route.id(), "nothing", Rule.of(Location.ALL));
        assertThat(dropping.version()).contains(1L);
        new IdentityClient(cloud).serviceIds().create(account.id(), "unheard");
        sandbox.flush();
        assertThat(asked()).noneMatch(event -> event.message().orElse("").contains("unheard"));
        routing.routes().delete(route.id());
        assertThat(routing.routes().list()).isEmpty();
    }

    private TargetId target() {
        authorizations.ensure(ActivityTracker.toCloudLogs(logs));
        return routing.targets().create("logs", Sink.logs(logs)).id();
    }

    private List<AuditEvent> asked() {
        var now = account.state().now();
        return audit
                .logs(logs)
                .query(Query.lucene("applicationName:\"ibm-audit-event\"")
                        .between(now.minus(ofHours(1)), now.plusSeconds(60)))
                .stream()
                .map(LogEntry::auditEvent)
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void settingsSayWhatCountsOtherwise(Sandbox sandbox) {
        var target = target();
        var before = routing.settings().get();
        var after = routing.settings().update(settings -> settings.withDefaultTargets(target));
        sandbox.flush();
        new IdentityClient(cloud).serviceIds().create(account.id(), "by-default");
        sandbox.flush();

        assertThat(before.defaultTargets()).isEmpty();
        assertThat(after.defaultTargets()).containsExactly(target);
        assertThat(asked()).anyMatch(event -> event.message().orElse("").contains("by-default"));
        assertThat(routing.settings().replace(RoutingSettings.in(Region.EU_GB)).metadataRegionPrimary())
                .isEqualTo(Region.EU_GB);
    }
}
