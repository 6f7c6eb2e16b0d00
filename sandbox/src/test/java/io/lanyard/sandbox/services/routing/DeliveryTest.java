// Room: sandbox / routing, tests.
package io.lanyard.sandbox.services.routing;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.services.routing.RoutingScene.ROUTES;
import static io.lanyard.sandbox.services.routing.RoutingScene.SENDER;
import static io.lanyard.sandbox.services.routing.RoutingScene.TARGETS;
import static io.lanyard.sandbox.services.routing.RoutingScene.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** From a call to the places that its event is sent to. */
class DeliveryTest extends DeliveryScene {

    @Test
    void oneEventArrivesInABucketATopicAndALogWithTheSameBytes() {
        var bucket = scene.target(scene.bucket("audit"));
        var topic = scene.target(scene.topic("audit"));
        var logs = scene.target(scene.logs());
        scene.route(rule("*", bucket, topic, logs));
        sandbox.clock().freeze();
        sandbox.clock().set(Instant.parse("2026-03-04T05:06:07Z"));
        act("one");

        scene.flushed(logs);

        assertThat(transactions(places.inBucket("audit"))).containsExactly("tx-one");
        assertThat(transactions(places.inTopics())).containsExactly("tx-one");
        assertThat(transactions(places.inLogs())).containsExactly("tx-one");
        var line = places.lines.get(places.lines.size() - 1);
        var message = places.messages.get(places.messages.size() - 1);
        assertThat(line.text()).isEqualTo(message.value());
        assertThat(line.application()).isEqualTo("ibm-audit-event");
        assertThat(line.subsystem()).isEqualTo("iam-identity");
        assertThat(line.severity()).isEqualTo(3);
        assertThat(line.at()).isEqualTo("2026-03-04T05:06:07Z");
        assertThat(message.headers())
                .containsEntry("type", "audit")
                .containsEntry("account", scene.id())
                .containsEntry("region", "us-south")
                .containsEntry("location", "global");
        var told = Http.get(sandbox.url() + "/sandbox/v1/events?correlation_id=tx-one")
                .json()
                .getAsJsonArray("events");
        assertThat(told).containsExactly(places.inLogs().get(places.inLogs().size() - 1));
        assertThat(told.get(0).getAsJsonObject().get("logSourceCRN").getAsString())
                .isEqualTo("crn:v1:bluemix:public:iam-identity:global:a/" + scene.id() + ":::");
        assertThat(places.objects.keySet())
                .anySatisfy(key -> assertThat(key)
                        .matches("audit/" + scene.id() + "/us-south/2026-03-04T05/2026-03-04T05:06\\+01_"
                                + "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\.log"));
    }

    @Test
    void eachMinuteOfSandboxTimeHasObjectsOfItsOwn() {
        var bucket = scene.target(scene.bucket("audit"));
        scene.route(rule("*", bucket));
        sandbox.clock().freeze();
        sandbox.clock().set(Instant.parse("2026-03-04T05:06:07Z"));
        act("one");
        act("two");
        sandbox.clock().advance(Duration.ofDays(30));
        act("three");
        scene.flushed(bucket);
        act("four");
        scene.flushed(bucket);

        assertThat(transactions(places.inBucket("audit"))).containsExactly("tx-one", "tx-two", "tx-three", "tx-four");
        assertThat(places.objects.keySet())
                .anyMatch(key -> key.contains("/2026-03-04T05/2026-03-04T05:06+01_"))
                .anyMatch(key -> key.contains("/2026-04-03T05/2026-04-03T05:06+01_"))
                .anyMatch(key -> key.contains("/2026-04-03T05/2026-04-03T05:06+02_"));
    }

    @Test
    void everyRouteIsAskedAndInEachTheFirstRuleDecides() {
        var bucket = scene.target(scene.bucket("audit"));
        var logs = scene.target(scene.logs());
        scene.route(rule("eu-de", bucket), rule("global"), rule("*", bucket));
        scene.route(rule("global", logs), rule("*", bucket));
        scene.route(rule("*", logs));
        act("one");
        scene.flushed(logs);

        assertThat(transactions(places.inBucket("audit"))).isEmpty();
        assertThat(transactions(places.inLogs())).containsExactly("tx-one");
    }

    @Test
    void whatNoRuleTakesGoesToTheDefaultTargets() {
        var bucket = scene.target(scene.bucket("audit"));
        var logs = scene.target(scene.logs());
        var route = scene.route(rule("eu", bucket));
        scene.settings("default_targets", array(logs));
        act("one");
        owner.send(
                "PUT",
                ROUTES + "/" + route,
                json("name", "drop", "rules", array(rule("global"))).toString());
        act("two");
        owner.delete(ROUTES + "/" + route);
        scene.settings();
        act("three");
        scene.flushed(logs);

        assertThat(transactions(places.inBucket("audit"))).isEmpty();
        assertThat(transactions(places.inLogs())).containsExactly("tx-one");
    }

    @Test
    void eventsOfARegistryAreOfItsRegion() {
        var bucket = scene.target(scene.bucket("audit"));
        var logs = scene.target(scene.logs());
        scene.route(rule("us-south", logs));
        scene.route(rule("eu", bucket));
        var account = new String[] {"Account", scene.id(), "Transaction-Id", "tx-south"};
        owner.send("PUT", sandbox.registryUrl("us-south") + "/api/v1/namespaces/routed", "", account);
        account[3] = "tx-gb";
        owner.send("PUT", sandbox.registryUrl("eu-gb") + "/api/v1/namespaces/routed", "", account);
        act("global");
        scene.flushed(logs);

        assertThat(transactions(places.inLogs())).containsExactly("tx-south");
        assertThat(transactions(places.inBucket("audit"))).containsExactly("tx-gb");
    }

    @Test
    void accountsOfOthersAreDeliveredToByTheirAuthorization() {
        var other = sandbox.newAccount(seed -> {});
        var theirs = new RoutingScene(other, Actor.owner(sandbox, other));
        var body = theirs.logs();
        var refused = owner.post(TARGETS, body);
        theirs.authorize("logs", SENDER, scene.id());
        var logs = scene.target(body);
        scene.route(rule("*", logs));
        act("across");
        scene.flushed(logs);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(transactions(places.inLogs())).containsExactly("tx-across");
        assertThat(places.inLogs().get(0).get("logSourceCRN").getAsString()).contains("a/" + scene.id());
    }

    @Test
    void worldsBesideEachOtherAreApartAndEndWithTheirSandbox() {
        var logs = scene.target(scene.logs());
        scene.route(rule("*", logs));
        try (var beside = sandbox.beside(OptionalLong.empty(), seed -> {})) {
            var theirs = new RoutingScene(beside.account(), Actor.owner(beside, beside.account()));
            theirs.owner()
                    .post(
                            "/v1/serviceids",
                            json("account_id", theirs.id(), "name", "x"),
                            "Transaction-Id",
                            "tx-beside");
            assertThat(beside.flush()).isTrue();
        }
        act("here");
        scene.flushed(logs);

        assertThat(transactions(places.inLogs())).containsExactly("tx-here");
    }
}
