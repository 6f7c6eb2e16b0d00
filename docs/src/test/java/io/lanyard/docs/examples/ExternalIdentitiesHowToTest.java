// Docs: what the how-to "Find out who comes from outside" shows.
package io.lanyard.docs.examples;

// tag::imports[]
import static io.lanyard.policy.ExternalAccess.limited;
import static io.lanyard.policy.ExternalAccess.reportOnly;
// end::imports[]
import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.VIEWER;
import static io.lanyard.policy.Targets.service;
// tag::imports[]
import static java.time.Duration.ofDays;
// end::imports[]
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
// tag::imports[]

import io.lanyard.audit.AuditClient;
import io.lanyard.audit.Location;
import io.lanyard.audit.Query;
import io.lanyard.audit.Region;
import io.lanyard.audit.Rule;
import io.lanyard.audit.Sink;
import io.lanyard.audit.TimeSpan;
import io.lanyard.authorizations.ActivityTracker;
import io.lanyard.authorizations.AuthorizationsClient;
// end::imports[]
import io.lanyard.core.AccessDeniedException;
// tag::imports[]
import io.lanyard.core.AccountId;
import io.lanyard.core.IbmCloud;
// end::imports[]
import io.lanyard.identity.IdentityClient;
// tag::imports[]
import io.lanyard.policy.AccessManagementSettings;
import io.lanyard.policy.PolicyClient;
import io.lanyard.resources.Offering;
import io.lanyard.resources.ResourcesClient;
// end::imports[]
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.state.SandboxClock;
// tag::imports[]
import java.time.Clock;
// end::imports[]
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class ExternalIdentitiesHowToTest {

    /** What the page begins with. In the test below, the names are those of a sandbox. */
    static List<Object> names() {
        // tag::names[]
        var cloud = IbmCloud.fromEnvironment();
        var account = cloud.requireAccount();
        var partner = AccountId.of("0123456789abcdef0123456789abcdef"); // <1>
        var clock = Clock.systemUTC();
        // end::names[]
        return List.of(cloud, account, partner, clock);
    }

    @Test
    void fromReportOnlyToLimited(IbmCloud cloud, SandboxAccount mine, Sandbox sandbox, SandboxClock clock) {
        var account = mine.id();
        var other = sandbox.newAccount(seed -> seed.name("Partner"));
        var partner = other.id();
        new PolicyClient(cloud)
                .policies()
                .create(grant(VIEWER).to(other.owner()).on(service("iam-identity", account)));

        // tag::route[]
        var resources = new ResourcesClient(cloud);
        var group = resources.groups().defaultOf(account).id();
        var log = resources
                .instances()
                .create("iam-log", group, Offering.plan("logs-standard").in("eu-de"))
                .crn();
        new AuthorizationsClient(cloud).ensure(ActivityTracker.toCloudLogs(log)); // <1>

        var audit = new AuditClient(cloud);
        var routing = audit.routing(Region.EU_DE);
        var target = routing.targets().create("iam-log", Sink.logs(log));
        routing.routes().create("iam-events", Rule.of(Location.GLOBAL).to(target.id())); // <2>
        // end::route[]

        // tag::report-only[]
        var settings = new PolicyClient(cloud).accessSettings();
        settings.update(account, s -> s.withAll(reportOnly()));
        // end::report-only[]

        lookFrom(other, mine);
        clock.advance(ofDays(29));
        lookFrom(other, mine);
        cloud.raw().post("iam", "/sandbox/v1/events/flush", "{}");
        clock.advance(ofMinutes(1));

        // tag::report[]
        var report =
                audit.externalIdentities().report(account, audit.logs(log), TimeSpan.of(ofDays(30), clock.instant()));
        System.out.println(report.table());
        // end::report[]
        assertThat(report.wouldBeBlocked())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.identity()).isEqualTo(other.owner().value()));

        // tag::findings[]
        for (var finding : report.wouldBeBlocked()) {
            var home = finding.home().map(AccountId::value).orElse("an unknown account");
            System.out.println(finding.identity() + " of " + home + " came " + finding.requests() + " times, last at "
                    + finding.lastSeen() + ", for " + finding.resources());
        }
        // end::findings[]

        // tag::allow[]
        settings.update(account, s -> s.withUsers(reportOnly(partner)));
        // end::allow[]
        lookFrom(other, mine);
        cloud.raw().post("iam", "/sandbox/v1/events/flush", "{}");
        clock.advance(ofMinutes(1));

        // tag::permit[]
        var wouldPass = Query.lucene("action:\"iam-access-management.account-settings.eval\""
                + " AND responseData.isEnforced:\"false\" AND responseData.decision:\"Permit\"");
        var now = clock.instant();
        var passed = audit.logs(log).query(wouldPass.between(now.minus(ofDays(1)), now));
        // end::permit[]
        assertThat(passed).hasSize(1);

        // tag::limit[]
        settings.update(account, s -> s.withAll(limited()).withUsers(limited(partner)));
        // end::limit[]
        lookFrom(other, mine);
        settings.update(account, s -> s.withUsers(limited()));
        assertThatThrownBy(() -> lookFrom(other, mine)).isInstanceOf(AccessDeniedException.class);

        // tag::back[]
        settings.update(account, s -> AccessManagementSettings.open());
        // end::back[]
        lookFrom(other, mine);
    }

    /** With a key of the other account, at something of ours. */
    private static void lookFrom(SandboxAccount other, SandboxAccount mine) {
        try (var cloud = mine.cloud(other.ownerKey())) {
            assertThat(new IdentityClient(cloud)
                            .accountSettings()
                            .get(mine.id())
                            .value()
                            .accountId())
                    .isEqualTo(mine.id());
        }
    }
}
