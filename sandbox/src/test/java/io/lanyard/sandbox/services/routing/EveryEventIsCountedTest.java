// Room: sandbox / routing, tests. Load, and everything that can go wrong meanwhile.
package io.lanyard.sandbox.services.routing;

import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.services.routing.RoutingScene.ROUTES;
import static io.lanyard.sandbox.services.routing.RoutingScene.TARGETS;
import static io.lanyard.sandbox.services.routing.RoutingScene.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.delivery.DeliveryException.Reason;
import io.lanyard.sandbox.kernel.SystemEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Targets hang, break, lose their authorization, move and go, while more events come than anybody takes. */
class EveryEventIsCountedTest extends DeliveryScene {
    private static final int THREADS = 6;
    private static final int EACH = 6_000;

    private void leave(int count) {
        var account = scene.account().state();
        for (var i = 0; i < count; i++) {
            SystemEvent.leave(
                    account,
                    "iam-am.policy.delete",
                    "normal",
                    "one of many",
                    "load",
                    "crn:v1:bluemix:public:iam-am:global:a/" + account.id() + ":::",
                    "",
                    Map.of());
        }
    }

    @Test
    void whateverHappensToTargetsEachEventIsDeliveredOrCountedAsLost() throws Exception {
        var moving = scene.target(scene.bucket("one"));
        var failing = scene.target(scene.topic("sometimes"));
        var hanging = scene.target(scene.logs());
        scene.route(rule("*", moving, failing, hanging));
        var pool = Executors.newFixedThreadPool(THREADS);
        List<String> gone = new ArrayList<>();
        try {
            var stuck = places.hangs(RoutingScene.GUID);
            List<Future<?>> load = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(thread -> pool.submit(() -> leave(EACH)))
                    .toList();
            for (var round = 0; round < 4; round++) {
                places.breaks("sometimes", round % 2 == 0 ? Reason.NO_SUCH_PLACE : Reason.UNANSWERED);
                gone.add(comesAndGoes("short-" + round));
                places.mend("sometimes");
                move(moving, round % 2 == 0 ? "two" : "one");
            }
            for (var one : load) {
                one.get();
            }
            stuck.countDown();
        } finally {
            pool.shutdown();
        }
        assertThat(sandbox.flush()).isTrue();

        assertThat(List.of(moving, failing, hanging))
                .extracting(id -> sum(scene.flushed(id)))
                .as("all three have had the same events")
                .containsOnly(sum(scene.flushed(moving)));
        assertThat(sum(scene.flushed(moving))).isGreaterThan(THREADS * EACH);
        assertThat(scene.flushed(moving).get("delivered").getAsInt())
                .isEqualTo(
                        places.inBucket("one").size() + places.inBucket("two").size());
        assertThat(scene.flushed(failing).get("delivered").getAsInt())
                .isEqualTo(places.inTopics().size());
        assertThat(scene.flushed(hanging).get("delivered").getAsInt())
                .isEqualTo(places.inLogs().size());
        assertThat(scene.flushed(hanging)
                        .getAsJsonObject("dropped")
                        .get("queue_full")
                        .getAsInt())
                .isPositive();
        for (var round = 0; round < gone.size(); round++) {
            var one = scene.flushed(gone.get(round));
            assertThat(one.get("status").getAsString()).isEqualTo("deleted");
            assertThat(one.get("delivered").getAsInt()).isPositive();
            assertThat(one.get("delivered").getAsInt())
                    .isEqualTo(places.inBucket("short-" + round).size());
        }
    }

    /** A target is made, gets events, and goes while there are more. */
    private String comesAndGoes(String bucket) {
        var target = scene.target(scene.bucket(bucket));
        var route = scene.route(rule("*", target));
        leave(100);
        assertThat(scene.owner().delete(ROUTES + "/" + route).status()).isEqualTo(204);
        assertThat(scene.owner().delete(TARGETS + "/" + target).status()).isEqualTo(200);
        return target;
    }

    private void move(String target, String bucket) {
        var moved = scene.owner()
                .send(
                        "PUT",
                        TARGETS + "/" + target,
                        json(
                                        "name",
                                        bucket,
                                        "cos_endpoint",
                                        scene.bucket(bucket).get("cos_endpoint"))
                                .toString());
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    }

    private static long sum(JsonObject counts) {
        return counts.get("delivered").getAsLong()
                + counts.get("queued").getAsLong()
                + all(counts.getAsJsonObject("failed"))
                + all(counts.getAsJsonObject("dropped"));
    }

    private static long all(JsonObject byReason) {
        return byReason.entrySet().stream()
                .mapToLong(reason -> reason.getValue().getAsLong())
                .sum();
    }

    @Test
    void aDeletedTargetIsStillCounted() {
        var target = scene.target(scene.logs());
        var route = scene.route(rule("*", target));
        leave(3);
        scene.owner().delete(ROUTES + "/" + route);
        var before = scene.flushed(target);
        scene.owner().delete(TARGETS + "/" + target);

        var after = scene.flushed(target);

        assertThat(before.get("delivered").getAsInt()).isGreaterThanOrEqualTo(3);
        assertThat(after.get("status").getAsString()).isEqualTo("deleted");
        before.remove("status");
        after.remove("status");
        assertThat(after).isEqualTo(before);
    }
}
