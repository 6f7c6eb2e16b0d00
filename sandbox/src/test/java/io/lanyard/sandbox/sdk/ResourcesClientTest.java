// Room: sandbox / tests. Every operation of the resources client, for real.
package io.lanyard.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.ApiException;
import io.lanyard.core.ConflictException;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.NotFoundException;
import io.lanyard.identity.IdentityClient;
import io.lanyard.resources.Instance;
import io.lanyard.resources.InstanceState;
import io.lanyard.resources.KeyCredentials;
import io.lanyard.resources.Offering;
import io.lanyard.resources.Reclamation;
import io.lanyard.resources.ResourceGroup;
import io.lanyard.resources.ResourceGroupId;
import io.lanyard.resources.ResourceGroupQuery;
import io.lanyard.resources.ResourceGroupState;
import io.lanyard.resources.ResourceKey;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.services.resources.ResourcePart;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class ResourcesClientTest {

    private static final Offering LITE =
            Offering.plan("2fdf0c08-2d32-4f46-84b5-32e0c92fffd8").in("global");
    private static final Offering STORAGE =
            Offering.plan("cloud-object-storage-standard").in("global");
    private static final Offering LOGS = Offering.plan("logs-standard").in("us-south");
    private static final Offering STREAMS = Offering.plan("messagehub-standard").in("us-south");

    private ResourcesClient resources;
    private ResourceGroupId group;

    @BeforeEach
    void meet(IbmCloud cloud) {
        resources = new ResourcesClient(cloud);
        group = resources.groups().defaultOf(cloud.requireAccount()).id();
    }

    @Test
    void aGroupLivesFromCreationToDeletion(IbmCloud cloud) {
        var account = cloud.requireAccount();
        var created = resources.groups().create(account, "audit");

        assertThat(created.crn().resource()).isEqualTo(created.id().value());
        assertThatThrownBy(() -> resources.groups().create(account, "audit")).isInstanceOf(ConflictException.class);
        assertThat(resources.groups().rename(created.id(), "audits").name()).isEqualTo("audits");
        assertThat(resources.groups().list(account))
                .extracting(ResourceGroup::name)
                .containsExactly("Default", "audits");

        resources.groups().delete(created.id());

        assertThat(resources.groups().get(created.id()).state()).contains(ResourceGroupState.DELETED);
        assertThat(resources.groups().list(account)).hasSize(1);
        assertThat(resources.groups().list(account, ResourceGroupQuery::includingDeleted))
                .hasSize(2);
        assertThatThrownBy(() -> resources.groups().rename(created.id(), "again"))
                .isInstanceOf(ApiException.class);
        var second = resources.groups().create(account, "audits");
        assertThat(resources
                        .groups()
                        .updateState(second.id(), ResourceGroupState.DELETED)
                        .state())
                .contains(ResourceGroupState.DELETED);
    }

    @Test
    void theDefaultGroupStaysAndAGroupInUseToo(IbmCloud cloud) {
        var used = resources.groups().create(cloud.requireAccount(), "used").id();
        resources.instances().create("store", used, LITE);

        assertThatThrownBy(() -> resources.groups().delete(group)).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> resources.groups().delete(used)).isInstanceOf(ApiException.class);
    }

    @Test
    void tellsQuotas() {
        var quota = resources.quotas().list().get(0);

        assertThat(resources.quotas().get(quota.id())).isEqualTo(quota);
        assertThat(quota.defaultNumberOfInstancesPerLitePlan()).contains(1.0);
    }

    @Test
    void anInstanceIsCreatedChangedLockedAndDeleted() {
        var made = resources
                .instances()
                .create(
                        "store",
                        group,
                        LITE,
                        i -> i.parameter("a", 1).tags("audit").locked());

        assertThat(made.state()).isEqualTo(InstanceState.ACTIVE);
        assertThat(made.crn().serviceInstance()).isEqualTo(made.guid());
        assertThatThrownBy(() -> resources.instances().update(made.id(), c -> c.name("x")))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.failure().status()).isEqualTo(422));
        assertThatThrownBy(() -> resources.instances().delete(made.id())).isInstanceOf(ApiException.class);
        assertThat(resources.instances().unlock(made.id()).locked()).contains(false);
        assertThat(resources.instances().lock(made.id()).locked()).contains(true);
        assertThat(resources.instances().unlock(made.id()).locked()).contains(false);
        var changed = resources
                .instances()
                .update(
                        made.id(),
                        c -> c.name("archive").parameter("b", 2).plan("744bfc56-d12c-4866-88d5-dac9139e0e5d"));
        assertThat(changed.name()).isEqualTo("archive");
        assertThat(changed.resourcePlanId()).contains("744bfc56-d12c-4866-88d5-dac9139e0e5d");
        assertThat(resources.instances().cancelLastOperation(made.id()).name()).isEqualTo("archive");
    }

    @Test
    void aLiteInstanceIsGoneAtOnceAndTheOnlyOne() {
        var made = resources.instances().create("store", group, LITE);

        assertThatThrownBy(() -> resources.instances().create("another", group, LITE))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("one instance of a Lite plan");
        resources.instances().delete(made.id());

        assertThat(resources.instances().get(made.id()).state()).isEqualTo(InstanceState.REMOVED);
        assertThat(resources.instances().list()).isEmpty();
        assertThatThrownBy(() -> resources.instances().delete(made.id()))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.failure().status()).isEqualTo(410));
        resources.instances().create("another", group, LITE);
    }

    @Test
    void anInstanceWaitsForItsEndAndComesBack() {
        var made = resources.instances().create("store", group, STORAGE);

        resources.instances().delete(made.id());

        assertThat(resources.instances().get(made.id()).state()).isEqualTo(InstanceState.PENDING_RECLAMATION);
        var waiting = resources.reclamations().list(q -> q.in(group)).get(0);
        assertThat(waiting.entityCrn()).contains(made.crn());
        resources.reclamations().restore(waiting.id(), "still needed");
        assertThat(resources.instances().get(made.id()).state()).isEqualTo(InstanceState.ACTIVE);

        resources.instances().delete(made.id());
        Reclamation again = resources.reclamations().list(q -> {}).get(0);
        resources.reclamations().reclaim(again.id(), "no longer needed");
        assertThat(resources.instances().get(made.id()).state()).isEqualTo(InstanceState.REMOVED);
        assertThatThrownBy(() -> resources.reclamations().restore(again.id(), "too late"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void listsInPages() {
        IntStream.range(0, 7).forEach(i -> resources.instances().create("streams-" + i, group, STREAMS));

        assertThat(resources.instances().list(q -> q.pageSize(3)))
                .extracting(Instance::name)
                .containsExactly(
                        "streams-0", "streams-1", "streams-2", "streams-3", "streams-4", "streams-5", "streams-6");
        assertThat(resources.instances().list(q -> q.name("streams-4").in(group)))
                .hasSize(1);
    }

    @Test
    void aKeyActsAsAServiceIdWithItsRole(IbmCloud cloud, SandboxAccount account) {
        var store = resources.instances().create("store", group, STORAGE);

        var key = resources
                .keys()
                .create("uploader", store.id(), k -> k.role("Object Writer").hmac());

        var credentials = key.credentials().orElseThrow();
        assertThat(credentials.resourceInstanceId()).contains(store.crn().value());
        var access = credentials.cosHmacKeys().orElseThrow().accessKeyId();
        assertThat(ResourcePart.of(account.state()).signer(access)).isPresent();
        assertThat(credentials.iamRoleCrn().orElseThrow().resource()).isEqualTo("ObjectWriter");
        var token =
                new IdentityClient(cloud).tokens().exchange(credentials.apikey().orElseThrow());
        assertThat(token.claims().iamId().value())
                .isEqualTo("iam-" + credentials.iamServiceidCrn().orElseThrow().resource());
        assertThat(key.toString())
                .doesNotContain(credentials.apikey().orElseThrow().reveal());

        assertThat(resources.keys().rename(key.id(), "writer").name()).isEqualTo("writer");
        assertThat(resources.keys().get(key.id()).credentials()).contains(credentials);
        assertThat(resources.instances().keys(store.id()))
                .extracting(ResourceKey::name)
                .containsExactly("writer");
        assertThat(resources.keys().list(q -> q.name("writer"))).hasSize(1);
        assertThatThrownBy(() -> resources.instances().delete(store.id())).isInstanceOf(ApiException.class);

        resources.keys().delete(key.id());
        assertThat(account.state().serviceIds().size()).isZero();
        assertThat(ResourcePart.of(account.state()).signer(access)).isEmpty();
        assertThatThrownBy(() -> resources.keys().delete(key.id())).isInstanceOf(ApiException.class);
    }

    @Test
    void keysGoWithTheInstance(SandboxAccount account) {
        var logs = resources.instances().create("logs", group, LOGS);
        var key = resources
                .keys()
                .create("client", logs.id(), k -> k.role("Sender"))
                .credentials()
                .flatMap(KeyCredentials::apikey)
                .orElseThrow();

        resources.instances().deleteWithKeys(logs.id());

        assertThat(account.state().apiKeys().stream())
                .noneMatch(entry -> entry.value().equals(key.reveal()));
    }

    @Test
    void withoutBrokersAnInstanceIsMadeAndAKeySaysWhatIsMissing(SandboxAccount account) {
        var streams = resources.instances().create("streams", group, STREAMS);

        assertThat(streams.state()).isEqualTo(InstanceState.ACTIVE);
        assertThatThrownBy(() -> resources.keys().create("client", streams.id(), k -> k.role("Writer")))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("io.lanyard:lanyard-sandbox-eventstreams")
                .hasMessageNotContaining("support asks");
        assertThat(account.state().serviceIds().size()).isZero();
    }

    @Test
    void aKeyCanUseAServiceIdThatIsThere(IbmCloud cloud, SandboxAccount account) {
        var robot = new IdentityClient(cloud).serviceIds().create(cloud.requireAccount(), "robot");
        var logs = resources.instances().create("logs", group, LOGS);

        var key = resources
                .keys()
                .create("client", logs.id(), k -> k.role("Reader").serviceId(robot.crn()));

        assertThat(key.credentials().orElseThrow().iamServiceidCrn()).contains(robot.crn());
        resources.keys().delete(key.id());
        assertThat(account.state().serviceIds().find(robot.id().value())).isPresent();
        assertThat(account.state().apiKeys().stream())
                .noneMatch(k -> k.iamId().equals(robot.iamId().value()));
    }
}
