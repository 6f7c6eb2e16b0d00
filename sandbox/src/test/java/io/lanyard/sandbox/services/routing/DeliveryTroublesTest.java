// Room: sandbox / routing, tests. Places that take no events, and what is told of it.
package io.lanyard.sandbox.services.routing;

import static io.lanyard.sandbox.services.routing.RoutingScene.SENDER;
import static io.lanyard.sandbox.services.routing.RoutingScene.TARGETS;
import static io.lanyard.sandbox.services.routing.RoutingScene.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.delivery.DeliveryException.Reason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What becomes of events when a place refuses, hangs, breaks, or ends. */
class DeliveryTroublesTest extends DeliveryScene {

    @Test
    void withoutItsAuthorizationATargetGetsNothingSaysWhyAndRecovers() {
        var logs = scene.target(scene.logs());
        var bucket = scene.target(scene.bucket("audit"));
        scene.route(rule("*", logs, bucket));
        act("before");
        scene.flushed(logs);
        var policies = owner.get("/v1/policies?type=authorization&account_id=" + scene.id())
                .json()
                .getAsJsonArray("policies");
        for (var policy : policies) {
            if (policy.toString().contains("\"logs\"")) {
                owner.delete(
                        "/v1/policies/" + policy.getAsJsonObject().get("id").getAsString());
            }
        }
        act("meanwhile");
        var counts = scene.flushed(logs);
        var failed = owner.get(TARGETS + "/" + logs).json().getAsJsonObject("write_status");
        scene.flushed(logs);
        var decision = counts.getAsJsonObject("last_failure").get("decision").getAsString();
        scene.authorize("logs", SENDER);
        act("after");
        scene.flushed(logs);

        assertThat(counts.get("status").getAsString()).isEqualTo("failed");
        assertThat(counts.getAsJsonObject("failed").get("denied").getAsLong()).isPositive();
        assertThat(Http.get(sandbox.url() + decision).text())
                .contains("logs.data-ingress.send")
                .contains("Deny");
        assertThat(failed.get("status").getAsString()).isEqualTo("failed");
        assertThat(failed.get("reason_for_last_failure").getAsString())
                .isEqualTo("The service could not write to the IBM Cloud Logs instance that is configured."
                        + " The action logs.data-ingress.send is not permitted.");
        assertThat(Instant.parse(failed.get("last_failure").getAsString()))
                .isBeforeOrEqualTo(sandbox.clock().now());
        assertThat(transactions(places.inLogs())).containsExactly("tx-before", "tx-after");
        assertThat(transactions(places.inBucket("audit"))).containsExactly("tx-before", "tx-meanwhile", "tx-after");
        assertThat(owner.get(TARGETS + "/" + logs)
                        .json()
                        .getAsJsonObject("write_status")
                        .get("status")
                        .getAsString())
                .isEqualTo("success");
    }

    @Test
    void aTargetThatHangsHoldsUpNeitherCallersNorOtherTargets() {
        var topic = scene.target(scene.topic("slow"));
        var logs = scene.target(scene.logs());
        scene.route(rule("*", topic, logs));
        var latch = places.hangs("slow");
        for (var i = 0; i < 20; i++) {
            act("n" + i);
        }

        assertThat(RoutingPart.of(scene.account().state())
                        .lane(logs)
                        .orElseThrow()
                        .flush(Duration.ofSeconds(20)))
                .isTrue();
        assertThat(transactions(places.inLogs())).hasSize(20);
        assertThat(transactions(places.inTopics())).isEmpty();
        latch.countDown();
        scene.flushed(topic);
        assertThat(transactions(places.inTopics())).hasSize(20);
    }

    @Test
    void aBrokerThatIsStartingIsWaitedFor() {
        var topic = scene.target(scene.topic("audit"));
        scene.route(rule("*", topic));
        places.breaks("audit", Reason.UNAVAILABLE);
        act("early");
        places.mend("audit");
        var counts = scene.flushed(topic);

        assertThat(transactions(places.inTopics())).containsExactly("tx-early");
        assertThat(counts.getAsJsonObject("failed").size()).isZero();
    }

    @Test
    void aDoorThatBreaksDownIsCountedAndForgiven() {
        var bucket = scene.target(scene.bucket("audit"));
        scene.route(rule("*", bucket));
        places.breaks("audit", Reason.NO_SUCH_PLACE);
        act("lost");
        var counts = scene.flushed(bucket);
        places.mend("audit");
        act("kept");
        var after = scene.flushed(bucket);

        assertThat(counts.getAsJsonObject("failed").get("no_such_place").getAsLong())
                .isPositive();
        assertThat(after.get("status").getAsString()).isEqualTo("success");
        assertThat(after.get("delivered").getAsLong()).isPositive();
        assertThat(transactions(places.inBucket("audit"))).containsExactly("tx-kept");
    }

    @Test
    void whatWaitsWhenTheSandboxEndsIsStillDelivered() {
        var bucket = scene.target(scene.bucket("audit"));
        scene.route(rule("*", bucket));
        act("last");
        sandbox.close();

        assertThat(transactions(places.inBucket("audit"))).containsExactly("tx-last");
    }

    @Test
    void countsAreShownWithoutFlushing() {
        var logs = scene.target(scene.logs());
        scene.route(rule("*", logs));
        act("one");
        assertThat(sandbox.flush()).isTrue();

        var shown = Http.get(sandbox.url() + "/sandbox/v1/routing?account_id=" + scene.id())
                .json()
                .getAsJsonArray("targets")
                .get(0)
                .getAsJsonObject();

        assertThat(shown.get("delivered").getAsLong()).isPositive();
        assertThat(shown.get("queued").getAsLong()).isZero();
        assertThat(shown.get("name").getAsString()).isEqualTo("to logs");
        assertThat(Http.get(sandbox.url() + "/sandbox/v1/routing", "Origin", "http://evil.example")
                        .status())
                .isEqualTo(403);
    }
}
