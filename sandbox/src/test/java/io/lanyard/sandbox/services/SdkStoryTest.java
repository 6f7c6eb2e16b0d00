// Room: sandbox / services, tests.
package io.lanyard.sandbox.services;

import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.RoleId.VIEWER;
import static io.lanyard.policy.RoleId.WRITER;
import static io.lanyard.policy.Targets.containerRegistry;
import static io.lanyard.policy.Targets.service;
import static io.lanyard.policy.Weekly.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.AccessDeniedException;
import io.lanyard.core.ConflictException;
import io.lanyard.core.InvalidRequestException;
import io.lanyard.core.NotFoundException;
import io.lanyard.identity.ApiKeyScope;
import io.lanyard.identity.Filter;
import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.ServiceId;
import io.lanyard.identity.ServiceIdSort;
import io.lanyard.policy.PolicyClient;
import io.lanyard.policy.PolicyConflictException;
import io.lanyard.policy.PolicyFormat;
import io.lanyard.policy.PolicyState;
import io.lanyard.policy.RoleConflictException;
import io.lanyard.policy.RoleId;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The SDK and the sandbox understand each other: what a user of both would write. */
class SdkStoryTest {
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static SandboxAccount account() {
        return sandbox.newAccount(seed -> seed.member("ada@example.com", "Ada", "Lovelace"));
    }

