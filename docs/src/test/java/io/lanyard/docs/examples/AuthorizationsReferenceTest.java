// Docs: what the reference page "Authorizations and instances" shows.
package io.lanyard.docs.examples;

// tag::imports[]
import static io.lanyard.authorizations.Allowance.allow;
import static io.lanyard.authorizations.Destinations.bucket;
import static io.lanyard.authorizations.Source.ACTIVITY_TRACKER;
import static io.lanyard.policy.RoleId.OBJECT_WRITER;
// end::imports[]
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.authorizations.ActivityTracker;
import io.lanyard.authorizations.AuthorizationsClient;
import io.lanyard.core.Crn;
import io.lanyard.core.IbmCloud;
import io.lanyard.policy.RoleId;
import io.lanyard.resources.Offering;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.junit.SandboxExtension;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class AuthorizationsReferenceTest {

    @Test
    void theOwnerOfATargetNamesTheSourcesAccount(IbmCloud cloud, SandboxAccount account, Sandbox sandbox) {
        var stream = instance(cloud, account, "messagehub-standard", "us-south");
        var log = instance(cloud, account, "logs-standard", "us-south");
        var source = sandbox.newAccount(seed -> {}).id();
        var authorizations = new AuthorizationsClient(cloud);

        // tag::abroad[]
        var toStream =
                authorizations.create(ActivityTracker.toEventStreams(stream).from(source));
        var toLog = authorizations.create(ActivityTracker.toCloudLogs(log).from(source));
        // end::abroad[]
        assertThat(toStream.source().account()).contains(source);
        assertThat(toLog.source().account()).contains(source);
    }

    @Test
    void anAuthorizationIsASentence(IbmCloud cloud, SandboxAccount account, Sandbox sandbox) {
        var store = instance(cloud, account, "cloud-object-storage-standard", "global");
        var streams = instance(cloud, account, "messagehub-standard", "eu-de");
        var log = instance(cloud, account, "logs-standard", "eu-de");
        var otherAccount = sandbox.newAccount(seed -> {}).id();

        // tag::sentence[]
        var authorizations = new AuthorizationsClient(cloud);
        var authorization = authorizations.ensure(
                allow(ACTIVITY_TRACKER).toAct(OBJECT_WRITER).on(bucket(store, "audit-logs")));
        // end::sentence[]
        assertThat(authorization.roles()).containsExactly(OBJECT_WRITER);

        // tag::ready-made[]
        authorizations.ensure(ActivityTracker.toBucket(store, "audit-logs"));
        var topic = authorizations.ensure(ActivityTracker.toTopic(streams, "audit")); // <1>
        authorizations.ensure(ActivityTracker.toCloudLogs(log).from(otherAccount)); // <2>
        // end::ready-made[]
        assertThat(topic.companions())
                .singleElement()
                .satisfies(cluster -> assertThat(cluster.roles()).containsExactly(RoleId.READER));

        // tag::await[]
        var patient = new AuthorizationsClient(cloud.with(o -> o.deadline(Duration.ofMinutes(5))));
        patient.await(authorization.id());
        // end::await[]

        var mine = new ArrayList<>();
        // tag::list[]
        for (var found : authorizations.list(account.id())) {
            if (found.source().service().filter("atracker"::equals).isPresent()) {
                mine.add(found.id());
            }
        }
        authorizations.delete(authorization.id());
        // end::list[]
        assertThat(mine).hasSize(4);
        assertThat(authorizations.get(authorization.id()).isActive()).isFalse();
    }

    @Test
    void anInstanceAndItsKey(IbmCloud cloud, SandboxAccount account) {
        // tag::instance[]
        var resources = new ResourcesClient(cloud);
        var group = resources.groups().defaultOf(account.id()).id();
        var store = resources
                .instances()
                .create(
                        "audit-store",
                        group,
                        Offering.plan("cloud-object-storage-standard").in("global"));
        // end::instance[]

        // tag::key[]
        var key = resources
                .keys()
                .create("audit-writer", store.id(), k -> k.role("Writer").hmac());
        var credentials = key.credentials().orElseThrow(); // <1>
        // end::key[]
        assertThat(credentials.cosHmacKeys()).isPresent();

        // tag::delete[]
        resources.instances().deleteWithKeys(store.id()); // <1>
        // end::delete[]
        assertThat(resources.instances().list(q -> q.name("audit-store")).stream()
                        .filter(instance -> instance.isActive()))
                .isEmpty();
    }

    private static Crn instance(IbmCloud cloud, SandboxAccount account, String plan, String where) {
        var resources = new ResourcesClient(cloud);
        var group = resources.groups().defaultOf(account.id()).id();
        return resources
                .instances()
                .create("for-" + plan, group, Offering.plan(plan).in(where))
                .crn();
    }
}
