// Room: sandbox / streams, tests. What the sandbox itself does about Event Streams, over HTTP and behind it.
package io.lanyard.sandbox.services.streams;

import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.delivery.DeliveryException;
import io.lanyard.sandbox.delivery.DeliveryException.Reason;
import io.lanyard.sandbox.delivery.TopicDoor.Message;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.ServiceCall;
import io.lanyard.sandbox.services.policy.PolicyGuard;
import io.lanyard.sandbox.services.resources.InstanceListeners;
import io.lanyard.sandbox.state.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With toy brokers. */
class EventStreamsRoomTest {
    private static Sandbox sandbox;
    private ToyScene scene;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        sandbox = ToyBrokers.sandbox(folder);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
        assertThat(ToyBrokers.MADE.values()).allMatch(toy -> toy.closed);
    }

    @BeforeEach
    void open() {
        scene = ToyScene.in(sandbox);
    }

    @Test
    void anInstanceThatCannotStartSaysWhy() {
        for (String trouble : List.of("no port", "no start")) {
            ToyBrokers.MADE.put(trouble, scene.toy());
            String broken = scene.made(trouble);
            var state = awaited(broken);
            ToyBrokers.MADE.remove(trouble);

            assertThat(text(state, "state")).isEqualTo("failed");
            var key = scene.owner().post("/v2/resource_keys", json("name", "k", "source", broken));
            assertThat(key.status()).isEqualTo(409);
            assertThat(key.text()).contains("failed to start");
        }
    }

    @Test
    void anInstanceThatIsMadeWhileItsWorldEndsGetsNoBroker(@TempDir Path folder) throws IOException {
        var refused = new AtomicReference<Throwable>();
        try (var ending = ToyBrokers.sandbox(folder)) {
            var late = ToyScene.in(ending);
            var account = late.account().state();
            var instance = EventStreams.instance(account, late.guid()).orElseThrow();
            account.world().onClose(() -> {
                ToyBrokers.MADE.remove(late.guid());
                refused.set(catchThrowable(() -> door(late).made(instance)));
            });
            scene = late;
        }

        assertThat(refused.get()).isInstanceOf(World.EndedException.class);
        assertThat(ToyBrokers.MADE).doesNotContainKey(scene.guid());
    }

    private static EventStreams door(ToyScene scene) {
        return (EventStreams)
                InstanceListeners.of(scene.account().state().world().directory())
                        .of(EventStreams.SERVICE)
                        .orElseThrow();
    }

    private Http.Answer awaited(String instance) {
        var answer = scene.owner().get(ToyScene.INSTANCES + "/" + instance);
        while (text(answer, "state").equals("provisioning")) {
            answer = scene.owner().get(ToyScene.INSTANCES + "/" + instance);
        }
        return answer;
    }

    @Test
    void aKeyTellsTheWay() {
        var key = scene.owner().post("/v2/resource_keys", json("name", "k", "source", scene.guid(), "role", "Manager"));

        var credentials = key.json().getAsJsonObject("credentials");
        assertThat(credentials.getAsJsonArray("kafka_brokers_sasl").toString()).isEqualTo("[\"127.0.0.1:9093\"]");
        assertThat(credentials.get("kafka_admin_url").getAsString())
                .isEqualTo(sandbox.url() + "/eventstreams/" + scene.guid());
        assertThat(credentials.get("password")).isEqualTo(credentials.get("apikey"));
    }

    @Test
    void theDoorDeliversAndSaysWhyNot() throws DeliveryException {
        var door = door(scene);
        String crn =
                "crn:v1:bluemix:public:messagehub:us-south:a/" + scene.account().id() + ":" + scene.guid() + "::";
        var message = List.of(new Message(Map.of("type", "audit"), "hello"));
        scene.toy().records.put("audit", new java.util.ArrayList<>());

        assertThat(reason(door, crn, "audit", message)).isEqualTo(Reason.DENIED);
        scene.makeWriter(scene.ada().iamId());
        door.send(call(), crn, "audit", message);

        assertThat(scene.toy().records.get("audit")).isEqualTo(message);
        assertThat(reason(door, crn, "none", message)).isEqualTo(Reason.NO_SUCH_PLACE);
        assertThat(reason(door, crn, "slow", message)).isEqualTo(Reason.UNANSWERED);
        assertThat(reason(door, crn.replace(scene.guid(), "none"), "audit", message))
                .isEqualTo(Reason.NO_SUCH_PLACE);
        scene.owner().delete(ToyScene.INSTANCES + "/" + scene.guid());
        assertThat(reason(door, crn, "audit", message)).isEqualTo(Reason.NO_SUCH_PLACE);
    }

    private Reason reason(EventStreams door, String crn, String topic, List<Message> messages) {
        try {
            door.send(call(), crn, topic, messages);
            throw new AssertionError("it was delivered");
        } catch (DeliveryException refused) {
            return refused.reason();
        }
    }

    private ServiceCall call() {
        var caller = Caller.of(scene.ada().iamId(), "Ada", scene.account().id().value(), "apikey");
        return new ServiceCall(caller, "tx", "deliver", new PolicyGuard((home, id) -> Optional.empty()), true);
    }
}
