// Room: sandbox / tests. Events that were routed to a bucket, read back over S3.
package io.lanyard.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.audit.AuditClient;
import io.lanyard.audit.AuditEvent;
import io.lanyard.audit.EventRouting;
import io.lanyard.audit.Location;
import io.lanyard.audit.Region;
import io.lanyard.audit.Rule;
import io.lanyard.audit.Sink;
import io.lanyard.audit.TargetId;
import io.lanyard.authorizations.ActivityTracker;
import io.lanyard.authorizations.Allowance;
import io.lanyard.authorizations.AuthorizationsClient;
import io.lanyard.authorizations.Destinations;
import io.lanyard.authorizations.Source;
import io.lanyard.core.Crn;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.InvalidRequestException;
import io.lanyard.core.Secret;
import io.lanyard.identity.AllowedAddresses;
import io.lanyard.identity.IdentityClient;
import io.lanyard.policy.Grant;
import io.lanyard.policy.PolicyClient;
import io.lanyard.policy.RoleId;
import io.lanyard.policy.Targets;
import io.lanyard.resources.InstanceId;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.junit.SandboxExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RoutedToBucketTest {
    @RegisterExtension
    static final SandboxExtension SANDBOX = SandboxExtension.started();

    private static final String ENDPOINT = "s3.private.us-south.cloud-object-storage.appdomain.cloud";
    private static final Pattern KEY = Pattern.compile("<Key>([^<]+\\.log)</Key>");

    private Sandbox sandbox;
    private SandboxAccount account;
    private IbmCloud cloud;
    private EventRouting routing;
    private AuthorizationsClient authorizations;
    private Crn store;
    private String token;
    private String bucket;

    @BeforeEach
    void meet(Sandbox theSandbox, SandboxAccount theAccount, IbmCloud theCloud) {
        sandbox = theSandbox;
        account = theAccount;
        cloud = theCloud;
        routing = new AuditClient(cloud).routing(Region.US_SOUTH);
        authorizations = new AuthorizationsClient(cloud);
        store = account.newInstance("cloud-object-storage-standard", "global", "store");
        token = Http.token(sandbox, account.ownerKey().reveal());
        bucket = "audit-" + account.id().value().substring(0, 12);
        assertThat(put(bucket)).isEqualTo(200);
    }

    private int put(String path) {
        return s3("PUT", path, "ibm-service-instance-id", store.serviceInstance())
                .status();
    }

    private Http.Answer s3(String method, String path, String... headers) {
        var all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        all.addAll(List.of(headers));
        return Http.send(method, sandbox.storageUrl() + "/" + path, "", all.toArray(String[]::new));
    }

    private List<AuditEvent> arrived() {
        var events = new ArrayList<AuditEvent>();
        var keys = KEY.matcher(s3("GET", bucket + "?list-type=2").text());
        while (keys.find()) {
            s3("GET", bucket + "/" + keys.group(1).replace("+", "%2B"))
                    .text()
                    .lines()
                    .map(AuditEvent::read)
                    .flatMap(Optional::stream)
                    .forEach(events::add);
        }
        return events;
    }

    private void act(String name) {
        new IdentityClient(cloud).serviceIds().create(account.id(), name);
        assertThat(sandbox.flush()).isTrue();
    }

    private boolean told(String name) {
        return arrived().stream().anyMatch(event -> event.message().orElse("").endsWith(" " + name));
    }

    private Sink sink() {
        return Sink.bucket(store, bucket, ENDPOINT);
    }

    private void refused(Sink sink) {
        assertThatThrownBy(() -> routing.targets().create("audit", sink))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("cos_write_test_failed")
                .hasMessageContaining("could not write to the Cloud Object Storage bucket that is configured.");
    }

    private TargetId routed(Sink sink) {
        var target = routing.targets().create("audit", sink);
        routing.routes().create("all", Rule.of(Location.ALL).to(target.id()));
        return target.id();
    }

    @Test
    void theAuthorizationForOneBucketIsForThatBucketAlone() {
        assertThat(put(bucket + "-2")).isEqualTo(200);
        refused(sink());
        authorizations.ensure(Allowance.allow(Source.ACTIVITY_TRACKER)
                .toAct(RoleId.READER)
                .on(Targets.service("cloud-object-storage", account.id())));
        refused(sink());
        authorizations.ensure(ActivityTracker.toBucket(store, bucket + "-2"));
        refused(sink());
        authorizations.ensure(ActivityTracker.toBucket(store, bucket));

        routed(sink());
        act("seen");

        assertThat(told("seen")).isTrue();
        assertThat(arrived()).allSatisfy(event -> assertThat(event.account()).contains(account.id()));
    }

    @Test
    void whatIsTakenAwayStopsDeliveryUntilItIsGivenBack() {
        var authorization = authorizations.ensure(ActivityTracker.toObjectStorage(store));
        var target = routed(sink());
        act("before");
        authorizations.delete(authorization.id());
        act("meanwhile");
        var broken = routing.targets().get(target);
        authorizations.ensure(ActivityTracker.toObjectStorage(account.id()));
        act("after");

        assertThat(broken.isWritable()).isFalse();
        assertThat(broken.writeStatus().reasonForLastFailure().orElseThrow())
                .startsWith("The service could not write to the Cloud Object Storage bucket that is configured."
                        + " {'error_code':'403','error_message':'Access Denied'}");
        assertThat(told("before")).isTrue();
        assertThat(told("meanwhile")).isFalse();
        assertThat(told("after")).isTrue();
        assertThat(routing.targets().get(target).isWritable()).isTrue();
    }

    @Test
    void aBucketOrInstanceThatIsGoneGetsNothing() {
        authorizations.ensure(ActivityTracker.toObjectStorage(account.id()));
        refused(Sink.bucket(store, bucket + "-nowhere", ENDPOINT));
        var target = routed(sink());
        new ResourcesClient(cloud).instances().delete(InstanceId.of(store.value()));
        act("unheard");

        assertThat(routing.targets()
                        .get(target)
                        .writeStatus()
                        .reasonForLastFailure()
                        .orElseThrow())
                .contains("does not exist");
        assertThat(routing.targets().validate(target).isWritable()).isFalse();
    }

    @Test
    void aKeyWritesWithoutAnAuthorizationAsLongAsItIsThere() {
        var identity = new IdentityClient(cloud);
        var robot = identity.serviceIds().create(account.id(), "robot");
        var key = identity.apiKeys().create(robot.iamId(), "robot");
        var place = Sink.bucket(store, bucket, ENDPOINT);
        refused(place.with(key.secret()));
        refused(place.with(Secret.of("nobody-has-this")));
        new PolicyClient(cloud)
                .policies()
                .create(Grant.grant(RoleId.OBJECT_WRITER).to(robot.iamId()).on(Destinations.bucket(store, bucket)));

        var target = routed(place.with(key.secret()));
        act("by-key");
        identity.apiKeys().delete(key.id());
        act("without-key");

        assertThat(told("by-key")).isTrue();
        assertThat(told("without-key")).isFalse();
        assertThat(routing.targets().get(target).writeStatus().reasonForLastFailure())
                .contains("Provided API key could not be found");
    }

    @Test
    void aListOfAddressesKeepsTheKeyOutAndNotTheAuthorization() {
        authorizations.ensure(ActivityTracker.toBucket(store, bucket));
        var byAuthorization = routing.targets().create("authorized", sink());
        var byKey = routing.targets()
                .create("keyed", Sink.bucket(store, bucket, ENDPOINT).with(account.ownerKey()));
        new IdentityClient(cloud)
                .accountSettings()
                .update(account.id(), settings -> settings.withAllowedAddresses(AllowedAddresses.of("127.0.0.0/8")));

        var keyed = routing.targets().validate(byKey.id());

        assertThat(byKey.isWritable()).isTrue();
        assertThat(keyed.isWritable()).isFalse();
        assertThat(keyed.writeStatus().reasonForLastFailure().orElseThrow())
                .contains("the account's allowed IP addresses don't include 166.9.0.1");
        assertThat(routing.targets().validate(byAuthorization.id()).isWritable())
                .isTrue();
    }

    @Test
    void eventsOfAnotherAccountArriveByAnAuthorizationOfTheBucketsOwner() {
        var other = sandbox.newAccount(seed -> {});
        try (var theirs = other.cloud()) {
            var theirRouting = new AuditClient(theirs).routing(Region.US_SOUTH);
            assertThatThrownBy(() -> theirRouting.targets().create("across", sink()))
                    .isInstanceOf(InvalidRequestException.class);
            authorizations.ensure(ActivityTracker.toBucket(store, bucket).from(other.id()));
            var target = theirRouting.targets().create("across", sink());
            theirRouting.routes().create("all", Rule.of(Location.GLOBAL).to(target.id()));
            new IdentityClient(theirs).serviceIds().create(other.id(), "theirs");
        }
        assertThat(sandbox.flush()).isTrue();

        assertThat(arrived())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.account()).contains(other.id()));
        assertThat(told("theirs")).isTrue();
    }
}
