// Room: sandbox / routing, tests. Many events at once.
package io.lanyard.sandbox.services.routing;

import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.services.routing.RoutingScene.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.delivery.DeliveryException.Reason;
import io.lanyard.sandbox.kernel.SystemEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of events when there are more of them than a target takes at once. */
class LaneTest extends DeliveryScene {
    private static final int THREADS = 8;

    /** Leaves an event without a call: {@code t<thread>-<number>}. */
    private void leave(String cause) {
        var account = scene.account().state();
        SystemEvent.leave(
                account,
                "iam-am.policy.delete",
                "normal",
                "one of many",
                cause,
                "crn:v1:bluemix:public:iam-am:global:a/" + account.id() + ":::",
                "",
                Map.of());
    }

    private void onManyThreads(int each) throws ExecutionException, InterruptedException {
        onManyThreads(0, each);
    }

    private void onManyThreads(int first, int each) throws ExecutionException, InterruptedException {
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (var thread = 0; thread < THREADS; thread++) {
                var name = "t" + thread + "-";
                running.add(pool.submit(
                        () -> IntStream.range(first, first + each).forEach(number -> leave(name + number))));
            }
            for (var one : running) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    private static void assertEachOnceAndInOrder(List<String> causes, int each) {
        var ours = causes.stream().filter(cause -> cause.startsWith("t")).toList();
        assertThat(ours).hasSize(THREADS * each);
        assertThat(new HashSet<>(ours)).hasSize(THREADS * each);
        ours.stream()
                .collect(Collectors.groupingBy(cause -> cause.substring(0, cause.indexOf('-'))))
                .values()
                .forEach(ofOneThread -> assertThat(ofOneThread)
                        .isSortedAccordingTo(Comparator.comparingInt(
                                cause -> Integer.parseInt(cause.substring(cause.indexOf('-') + 1)))));
    }

    @Test
    void manyThreadsLoseNothingAndKeepTheirOrderAtEveryTarget() throws Exception {
        var bucket = scene.target(scene.bucket("audit"));
        var topic = scene.target(scene.topic("audit"));
        var logs = scene.target(scene.logs());
        scene.route(rule("*", bucket, topic, logs));

        onManyThreads(2_000);

        for (var target : List.of(bucket, topic, logs)) {
            var counts = scene.flushed(target);
            assertThat(counts.get("dropped")).isEqualTo(json());
            assertThat(counts.get("failed")).isEqualTo(json());
        }
        assertEachOnceAndInOrder(causes(places.inBucket("audit")), 2_000);
        assertEachOnceAndInOrder(causes(places.inTopics()), 2_000);
        assertEachOnceAndInOrder(causes(places.inLogs()), 2_000);
        assertThat(places.objects.size()).isLessThan(200);
    }

    private static List<String> causes(List<com.google.gson.JsonObject> events) {
        return events.stream()
                .map(event -> event.get("correlationId").getAsString())
                .toList();
    }

    @Test
    void aTargetThatHangsDropsWhatItHasNoRoomForAndCountsIt() throws Exception {
        var topic = scene.target(scene.topic("stuck"));
        var logs = scene.target(scene.logs());
        scene.route(rule("*", topic, logs));
        var latch = places.hangs("stuck");

        var seen = RoutingPart.of(scene.account().state()).lane(logs).orElseThrow();
        // In waves, as these events come without calls that give way: a slow machine must not fill the other lane as
        // well.
        for (var wave = 0; wave < 4; wave++) {
            onManyThreads(wave * 700, 700);
            assertThat(seen.flush(RoutingPart.FLUSH)).isTrue();
        }
        latch.countDown();
        var counts = scene.flushed(topic);

        var dropped = counts.getAsJsonObject("dropped").get("queue_full").getAsLong();
        assertThat(dropped).isPositive();
        assertThat(causes(places.inTopics()).stream().filter(cause -> cause.startsWith("t")))
                .hasSize((int) (THREADS * 2_800 - dropped));
        assertEachOnceAndInOrder(causes(places.inLogs()), 2_800);
    }

    @Test
    void aBrokenTargetTakesNothingFromOthersUnderLoad() throws Exception {
        var bucket = scene.target(scene.bucket("audit"));
        var topic = scene.target(scene.topic("gone"));
        scene.route(rule("*", bucket, topic));
        places.breaks("gone", Reason.NO_SUCH_PLACE);

        onManyThreads(500);
        var counts = scene.flushed(topic);

        assertThat(counts.getAsJsonObject("failed").get("no_such_place").getAsLong())
                .isGreaterThanOrEqualTo(THREADS * 500);
        assertThat(counts.get("status").getAsString()).isEqualTo("failed");
        assertEachOnceAndInOrder(causes(places.inBucket("audit")), 500);
    }

    @Test
    void anErrorOfTheJvmCostsItsEventsAndNoMore() {
        var logs = scene.target(scene.logs());
        scene.route(rule("*", logs));
        places.tells(() -> {
            throw new NoClassDefFoundError("a class that a door needs");
        });
        leave("t0-0");
        var failed = scene.flushed(logs).getAsJsonObject("failed").get("error").getAsLong();

        places.tells(() -> {});
        leave("t0-1");
        var counts = scene.flushed(logs);

        assertThat(failed).isPositive();
        assertThat(counts.getAsJsonObject("failed").get("error").getAsLong()).isEqualTo(failed);
        assertThat(causes(places.inLogs())).contains("t0-1").doesNotContain("t0-0");
    }

    @Test
    void whatADeliveryCausesIsNotRoutedAgain() {
        var logs = scene.target(scene.logs());
        scene.route(rule("*", logs));
        places.tells(() -> leave("caused"));

        leave("t0-0");
        scene.flushed(logs);
        var counts = scene.flushed(logs);

        assertThat(causes(places.inLogs())).contains("t0-0").doesNotContain("caused");
        assertThat(sandbox.events(scene.account().id()))
                .anyMatch(event -> event.correlationId().equals("caused"));
        assertThat(counts.get("queued").getAsLong()).isZero();
    }
}
