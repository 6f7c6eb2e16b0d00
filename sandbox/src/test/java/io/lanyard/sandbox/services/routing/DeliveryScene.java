// Room: sandbox / routing, tests. Targets of all kinds, and what arrives there.
package io.lanyard.sandbox.services.routing;

import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.services.routing.RoutingScene.OBJECT_WRITER;
import static io.lanyard.sandbox.services.routing.RoutingScene.SENDER;
import static io.lanyard.sandbox.services.routing.RoutingScene.WRITER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Sandbox;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An account that may deliver to buckets, topics and logs that a test looks into. */
abstract class DeliveryScene {
    Places places;
    Sandbox sandbox;
    RoutingScene scene;
    Actor owner;

    @BeforeEach
    void open() {
        places = new Places();
        sandbox = places.sandbox();
        owner = Actor.owner(sandbox, sandbox.account());
        scene = new RoutingScene(sandbox.account(), owner);
        scene.authorize("cloud-object-storage", OBJECT_WRITER);
        scene.authorize("messagehub", WRITER);
        scene.authorize("logs", SENDER);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** Leaves one event of IAM, which is global. */
    void act(String name) {
        var made = owner.post(
                "/v1/serviceids", json("account_id", scene.id(), "name", name), "Transaction-Id", "tx-" + name);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    static List<String> transactions(List<JsonObject> events) {
        return events.stream()
                .map(event -> event.get("correlationId").getAsString())
                .filter(id -> id.startsWith("tx-"))
                .toList();
    }
}
