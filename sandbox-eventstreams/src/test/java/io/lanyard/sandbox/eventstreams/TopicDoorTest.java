// Room: sandbox-eventstreams, tests. How other services write to a topic.
package io.lanyard.sandbox.eventstreams;

import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.RoleId.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.delivery.DeliveryException;
import io.lanyard.sandbox.delivery.DeliveryException.Reason;
import io.lanyard.sandbox.delivery.TopicDoor.Message;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.ServiceCall;
import io.lanyard.sandbox.services.policy.PolicyGuard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Deliveries into topics. */
class TopicDoorTest {
    private static Sandbox sandbox;
    private static StreamScene scene;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        scene = StreamScene.in(sandbox, sandbox.account());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void deliversWithHeadersOnceItMay() throws Throwable {
        scene.managers().createTopic("audit");
        var messages = IntStream.range(0, 500)
                .mapToObj(i -> new Message(Map.of("type", "audit"), "event " + i))
                .toList();

        var tracker = scene.robot("tracker");
        refused(tracker, Reason.DENIED, "audit", messages);
        scene.allow(tracker, WRITER, scene.topic("audit"));
        refused(tracker, Reason.DENIED, "audit", messages);
        scene.allow(tracker, READER, scene.cluster());
        scene.door().send(by(tracker), scene.crn().value(), "audit", messages);

        var read = scene.managers().read("audit", 500);
        assertThat(read).hasSize(500);
        assertThat(read.get(499).value()).isEqualTo("event 499");
        assertThat(new String(
                        read.get(0).headers().lastHeader("type").value(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("audit");
    }

    @Test
    void aRecordThatIsTooLargeIsTheOnlyOneThatIsLost() throws Throwable {
        scene.managers().createTopic("narrow");
        var tracker = scene.robot("talkative");
        scene.allow(tracker, WRITER, scene.whole());
        var messages = List.of(
                new Message(Map.of(), "before"),
                new Message(Map.of(), "x".repeat(2 << 20)),
                new Message(Map.of(), "after"));

        assertThatThrownBy(() -> scene.door().send(by(tracker), scene.crn().value(), "narrow", messages))
                .isInstanceOfSatisfying(DeliveryException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.REJECTED);
                    assertThat(e.arrived()).isEqualTo(2);
                });

        assertThat(scene.managers().read("narrow", 2))
                .extracting(record -> record.value())
                .containsExactly("before", "after");
    }

    @Test
    void saysWhatIsNotThere() {
        var lost = scene.robot("lost");
        scene.allow(lost, WRITER, scene.whole());

        refused(lost, Reason.NO_SUCH_PLACE, "nowhere", List.of(new Message(Map.of(), "x")));
        assertThatThrownBy(() -> scene.door()
                        .send(
                                by(lost),
                                scene.crn().value().replace(scene.instance().guid(), "none"),
                                "t",
                                List.of()))
                .isInstanceOfSatisfying(
                        DeliveryException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_SUCH_PLACE));
    }

    private static void refused(StreamScene.Robot who, Reason reason, String topic, List<Message> messages) {
        assertThatThrownBy(() -> scene.door().send(by(who), scene.crn().value(), topic, messages))
                .isInstanceOfSatisfying(
                        DeliveryException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static ServiceCall by(StreamScene.Robot robot) {
        return by(scene, robot.iamId().value());
    }

    static ServiceCall by(StreamScene place, String iamId) {
        var caller = Caller.of(iamId, "tracker", place.account().id().value(), "apikey-serviceid");
        return new ServiceCall(caller, "tx", "deliver", new PolicyGuard((home, guid) -> Optional.empty()), true);
    }
}
