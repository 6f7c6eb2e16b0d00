// Room: sandbox / tests. The SDK's calls for Cloud Logs, against the sandbox.
package io.lanyard.sandbox.sdk;

import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.RoleId.SENDER;
import static io.lanyard.policy.RoleId.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.audit.AuditClient;
import io.lanyard.audit.BackgroundStatus;
import io.lanyard.audit.CloudLogs;
import io.lanyard.audit.ExternalIdentityReport;
import io.lanyard.audit.Location;
import io.lanyard.audit.LogEntry;
import io.lanyard.audit.LogLine;
import io.lanyard.audit.Query;
import io.lanyard.audit.QueryId;
import io.lanyard.audit.QueryWarning;
import io.lanyard.audit.Region;
import io.lanyard.audit.Rule;
import io.lanyard.audit.Sink;
import io.lanyard.audit.Tier;
import io.lanyard.audit.TimeSpan;
import io.lanyard.authorizations.ActivityTracker;
import io.lanyard.authorizations.AuthorizationsClient;
import io.lanyard.core.AccessDeniedException;
import io.lanyard.core.Crn;
import io.lanyard.core.IamException;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.NotFoundException;
import io.lanyard.identity.IdentityClient;
import io.lanyard.policy.AccessManagementSettings;
import io.lanyard.policy.ExternalAccess;
import io.lanyard.policy.PolicyClient;
import io.lanyard.policy.Targets;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.junit.SandboxExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each operation of the client, on an instance of its own. */
class LogsClientTest {
    @RegisterExtension
    static final SandboxExtension SANDBOX =
            SandboxExtension.started().account(seed -> seed.member("ada@example.com", "Ada", "Lovelace"));

    private static Crn instance(SandboxAccount account) {
        return account.newInstance("logs-standard", "eu-de", "audit");
    }

    private static List<LogLine> lines(int count, Instant first) {
        return IntStream.range(0, count)
                .mapToObj(i -> LogLine.of("shop", "cart", Map.of("place", i, "say", "line " + i))
                        .on(first.plusMillis(i)))
                .toList();
    }

    @Test
    void whatIsSentIsFoundInBothLanguages(IbmCloud cloud, SandboxAccount account, Sandbox sandbox) {
        var logs = new AuditClient(cloud).logs(instance(account));
        var now = sandbox.clock().now();

        var sent = logs.ingestion()
                .send(
                        LogLine.of("shop", "cart", "It broke")
                                .at(LogLine.Level.ERROR)
                                .on(now),
                        LogLine.of("shop", "till", Map.of("outcome", "failure", "code", 403)));

        assertThat(sent.lines()).isEqualTo(2);
        assertThat(sent.remarks()).isEmpty();
        assertThat(logs.query(Query.lucene("\"it broke\""))).singleElement().satisfies(found -> {
            assertThat(found.application()).contains("shop");
            assertThat(found.subsystem()).contains("cart");
            assertThat(found.severity()).contains("Error");
            assertThat(found.id()).isPresent();
            assertThat(found.timestamp())
                    .hasValueSatisfying(
                            at -> assertThat(Duration.between(now, at)).isLessThan(Duration.ofMillis(1)));
        });
        assertThat(logs.query(Query.dataPrime("source logs | filter $d.code == 403 && $l.subsystemname == 'till'")))
                .singleElement()
                .satisfies(found -> assertThat(found.userData()).contains("\"outcome\":\"failure\""));
    }

    @Test
    void logsThatAreTooOldAreToldOf(IbmCloud cloud, SandboxAccount account, Sandbox sandbox) {
        var logs = new AuditClient(cloud).logs(instance(account));

        var sent = logs.ingestion()
                .send(LogLine.of("shop", "cart", "old").on(sandbox.clock().now().minus(Duration.ofDays(2))));

        assertThat(sent.remarks())
                .singleElement()
                .satisfies(said -> assertThat(said).contains("1 of 1 logs were dropped: 1 older than 24 hours."));
    }

