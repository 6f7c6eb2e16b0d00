// Room: sandbox / tests. Every operation of the identity client, for real.
package io.lanyard.sandbox.sdk;

import static io.lanyard.identity.Filter.description;
import static io.lanyard.identity.Filter.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.AccessDeniedException;
import io.lanyard.core.AccountId;
import io.lanyard.core.ApiException;
import io.lanyard.core.ConflictException;
import io.lanyard.core.Crn;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.InvalidRequestException;
import io.lanyard.core.NotFoundException;
import io.lanyard.core.PreconditionFailedException;
import io.lanyard.core.Secret;
import io.lanyard.identity.ActionWhenLeaked;
import io.lanyard.identity.ApiKey;
import io.lanyard.identity.ApiKeyScope;
import io.lanyard.identity.ApiKeyType;
import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.ServiceId;
import io.lanyard.identity.ServiceIdSort;
import io.lanyard.identity.SubjectType;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class IdentityClientTest {

    private IdentityClient identity;
    private AccountId account;

    @BeforeEach
    void meet(IbmCloud cloud) {
        identity = new IdentityClient(cloud);
        account = cloud.requireAccount();
    }

    @Test
    void aServiceIdLivesFromCreationToDeletion() {
        var bucket = Crn.parse("crn:v1:bluemix:public:cloud-object-storage:global:a/" + account + ":instance::");

        var robot = identity.serviceIds()
                .create(
                        account,
                        "think-registry-demo",
                        s -> s.description("pulls images").uniqueInstanceCrns(bucket));
        assertThat(robot.iamId().value()).isEqualTo("iam-" + robot.id());

        var listed = identity.serviceIds().list(account, q -> q.name("think-registry-demo"));
        assertThat(listed).extracting(ServiceId::id).containsExactly(robot.id());

        var updated = identity.serviceIds().update(robot.id(), s -> s.withDescription("pushes, too"));
        assertThat(updated.value().description()).contains("pushes, too");
        assertThat(updated.value().uniqueInstanceCrns()).containsExactly(bucket);
        assertThat(updated.etag())
                .isNotEqualTo(robot.entityTag())
                .isEqualTo(updated.value().entityTag());

        identity.serviceIds().lock(robot.id());
        assertThatThrownBy(() -> identity.serviceIds().delete(robot.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> identity.serviceIds().update(robot.id(), s -> s.withName("other")))
                .isInstanceOf(AccessDeniedException.class);

        identity.serviceIds().unlock(robot.id());
        identity.serviceIds().delete(robot.id());
        assertThatThrownBy(() -> identity.serviceIds().get(robot.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void twoPeopleChangeItAtOnceAndNothingIsLost() {
        var robot = identity.serviceIds().create(account, "robot", s -> s.description("a"));
        var mine = identity.serviceIds().get(robot.id());
        identity.serviceIds().update(robot.id(), s -> s.withDescription("a, theirs"));

        assertThatThrownBy(() -> identity.serviceIds().replace(mine, s -> s.withDescription("a, mine")))
                .isInstanceOfAny(ConflictException.class, PreconditionFailedException.class);
        var merged = identity.serviceIds()
                .update(robot.id(), s -> s.withDescription(s.description().orElse("") + ", mine"));

        assertThat(merged.value().description()).contains("a, theirs, mine");
    }

    @Test
    void tellsMoreWhenAsked() {
        var robot = identity.serviceIds().create(account, "robot", s -> s.showGroupId());
        var key = identity.apiKeys().create(robot.iamId(), "key");
        var unused = identity.tokens().exchange(key.secret());

        var told = identity.serviceIds()
                .get(robot.id(), more -> more.history().activity().groupId())
                .value();

        assertThat(told.groupId()).isPresent().isEqualTo(robot.groupId());
        assertThat(told.history()).isNotEmpty();
        assertThat(told.activity().orElseThrow().authnCount()).isEqualTo(1);
        assertThat(told.activity().orElseThrow().lastAuthn()).isPresent();
        assertThat(identity.serviceIds().get(robot.id()).value().activity()).isEmpty();
    }

    @Test
    void createsAKeyInTheSameCall() {
        var robot = identity.serviceIds()
                .create(
                        account,
                        "robot",
                        s -> s.locked()
                                .apiKey("key", k -> k.storeValue(true).actionWhenLeaked(ActionWhenLeaked.DELETE)));

        var key = robot.apikey().orElseThrow();

        assertThat(robot.locked()).isTrue();
        assertThat(key.actionWhenLeaked()).contains(ActionWhenLeaked.DELETE);
        assertThat(identity.apiKeys().get(key.id()).value().secret()).isEqualTo(key.secret());
    }

    @Test
    void listsPageByPageFilteredAndSorted() {
        IntStream.range(0, 7)
                .forEach(n -> identity.serviceIds()
                        .create(account, "robot-" + n, s -> s.description(n % 2 == 0 ? "even (\"2\")" : "odd")));

        var even = identity.serviceIds()
                .list(
                        account,
                        q -> q.where(name().startsWith("robot-")
                                        .and(description().contains("(\"2\")")))
                                .sortedBy(ServiceIdSort.NAME)
                                .descending()
                                .pageSize(2));

        assertThat(even).extracting(ServiceId::name).containsExactly("robot-6", "robot-4", "robot-2", "robot-0");
    }

    @Test
    void groupsKeepServiceIdsApart() {
        var group = identity.serviceIdGroups().create(account, "builders", g -> g.description("build"));
        var robot = identity.serviceIds().create(account, "robot", s -> s.group(group.id()));

        assertThat(identity.serviceIds().list(account)).isEmpty();
        assertThat(identity.serviceIds().list(account, q -> q.group(group.id())))
                .extracting(ServiceId::id)
                .containsExactly(robot.id());
        assertThat(identity.serviceIdGroups().list(account))
                .extracting(g -> g.name())
                .contains("builders");
        assertThatThrownBy(() -> identity.serviceIdGroups().create(account, "builders"))
                .isInstanceOf(ConflictException.class);

        var renamed = identity.serviceIdGroups().update(group.id(), g -> g.withName("makers"));
        assertThat(renamed.value().name()).isEqualTo("makers");
        assertThat(renamed.value().description()).contains("build");

        assertThatThrownBy(() -> identity.serviceIdGroups().delete(group.id())).isInstanceOf(ApiException.class);
        identity.serviceIds().delete(robot.id());
        identity.serviceIdGroups().delete(group.id());
        assertThatThrownBy(() -> identity.serviceIdGroups().get(group.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aKeyLivesFromCreationToDeletion(Sandbox sandbox) {
        var robot = identity.serviceIds().create(account, "robot");
        var inAWeek = sandbox.clock().now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.MINUTES);

        var key = identity.apiKeys()
                .create(
                        robot.iamId(),
                        "key",
                        k -> k.description("for CI")
                                .account(account)
                                .expiresAt(inAWeek)
                                .actionWhenLeaked(ActionWhenLeaked.DISABLE));
        assertThat(key.expiresAt()).contains(inAWeek);
        assertThat(key.secret().reveal()).hasSizeGreaterThan(30);
        assertThat(identity.apiKeys().get(key.id()).value().value()).isEmpty();
        assertThat(identity.apiKeys().getByValue(key.secret()).id()).isEqualTo(key.id());
        assertThat(identity.apiKeys().list(account, q -> q.of(robot.iamId())))
                .extracting(ApiKey::id)
                .containsExactly(key.id());
        assertThat(identity.apiKeys()
                        .list(account, q -> q.scope(ApiKeyScope.ACCOUNT).type(ApiKeyType.SERVICE_ID)))
                .extracting(ApiKey::id)
                .containsExactly(key.id());

        var forever = identity.apiKeys().update(key.id(), k -> k.withoutExpiry().withDescription("for good"));
        assertThat(forever.value().expiresAt()).isEmpty();
        assertThat(forever.value().description()).contains("for good");
        assertThat(forever.value().actionWhenLeaked()).contains(ActionWhenLeaked.DISABLE);

        identity.apiKeys().lock(key.id());
        assertThatThrownBy(() -> identity.apiKeys().delete(key.id())).isInstanceOf(AccessDeniedException.class);
        identity.apiKeys().unlock(key.id());

        identity.apiKeys().disable(key.id());
        assertThat(identity.apiKeys().get(key.id()).value().disabled()).contains(true);
        assertThat(identity.tokens().introspectApiKey(key.secret())).isFalse();
        assertThatThrownBy(() -> identity.tokens().exchange(key.secret()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("BXNIM0462E");
        identity.apiKeys().enable(key.id());
        assertThat(identity.tokens().introspectApiKey(key.secret())).isTrue();

        identity.apiKeys().delete(key.id());
        assertThatThrownBy(() -> identity.tokens().exchange(key.secret()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("BXNIM0415E");
    }

    @Test
    void bringsAKeyOfItsOwn() {
        var own = Secret.of("a key of one's own, with at least 32 characters: ä");
        var robot = identity.serviceIds().create(account, "robot");

        var key = identity.apiKeys()
                .create(robot.iamId(), "key", k -> k.value(own).locked().disabled());

        assertThat(key.locked()).isTrue();
        assertThat(key.disabled()).contains(true);
        assertThatThrownBy(() -> identity.apiKeys().enable(key.id())).isInstanceOf(AccessDeniedException.class);
        identity.apiKeys().unlock(key.id());
        identity.apiKeys().enable(key.id());
        assertThat(identity.tokens().exchange(own).claims().iamId()).isEqualTo(robot.iamId());
    }

    @Test
    void looksIntoAToken(Sandbox sandbox) {
        var robot = identity.serviceIds().create(account, "robot");
        var key = identity.apiKeys().create(robot.iamId(), "key");

        var token = identity.tokens().exchange(key.secret());
        var claims = token.claims();

        assertThat(claims.iamId()).isEqualTo(robot.iamId());
        assertThat(claims.subType()).contains(SubjectType.SERVICE_ID);
        assertThat(claims.account().orElseThrow().bss()).contains(account);
        assertThat(Duration.between(claims.issuedAt(), claims.expiresAt())).isEqualTo(Duration.ofHours(1));
        assertThat(token.expiration()).isEqualTo(claims.expiresAt());
        assertThat(token.refreshToken()).isEmpty();
        assertThat(identity.tokens()
                        .exchange(key.secret(), t -> t.client("bx", Secret.of("bx")))
                        .refreshToken())
                .isPresent();
        assertThat(identity.tokens().introspect(token.accessToken())).isTrue();

        sandbox.clock().advance(Duration.ofHours(2));

        assertThat(identity.tokens().introspect(token.accessToken())).isFalse();
        assertThat(claims.expiresAt()).isBefore(sandbox.clock().now());
    }
}
