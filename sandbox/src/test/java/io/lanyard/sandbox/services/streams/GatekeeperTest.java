// Room: sandbox / streams, tests. Whom a broker lets in, and what he may do.
package io.lanyard.sandbox.services.streams;

import static io.lanyard.sandbox.Actor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.services.streams.Gatekeeper.Entry;
import io.lanyard.sandbox.services.streams.Gatekeeper.Visit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a broker asks. */
class GatekeeperTest {
    private static final String HERE = "127.0.0.1";
    private static Sandbox sandbox;
    private ToyScene scene;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        sandbox = ToyBrokers.sandbox(folder);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void open() {
        scene = ToyScene.in(sandbox);
    }

    @Test
    void theGatekeeperKnowsPeopleAndAsksPolicies() {
        var gatekeeper = scene.gatekeeper();
        var entry = gatekeeper.byToken(scene.ada().token());
        var visit = new Visit(entry.ticket(), "127.0.0.1", "test", "Produce");
        var audit = Resource.topic("audit");

        assertThat(gatekeeper.may(visit, "messagehub.topic.write", audit, true)).isFalse();
        assertThat(gatekeeper.may(visit, "messagehub.topic.write", audit, false))
                .isFalse();
        assertThat(sandbox.decisions(scene.account().id()).stream().filter(verdict -> !verdict.permitted()))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.action()).isEqualTo("messagehub.cluster.read"));
        scene.makeWriter(scene.ada().iamId());
        assertThat(gatekeeper.may(visit, "messagehub.topic.write", audit, true)).isTrue();
        assertThat(gatekeeper.may(visit, "messagehub.group.read", Resource.group("g"), true))
                .isTrue();
        assertThat(gatekeeper.may(visit, "messagehub.txnid.write", Resource.transaction("x"), true))
                .isTrue();
        assertThat(gatekeeper.may(visit, "messagehub.topic.manage", audit, true))
                .isFalse();
        assertThat(gatekeeper.may(new Visit("nobody", "127.0.0.1", "", "Fetch"), "messagehub.topic.read", audit, true))
                .isFalse();

        gatekeeper.touched(visit, "create", "audit", 200, Optional.empty());
        gatekeeper.touched(visit, "create", "audit", 409, Optional.of("Topic exists."));
        gatekeeper.touched(visit, "delete", "audit", 403, Optional.of("Not authorized."));
        assertThat(sandbox.events(scene.account().id()).stream()
                        .filter(event -> event.action().startsWith("event-streams."))
                        .map(event -> event.message() + " " + event.reasonCode()))
                .containsExactly(
                        "Event Streams: create topic audit 200",
                        "Event Streams: create topic audit -failure 409",
                        "Event Streams: delete topic audit -failure 403");

        sandbox.clock().advance(Duration.ofHours(2));
        assertThat(gatekeeper.may(visit, "messagehub.topic.write", audit, true)).isFalse();
    }

    @Test
    void aKeyDoesNotProlongATokenOfTheSamePerson() {
        var gatekeeper = scene.gatekeeper();
        scene.makeWriter(scene.ada().iamId());
        var byToken = gatekeeper.byToken(scene.ada().token());
        var byKey =
                gatekeeper.byKey("token", scene.account().members().get(0).key().reveal(), HERE);

        sandbox.clock().advance(Duration.ofHours(2));

        assertThat(writes(byToken)).isFalse();
        assertThat(writes(byKey)).isTrue();
    }

    @Test
    void eachTokenHasAnEndOfItsOwn() {
        var gatekeeper = scene.gatekeeper();
        scene.makeWriter(scene.ada().iamId());
        var first = gatekeeper.byToken(scene.ada().token());
        sandbox.clock().advance(Duration.ofMinutes(40));
        var second =
                gatekeeper.byToken(Actor.member(sandbox, scene.account(), 0).token());

        sandbox.clock().advance(Duration.ofMinutes(30));

        assertThat(second.principal()).isEqualTo(first.principal());
        assertThat(writes(first)).isFalse();
        assertThat(writes(second)).isTrue();
    }

    @Test
    void theBrokersOwnTopicsAreReadAtMost() {
        var gatekeeper = scene.gatekeeper();
        scene.makeWriter(scene.ada().iamId());
        var visit = new Visit(gatekeeper.byToken(scene.ada().token()).ticket(), HERE, "test", "Produce");
        var offsets = Resource.topic("__consumer_offsets");

        assertThat(gatekeeper.may(visit, "messagehub.topic.read", offsets, true))
                .isTrue();
        assertThat(gatekeeper.may(visit, "messagehub.topic.write", offsets, true))
                .isFalse();
        assertThat(sandbox.decisions(scene.account().id()).stream().filter(verdict -> !verdict.permitted()))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.explain()).contains("the broker's own"));
    }

    @Test
    void aKeyFromAnAddressThatIsNotAllowedIsNotLetIn() {
        var key = scene.account().members().get(0).key().reveal();
        var addresses = json("allowed_ip_addresses", "10.0.0.1");
        assertThat(scene.owner()
                        .send(
                                "PUT",
                                "/v1/accounts/" + scene.account().id() + "/settings/identity",
                                addresses.toString(),
                                "If-Match",
                                "*")
                        .status())
                .isEqualTo(200);

        assertThatThrownBy(() -> scene.gatekeeper().byKey("token", key, HERE))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.problem()).isEqualTo(Problem.FORBIDDEN))
                .hasMessage("the account's allowed IP addresses don't include 127.0.0.1");

        assertThat(scene.gatekeeper().byKey("token", key, "10.0.0.1").principal())
                .isEqualTo(scene.ada().iamId());
        assertThat(sandbox.decisions(scene.account().id()))
                .anySatisfy(verdict -> assertThat(verdict.operation() + " " + verdict.action())
                        .isEqualTo("SaslAuthenticate iam-identity.user-apikey.login"));
    }

    private boolean writes(Entry entry) {
        var visit = new Visit(entry.ticket(), HERE, "test", "Produce");
        return scene.gatekeeper().may(visit, "messagehub.topic.write", Resource.topic("audit"), true);
    }

    @Test
    void theGatekeeperKnowsKeys() {
        var gatekeeper = scene.gatekeeper();
        var key = scene.account().members().get(0).key().reveal();
        var stranger = sandbox.newAccount(seed -> {});

        assertThat(gatekeeper.byKey("token", key, HERE).principal())
                .isEqualTo(scene.ada().iamId());
        assertThat(gatekeeper.byKey("token", stranger.ownerKey().reveal(), HERE).principal())
                .endsWith("@" + stranger.id().value());
        assertThatThrownBy(() -> gatekeeper.byKey("me", key, HERE)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> gatekeeper.byKey("token", "none", HERE)).isInstanceOf(Refusal.class);
        scene.owner()
                .send(
                        "PATCH",
                        ToyScene.INSTANCES + "/" + scene.guid(),
                        json("parameters", json("iam_token_only", true)).toString());
        assertThatThrownBy(() -> gatekeeper.byKey("token", key, HERE)).hasMessageContaining("iam_token_only");
    }
}