    @Test
    void serviceIdsAndTheirKeys() {
        var account = account();
        var identity = new IdentityClient(account.cloud());
        var ids = identity.serviceIds();

        var robot = ids.create(
                account.id(),
                "think-registry-demo",
                s -> s.description("pulls images")
                        .apiKey("inside", k -> k.storeValue(true))
                        .showGroupId());
        var key = identity.apiKeys().create(robot.iamId(), "think-registry-demo-key", k -> k.account(account.id()));

        assertThat(robot.apikey()).isPresent();
        assertThat(robot.groupId()).isPresent();
        assertThat(account.cloud(key.secret()).account()).contains(account.id());
        assertThat(ids.list(account.id()).stream().map(ServiceId::name)).containsExactly("think-registry-demo");
        assertThat(identity.apiKeys().getByValue(key.secret()).id()).isEqualTo(key.id());
        assertThat(identity.apiKeys().list(account.id(), q -> q.scope(ApiKeyScope.ACCOUNT)).stream())
                .hasSize(4);

        var changed = ids.update(robot.id(), s -> s.withDescription("pulls and pushes"));
        assertThat(changed.value().description()).contains("pulls and pushes");
        ids.lock(robot.id());
        assertThatThrownBy(() -> ids.delete(robot.id())).isInstanceOf(AccessDeniedException.class);
        ids.unlock(robot.id());
        identity.apiKeys().lock(key.id());
        assertThatThrownBy(() -> ids.delete(robot.id())).isInstanceOf(ConflictException.class);
        identity.apiKeys().unlock(key.id());
        identity.apiKeys().disable(key.id());
        assertThat(identity.apiKeys().get(key.id()).value().disabled()).contains(true);
        ids.delete(robot.id());
        assertThatThrownBy(() -> ids.get(robot.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void twoEditorsLoseNothing() {
        var account = account();
        var ids = new IdentityClient(account.cloud()).serviceIds();
        var robot = ids.create(account.id(), "robot");
        var read = ids.get(robot.id());

        ids.update(robot.id(), s -> s.withDescription("first"));
        assertThatThrownBy(() -> ids.replace(read, s -> s.withDescription("second")))
                .isInstanceOf(ConflictException.class);

        assertThat(ids.get(robot.id(), more -> more.history().activity())
                        .value()
                        .history())
                .hasSize(2);
    }

    @Test
    void pagesFiltersAndGroups() {
        var account = account();
        var identity = new IdentityClient(account.cloud());
        var group = identity.serviceIdGroups().create(account.id(), "team-a");
        for (int i = 0; i < 7; i++) {
            String name = "robot-" + i;
            identity.serviceIds().create(account.id(), name, s -> s.group(group.id()));
        }

        var names = identity
                .serviceIds()
                .list(
                        account.id(),
                        q -> q.group(group.id())
                                .pageSize(2)
                                .sortedBy(ServiceIdSort.NAME)
                                .descending()
                                .where(Filter.name()
                                        .startsWith("robot")
                                        .and(Filter.name().contains("-"))))
                .stream()
                .map(ServiceId::name)
                .toList();

        assertThat(names).hasSize(7).startsWith("robot-6").endsWith("robot-0");
        assertThatThrownBy(() -> identity.serviceIdGroups().delete(group.id())).isInstanceOf(ConflictException.class);
        assertThat(identity.serviceIdGroups().list(account.id())).hasSize(2);
    }

    @Test
    void policiesInBothVersions() {
        var account = account();
        var robot = new IdentityClient(account.cloud()).serviceIds().create(account.id(), "robot");
        var client = new PolicyClient(account.cloud());
        var reader = grant(READER)
                .to(robot.iamId())
                .on(containerRegistry(account.id()).region("us-south").namespace("my_namespace"))
                .during(weekly(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)
                        .from("09:00")
                        .to("17:00")
                        .at(ZoneOffset.UTC))
                .because("deploy windows");

        var policy = client.policies().create(reader);

        assertThat(client.policies().get(policy.id()).value().grant()).isEqualTo(reader);
        assertThatThrownBy(() -> client.policies().create(reader))
                .isInstanceOfSatisfying(
                        PolicyConflictException.class,
                        conflict -> assertThat(conflict.existing().id()).isEqualTo(policy.id()));
        assertThat(client.policies().ensure(reader).id()).isEqualTo(policy.id());
        assertThat(client.policies()
                        .update(policy.id(), g -> g.withRoles(READER, WRITER))
                        .roles())
                .containsExactly(READER, WRITER);
        assertThat(client.policies()
                        .get(policy.id(), PolicyFormat.DISPLAY)
                        .value()
                        .roleDetails())
                .allSatisfy(role -> assertThat(role.actions()).isNotEmpty());
        assertThat(client.v1().list(account.id()).stream()).hasSize(1);

        var old = client.v1().create(grant(VIEWER).to(robot.iamId()).on(service("kms", account.id())));
        assertThat(client.policies().list(account.id(), q -> q.serviceName("kms")).stream())
                .extracting(p -> p.id())
                .containsExactly(old.id());
        client.v1().delete(old.id());
        assertThat(client.v1().get(old.id()).value().state()).isEqualTo(PolicyState.DELETED);
        assertThat(client.policies().restore(old.id()).isActive()).isTrue();
    }

    @Test
    void rolesAndWhatTheyRefuse() {
        var account = account();
        var client = new PolicyClient(account.cloud());

        var role = client.roles()
                .create(
                        account.id(),
                        "Puller",
                        r -> r.service("container-registry")
                                .permitting("container-registry.image.pull")
                                .shownAs("Image puller"));

        var id = role.id().orElseThrow();
        assertThat(client.roles().grantable(account.id(), "container-registry"))
                .contains(READER, RoleId.custom(account.id(), "Puller"));
        assertThatThrownBy(() -> client.roles()
                        .create(
                                account.id(),
                                "Puller2",
                                r -> r.service("container-registry")
                                        .permitting("container-registry.image.pull")
                                        .shownAs("Twin")))
                .isInstanceOf(RoleConflictException.class);
        assertThat(client.roles().update(id, c -> c.shownAs("Puller of images")).displayName())
                .isEqualTo("Puller of images");
        client.roles().delete(id);
        assertThatThrownBy(() -> client.roles().get(id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aMemberWithoutRightsHearsWhyAndWhatWouldHelp() {
        var account = account();
        var robot = new IdentityClient(account.cloud()).serviceIds().create(account.id(), "robot");
        var ada = account.cloud(account.members().get(0).key());

        assertThatThrownBy(() -> new IdentityClient(ada).serviceIds().get(robot.id()))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("getServiceId");
        assertThatThrownBy(() -> new PolicyClient(ada)
                        .policies()
                        .create(grant(VIEWER).to(robot.iamId()).on(service("kms", account.id()))))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("iam.policy.create");
        assertThat(new PolicyClient(ada).policies().list(account.id()).stream()).isEmpty();
        assertThatThrownBy(() -> new PolicyClient(account.cloud())
                        .policies()
                        .create(grant(RoleId.service("Raeder"))
                                .to(robot.iamId())
                                .on(service("container-registry", account.id()))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Did you mean Reader?");
        assertThat(List.copyOf(sandbox.decisions(account.id()))).isNotEmpty();
    }
}
