// Room: sandbox / tests. Every operation of the authorizations client, for real.
package io.lanyard.sandbox.sdk;

import static io.lanyard.authorizations.Allowance.allow;
import static io.lanyard.authorizations.Source.ACTIVITY_TRACKER;
import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.ADMINISTRATOR;
import static io.lanyard.policy.RoleId.MANAGER;
import static io.lanyard.policy.RoleId.OBJECT_READER;
import static io.lanyard.policy.RoleId.OBJECT_WRITER;
import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.RoleId.SENDER;
import static io.lanyard.policy.RoleId.VIEWER;
import static io.lanyard.policy.decision.Request.mayService;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.authorizations.ActivityTracker;
import io.lanyard.authorizations.Allowance;
import io.lanyard.authorizations.Authorization;
import io.lanyard.authorizations.AuthorizationsClient;
import io.lanyard.authorizations.Destinations;
import io.lanyard.authorizations.Source;
import io.lanyard.core.AccessDeniedException;
import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.InvalidRequestException;
import io.lanyard.core.NotFoundException;
import io.lanyard.policy.PolicyClient;
import io.lanyard.policy.PolicyConflictException;
import io.lanyard.policy.PolicyId;
import io.lanyard.policy.Targets;
import io.lanyard.resources.Offering;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.services.policy.AccessRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuthorizationsClientTest {

    @RegisterExtension
    static final SandboxExtension SANDBOX =
            SandboxExtension.started().account(seed -> seed.member("ada@example.com", "Ada", "Lovelace"));

    private SandboxAccount account;
    private AuthorizationsClient authorizations;
    private IbmCloud adasCloud;
    private AuthorizationsClient adas;
    private Crn store;
    private Crn streams;
    private Crn logs;

    @BeforeEach
    void meet(SandboxAccount theAccount, IbmCloud cloud) {
        account = theAccount;
        authorizations = new AuthorizationsClient(cloud);
        adasCloud = account.cloud(account.members().get(0).key());
        adas = new AuthorizationsClient(adasCloud);
        var resources = new ResourcesClient(cloud);
        var group = resources.groups().defaultOf(account.id()).id();
        store = resources
                .instances()
                .create(
                        "store",
                        group,
                        Offering.plan("cloud-object-storage-standard").in("global"))
                .crn();
        streams = resources
                .instances()
                .create("streams", group, Offering.plan("messagehub-standard").in("us-south"))
                .crn();
        logs = resources
                .instances()
                .create("logs", group, Offering.plan("logs-standard").in("eu-de"))
                .crn();
    }

    @AfterEach
    void leave() {
        adasCloud.close();
    }

    @Test
    void activityTrackerMayWriteWhereItWasAuthorized(Sandbox sandbox) {
        var other = sandbox.newAccount(seed -> {}).id();
        assertThat(may(account.id(), store, "bucket", "audit-logs", "cloud-object-storage.object.put"))
                .isFalse();

        authorizations.create(ActivityTracker.toBucket(store, "audit-logs"));
        authorizations.create(ActivityTracker.toEventStreams(streams));
        authorizations.create(ActivityTracker.toCloudLogs(logs));
        authorizations.create(ActivityTracker.toCloudLogs(account.id()).from(other));

        assertThat(may(account.id(), store, "bucket", "audit-logs", "cloud-object-storage.object.put"))
                .isTrue();
        assertThat(may(account.id(), store, "bucket", "others", "cloud-object-storage.object.put"))
                .isFalse();
        assertThat(may(account.id(), store, "bucket", "audit-logs", "cloud-object-storage.object.get"))
                .isFalse();
        assertThat(may(account.id(), streams, "topic", "any", "messagehub.topic.write"))
                .isTrue();
        assertThat(may(other, streams, "topic", "any", "messagehub.topic.write"))
                .isFalse();
        assertThat(may(other, logs, "", "", "logs.data-ingress.send")).isTrue();
    }

    @Test
    void forAllInstancesOfAnAccountAndFromAnotherOne(Sandbox sandbox) {
        var other = sandbox.newAccount(seed -> {}).id();

        authorizations.ensure(ActivityTracker.toObjectStorage(store).from(other));
        authorizations.ensure(ActivityTracker.toObjectStorage(account.id()));
        authorizations.ensure(ActivityTracker.toEventStreams(account.id()).from(other));

        assertThat(may(other, store, "bucket", "any", "cloud-object-storage.object.put"))
                .isTrue();
        assertThat(may(account.id(), store, "bucket", "any", "cloud-object-storage.object.put"))
                .isTrue();
        assertThat(may(other, streams, "cluster", "", "messagehub.cluster.read"))
                .isTrue();
    }

    @Test
    void aTopicTakesItsClusterAlong() {
        var made = authorizations.create(ActivityTracker.toTopic(streams, "audit"));
        var again = authorizations.ensure(ActivityTracker.toTopic(streams, "audit"));

        assertThat(made.companions()).singleElement().satisfies(cluster -> {
            assertThat(cluster.roles()).containsExactly(READER);
            assertThat(cluster.resource().value("resourceType")).contains("cluster");
        });
        assertThat(again.id()).isEqualTo(made.id());
        assertThat(authorizations.list(account.id())).hasSize(2);
        assertThat(may(account.id(), streams, "topic", "audit", "messagehub.topic.write"))
                .isTrue();
        assertThat(may(account.id(), streams, "cluster", "", "messagehub.cluster.read"))
                .isTrue();
        assertThat(may(account.id(), streams, "topic", "other", "messagehub.topic.write"))
                .isFalse();
    }

    @Test
    void ensureAdoptsAndAddsARole() {
        var first = authorizations.create(ActivityTracker.toBucket(store, "audit-logs"));

        var second = authorizations.ensure(ActivityTracker.toBucket(store, "audit-logs"));
        var wider = authorizations.ensure(allow(ACTIVITY_TRACKER)
                .toAct(OBJECT_WRITER, OBJECT_READER)
                .on(Destinations.bucket(store, "audit-logs")));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(wider.roles()).contains(OBJECT_READER);
        assertThat(may(account.id(), store, "bucket", "audit-logs", "cloud-object-storage.object.get"))
                .isTrue();
        assertThatThrownBy(() -> authorizations.create(ActivityTracker.toBucket(store, "audit-logs")))
                .isInstanceOf(PolicyConflictException.class);
    }

    @Test
    void listsReadsAndDeletes() {
        var bucket = authorizations.create(
                ActivityTracker.toBucket(store, "audit-logs").delegable().because("audit trail"));
        var sender = authorizations.create(ActivityTracker.toCloudLogs(logs));

        assertThat(authorizations.list(account.id(), q -> q.serviceName("logs")))
                .extracting(Authorization::id)
                .containsExactly(sender.id());
        var read = authorizations.get(bucket.id());
        assertThat(read.isDelegable()).isTrue();
        assertThat(read.description()).contains("audit trail");
        assertThat(read.source().service()).contains("atracker");

        authorizations.delete(bucket.id());

        assertThat(authorizations.get(bucket.id()).isActive()).isFalse();
        assertThat(authorizations.list(account.id())).hasSize(1);
        assertThat(may(account.id(), store, "bucket", "audit-logs", "cloud-object-storage.object.put"))
                .isFalse();
        assertThatThrownBy(() -> authorizations.delete(bucket.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void everySourceThatTheGuidesKnow() {
        var logsSource = Source.instance(logs);
        var group = Source.everythingIn("0123456789abcdef0123456789abcdef");
        var enterprise = Source.CLOUD_LOGS.inEnterprise("ent-1");
        for (var source : new Source[] {logsSource, group, enterprise, Source.CLOUD_LOGS.inAccountGroup("grp-1")}) {
            var made = authorizations.create(allow(source).toAct(SENDER).on(Destinations.instance(logs)));

            assertThat(authorizations.get(made.id()).source()).isEqualTo(made.source());
        }
        assertThat(authorizations.list(account.id())).hasSize(4);
    }

    @Test
    void awaitWaitsForTheProbe() {
        var made = authorizations.create(ActivityTracker.toCloudLogs(logs));
        var tries = new AtomicInteger();

        assertThat(authorizations.await(made.id()).id()).isEqualTo(made.id());
        assertThat(authorizations
                        .await(made.id(), cloud -> tries.incrementAndGet() > 1)
                        .isActive())
                .isTrue();

        authorizations.delete(made.id());
        assertThatThrownBy(() -> authorizations.await(made.id()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was deleted");
    }

    @Test
    void onlyAnAdministratorOfTheTargetMay(IbmCloud cloud) {
        var made = authorizations.create(ActivityTracker.toBucket(store, "audit-logs"));
        var policies = new PolicyClient(cloud).policies();
        var ada = account.members().get(0).iamId();
        policies.create(grant(VIEWER, MANAGER).to(ada).on(Targets.service("cloud-object-storage", account.id())));
        var wanted = ActivityTracker.toBucket(store, "others");

        denied(() -> adas.create(wanted));
        denied(() -> adas.ensure(wanted));
        denied(() -> adas.get(made.id()));
        denied(() -> adas.delete(made.id()));
        assertThat(adas.list(account.id())).isEmpty();

        policies.create(grant(ADMINISTRATOR).to(ada).on(Targets.service("cloud-object-storage", account.id())));

        assertThat(adas.create(wanted).isActive()).isTrue();
        assertThat(adas.list(account.id())).hasSize(2);
        adas.delete(made.id());
    }

    @Test
    void nobodyGivesMoreThanHeHas(IbmCloud cloud) {
        new PolicyClient(cloud)
                .policies()
                .create(grant(ADMINISTRATOR)
                        .to(account.members().get(0).iamId())
                        .on(Targets.service("cloud-object-storage", account.id())));

        assertThatThrownBy(() -> adas.create(ActivityTracker.toBucket(store, "audit-logs")))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("more than you may do yourself");
    }

    @Test
    void badQuestionsAreRefused() {
        assertThatThrownBy(() -> authorizations.create(
                        allow(ACTIVITY_TRACKER).toAct(SENDER).on(Destinations.bucket(store, "audit-logs"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("doesn't exist for cloud-object-storage");
        assertThatThrownBy(() -> authorizations.create(
                        allow(ACTIVITY_TRACKER).toAct(SENDER).on(Targets.service("cloud-logs", account.id()))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("logs");
        assertThatThrownBy(() -> authorizations.get(PolicyId.of("12345678-abcd-4a1a-b1a2-1234567890ab")))
                .isInstanceOf(NotFoundException.class);
        denied(() -> authorizations.create(new Allowance(
                ACTIVITY_TRACKER,
                List.of(SENDER),
                Targets.service("logs", AccountId.of("00000000000000000000000000000000")),
                Optional.empty())));
    }

    private static void denied(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(AccessDeniedException.class);
    }

    /** May Activity Tracker of an account do this here? As the account's own rules decide. */
    private boolean may(AccountId source, Crn target, String type, String name, String action) {
        var request = mayService(Crn.of("atracker", "us-south", source, "", "", ""))
                .perform(action)
                .on(target);
        request = type.isEmpty() ? request : request.with("resourceType", type);
        request = name.isEmpty() ? request : request.on(Map.of("resource", name));
        return AccessRules.of(account.state()).snapshot().decide(request).permitted();
    }
}