    @Test
    void thousandsAreStreamedTheNewestFirst(IbmCloud cloud, SandboxAccount account, Sandbox sandbox) {
        var logs = new AuditClient(cloud).logs(instance(account));
        var first = sandbox.clock().now().minus(Duration.ofMinutes(1));
        logs.ingestion().send(lines(5_000, first));
        var times = new ArrayList<Instant>();

        var outcome = logs.query(
                Query.lucene("say:line").limit(4_500).in(Tier.FREQUENT_SEARCH),
                entry -> times.add(entry.timestamp().orElseThrow()));

        assertThat(outcome.results()).isEqualTo(4_500);
        assertThat(outcome.id()).isPresent();
        assertThat(outcome.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.isResultsLimit()).isTrue());
        assertThat(times).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(logs.query(Query.lucene("say:line"))).hasSize(2_000);
    }

    @Test
    void aLongTimeIsShortenedToEightDaysAndTold(IbmCloud cloud, SandboxAccount account, Sandbox sandbox) {
        var logs = new AuditClient(cloud).logs(instance(account));
        logs.ingestion().send(LogLine.of("shop", "cart", "early"));
        sandbox.clock().advance(Duration.ofDays(20));
        var now = sandbox.clock().now();
        var warnings = new ArrayList<QueryWarning>();
        var query = Query.lucene("early").between(now.minus(Duration.ofDays(30)), now);

        warnings.addAll(logs.query(query, entry -> {}).warnings());

        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo("time_range_warning");
            assertThat(warning.message()).contains("no more than 8 days");
        });
        assertThat(logs.query(query.in(Tier.ARCHIVE))).hasSize(1);
    }

    @Test
    void aQueryThatCantBeMeantIsRefusedInWords(IbmCloud cloud, SandboxAccount account) {
        var logs = new AuditClient(cloud).logs(instance(account));

        assertThatThrownBy(() -> logs.query(Query.lucene("target.id:crn:v1:x")))
                .isInstanceOf(IamException.class)
                .hasMessageContaining("must be put in quotes");
        assertThatThrownBy(() -> logs.query(Query.dataPrime("source logs | sum")))
                .isInstanceOf(IamException.class)
                .hasMessageContaining("the sandbox has no step 'sum'");
        assertThatThrownBy(() -> logs.query(Query.lucene("nobody:1").strictly()))
                .isInstanceOf(IamException.class)
                .hasMessageContaining("No log has the field 'nobody'");
    }

    @Test
    void aBackgroundQueryRunsToItsEnd(IbmCloud cloud, SandboxAccount account, Sandbox sandbox) {
        var logs = new AuditClient(cloud).logs(instance(account));
        logs.ingestion().send(lines(300, sandbox.clock().now().minus(Duration.ofMinutes(1))));
        var background = logs.background();

        var submitted = background.submit(Query.dataPrime("source logs | filter place >= 100"));
        var status = background.await(submitted.id());

        assertThat(status.state()).isEqualTo(BackgroundStatus.State.SUCCEEDED);
        assertThat(status.runningSince()).isPresent();
        assertThat(status.terminatedAt()).isPresent();
        var found = new ArrayList<LogEntry>();
        assertThat(background.data(submitted.id(), found::add).results()).isEqualTo(200);
        assertThat(found.get(0).userData()).contains("\"line 299\"");
        background.cancel(submitted.id());
        assertThat(background.status(submitted.id()).state()).isEqualTo(BackgroundStatus.State.SUCCEEDED);
    }

    @Test
    void aBackgroundQueryThatIsUnclearOrUnknownIsRefused(IbmCloud cloud, SandboxAccount account) {
        var background = new AuditClient(cloud).logs(instance(account)).background();

        assertThatThrownBy(() -> background.submit(Query.lucene("a:b:c")))
                .isInstanceOf(IamException.class)
                .hasMessageContaining("must be put in quotes");
        assertThatThrownBy(() -> background.status(QueryId.of("009e11a2-0000-4000-8000-000000000000")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void readerCannotSendAndSenderCannotQuery(IbmCloud cloud, SandboxAccount account) {
        var crn = instance(account);
        var ada = account.members().get(0);
        var policies = new PolicyClient(cloud).policies();
        try (var hers = account.cloud(ada.key())) {
            CloudLogs logs = new AuditClient(hers).logs(crn);
            assertThatThrownBy(() -> logs.query(Query.lucene("x"))).isInstanceOf(AccessDeniedException.class);

            var reader = policies.create(grant(READER).to(ada.iamId()).on(Targets.service("logs", account.id())));
            assertThat(logs.query(Query.lucene("x"))).isEmpty();
            assertThatThrownBy(() -> logs.ingestion().send(LogLine.of("a", "s", "x")))
                    .isInstanceOf(AccessDeniedException.class);

            policies.delete(reader.id());
            policies.create(grant(SENDER).to(ada.iamId()).on(Targets.service("logs", account.id())));
            logs.ingestion().send(LogLine.of("a", "s", "x"));
            assertThatThrownBy(() -> logs.query(Query.lucene("x"))).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> logs.background().submit(Query.lucene("x")))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    /** Thirty days in which somebody from outside comes in; the report says who, and what the settings should become. */
    @Test
    void theReportOfExternalIdentitiesReadsWhatTheSandboxTold(IbmCloud cloud, SandboxAccount account, Sandbox sandbox) {
        var outside = sandbox.newAccount(seed -> {});
        var crn = instance(account);
        new AuthorizationsClient(cloud).ensure(ActivityTracker.toCloudLogs(crn));
        var audit = new AuditClient(cloud);
        var routing = audit.routing(Region.EU_DE);
        var target = routing.targets().create("audit", Sink.logs(crn));
        routing.routes().create("global", Rule.of(Location.GLOBAL).to(target.id()));
        var policies = new PolicyClient(cloud);
        policies.policies().create(grant(VIEWER).to(outside.owner()).on(Targets.service("iam-identity", account.id())));
        policies.accessSettings()
                .update(
                        account.id(),
                        s -> AccessManagementSettings.of(
                                ExternalAccess.reportOnly(), ExternalAccess.reportOnly(), ExternalAccess.reportOnly()));
        var begun = sandbox.clock().now();

        for (int day = 0; day < 3; day++) {
            try (var theirs = outside.cloud()) { // another day, another token
                var ignored = new IdentityClient(theirs).accountSettings().get(account.id());
            }
            assertThat(sandbox.flush()).isTrue();
            sandbox.clock().advance(Duration.ofDays(10));
        }

        try (var later = account.cloud()) {
            var report = new AuditClient(later)
                    .externalIdentities()
                    .report(
                            account.id(),
                            new AuditClient(later).logs(crn),
                            new TimeSpan(begun.minusSeconds(1), sandbox.clock().now()));
            check(report, outside);
        }
    }

    private static void check(ExternalIdentityReport report, SandboxAccount outside) {
        assertThat(report.isComplete()).isTrue();
        assertThat(report.wouldBeBlocked()).singleElement().satisfies(finding -> {
            assertThat(finding.toString())
                    .contains(outside.owner().value(), outside.id().value());
        });
        assertThat(report.proposal().toString()).contains(outside.id().value());
    }
}
