// Room: sandbox-eventstreams, tests. Who gets in: tokens that expire, keys that are switched off, addresses.
package io.lanyard.sandbox.eventstreams;

import static io.lanyard.policy.RoleId.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.identity.IdentityClient;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.kernel.Verdict;
import io.lanyard.sandbox.services.settings.AccountSettings;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Authentication. */
class TokensAndKeysTest {
    private static Sandbox sandbox;
    private static StreamScene scene;

    @BeforeAll
    static void start() throws Throwable {
        sandbox = Sandbox.start();
        scene = StreamScene.in(sandbox, sandbox.account());
        scene.managers().createTopic("audit");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void aTokenWritesUntilItExpiresByTheSandboxsClock() throws Throwable {
        var writer = scene.robot("token-writer");
        scene.allow(writer, WRITER, scene.whole());

        try (var producer = IamLogin.clients(scene, writer.key().reveal()).producer()) {
            Clients.got(producer.send(new ProducerRecord<>("audit", "in time")));
            sandbox.clock().advance(Duration.ofHours(2));

            assertThatThrownBy(() -> Clients.got(producer.send(new ProducerRecord<>("audit", "too late"))))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
        assertThat(scene.denials()).extracting(Verdict::explain).anyMatch(why -> why.contains("has expired"));
        IamLogin.clients(scene, writer.key().reveal()).produce("audit", "with a new token");
    }

    @Test
    void aTokenThatNobodySignedIsRefused() {
        var forged = Clients.with(
                scene.brokers(),
                "OAUTHBEARER",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required "
                        + "unsecuredLoginStringClaim_sub=\"broker\";");

        assertThatThrownBy(() -> forged.produce("audit", "x")).isInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void aKeyThatIsSwitchedOffOpensNothing() {
        var identity = new IdentityClient(scene.cloud());
        var robot = scene.robot("switched-off");
        scene.allow(robot, WRITER, scene.whole());
        identity.apiKeys().disable(identity.apiKeys().getByValue(robot.key()).id());

        assertThatThrownBy(() -> scene.clients(robot.key()).produce("audit", "x"))
                .isInstanceOf(SaslAuthenticationException.class)
                .hasMessage("Authentication failed: Invalid username or password");
    }

    @Test
    void aServiceIdThatIsGoneMayNothingOnAnOpenConnection() throws Throwable {
        var identity = new IdentityClient(scene.cloud());
        var robot = scene.robot("short-lived");
        scene.allow(robot, WRITER, scene.whole());
        try (var producer = scene.clients(robot.key()).producer()) {
            Clients.got(producer.send(new ProducerRecord<>("audit", "still there")));

            identity.serviceIds()
                    .delete(io.lanyard.identity.ServiceIdId.of(
                            robot.iamId().value().substring("iam-".length())));

            assertThatThrownBy(() -> Clients.got(producer.send(new ProducerRecord<>("audit", "gone"))))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void anAddressThatTheAccountDoesNotAllowIsRefusedAtLoginAndOpenConnectionsStay() throws Throwable {
        var other = sandbox.newAccount(seed -> {});
        var elsewhere = StreamScene.in(sandbox, other);
        elsewhere.managers().createTopic("open");
        try (var before = elsewhere.managers().producer()) {
            Clients.got(before.send(new ProducerRecord<>("open", "first")));
            new IdentityClient(other.cloud())
                    .accountSettings()
                    .update(
                            other.id(),
                            s -> s.withAllowedAddresses(io.lanyard.identity.AllowedAddresses.of("10.0.0.1")));

            assertThatThrownBy(() -> elsewhere.managers().createTopic("x"))
                    .isInstanceOf(SaslAuthenticationException.class)
                    .hasMessage("Authentication failed: the account's allowed IP addresses don't include 127.0.0.1");
            Clients.got(before.send(new ProducerRecord<>("open", "second")));
        }
        assertThat(elsewhere.denials())
                .extracting(Verdict::explain)
                .anyMatch(why -> why.contains("allowed IP addresses don't include 127.0.0.1"));
        AccountSettings.of(other.state()).admitEverywhere();
    }

    @Test
    void twoTokensOfOneServiceIdEndEachAtItsTime() throws Throwable {
        var writer = scene.robot("two-tokens");
        scene.allow(writer, WRITER, scene.whole());
        try (var first = IamLogin.clients(scene, writer.key().reveal()).producer()) {
            Clients.got(first.send(new ProducerRecord<>("audit", "first")));
            sandbox.clock().advance(Duration.ofMinutes(40));
            try (var second = IamLogin.clients(scene, writer.key().reveal()).producer()) {
                Clients.got(second.send(new ProducerRecord<>("audit", "second")));
                sandbox.clock().advance(Duration.ofMinutes(30));

                assertThatThrownBy(() -> Clients.got(first.send(new ProducerRecord<>("audit", "too late"))))
                        .isInstanceOf(TopicAuthorizationException.class);
                Clients.got(second.send(new ProducerRecord<>("audit", "in time")));
            }
        }
    }

    @Test
    void anInstanceMayTakeTokensOnly() throws Throwable {
        var robot = scene.robot("modern");
        scene.allow(robot, WRITER, scene.whole());
        var instances = new ResourcesClient(scene.cloud()).instances();
        instances.update(scene.instance().id(), change -> change.parameter("iam_token_only", true));

        assertThatThrownBy(() -> scene.clients(robot.key()).produce("audit", "x"))
                .isInstanceOf(SaslAuthenticationException.class)
                .hasMessageContaining("takes tokens only");
        IamLogin.clients(scene, robot.key().reveal()).produce("audit", "by token");
        instances.update(scene.instance().id(), change -> change.parameter("iam_token_only", false));
    }
}
