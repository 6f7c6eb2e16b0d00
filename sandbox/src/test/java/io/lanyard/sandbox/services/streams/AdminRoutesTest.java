// Room: sandbox / streams, tests. The administration API, as far as the sandbox knows it without Kafka.
package io.lanyard.sandbox.services.streams;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static io.lanyard.sandbox.services.streams.ToyScene.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.delivery.TopicDoor.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics over HTTP, with toy brokers. */
class AdminRoutesTest {
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
    void topicsAreAdministered() {
        String topics = scene.admin("/topics");

        assertThat(scene.owner()
                        .post(topics, json("name", "t", "configs", json("retentionMs", 1)))
                        .status())
                .isEqualTo(202);
        assertThat(error(scene.owner().post(topics, json("name", "t")))).isEqualTo(42236);
        assertThat(error(scene.owner().post(topics, json("name", "x", "configs", 1))))
                .isEqualTo(40000);
        assertThat(error(scene.owner().post(topics, json("name", "x", "configs", array(json("name", "a"))))))
                .isEqualTo(40000);
        assertThat(error(scene.owner().post(topics, json("name", "x", "configs", json("a", array())))))
                .isEqualTo(40000);
        assertThat(scene.owner().get(topics + "?topic_filter=t").text()).contains("\"retentionMs\":1");
        assertThat(text(scene.owner().get(topics + "/t"), "cleanupPolicy")).isEqualTo("delete");
        assertThat(error(scene.owner().get(topics + "/none"))).isEqualTo(40403);
        scene.owner()
                .send(
                        "PATCH",
                        topics + "/t",
                        json(
                                        "new_total_partition_count",
                                        3,
                                        "configs",
                                        array(
                                                json("name", "segmentMs", "value", "5"),
                                                json("name", "retention.ms", "reset_to_default", true)))
                                .toString());
        scene.owner()
                .send(
                        "DELETE",
                        topics + "/t/records",
                        json("records_to_delete", array(json("partition", 0, "before_offset", 9)))
                                .toString());
        assertThat(scene.toy().records.get("t"))
                .extracting(Message::value)
                .containsExactly("set {segment.ms=5}, reset [retention.ms]", "partitions 3", "delete {0=9}");
        assertThat(scene.owner().delete(topics + "/t").status()).isEqualTo(202);
        assertThat(error(scene.owner().delete(topics + "/t"))).isEqualTo(40403);
        assertThat(scene.owner().get(scene.admin("/brokers")).text()).contains("9093");
        assertThat(text(scene.owner().get(scene.admin("/status")), "status")).isEqualTo("available");
        assertThat(error(scene.owner().get("/eventstreams/none/admin/status"))).isEqualTo(40400);
    }

    @Test
    void whatWouldHurtTheBrokerIsRefusedBeforeItIsAsked() {
        String topics = scene.admin("/topics");
        scene.owner().post(topics, json("name", "t"));

        assertThat(error(scene.owner().post(topics, json("name", "wide", "partitions", 1_001))))
                .isEqualTo(42237);
        assertThat(error(scene.owner()
                        .send(
                                "PATCH",
                                topics + "/t",
                                json("new_total_partition_count", 1_000_000).toString())))
                .isEqualTo(42237);
        assertThat(error(scene.owner().delete(topics + "/__consumer_offsets"))).isEqualTo(42217);
        assertThat(error(scene.owner()
                        .send(
                                "DELETE",
                                topics + "/t/records",
                                json("records_to_delete", array(json("partition", 2, "before_offset", 9)))
                                        .toString())))
                .isEqualTo(40403);
        assertThat(scene.toy().records).containsOnlyKeys("t");
        assertThat(scene.toy().records.get("t")).isEmpty();
    }

    @Test
    void aFilterThatWouldTakeForeverIsRefused() {
        String name = "a".repeat(200);
        scene.toy().records.put(name + "!", new ArrayList<>());
        scene.toy().records.put(name + "_b_c", new ArrayList<>());
        String topics = scene.admin("/topics") + "?topic_filter=";

        var refused = scene.owner().get(topics + "/a*a*a*a*a*b/");

        assertThat(error(refused)).isEqualTo(40000);
        assertThat(refused.text()).contains("'topic_filter' takes too long on a name of 201 characters");
        assertThat(scene.owner().get(topics + "*a".repeat(50) + "*z").text()).isEqualTo("[]");
        assertThat(scene.owner().get(topics + "a*b*c").text()).contains("_b_c").doesNotContain("!");
        assertThat(scene.owner().get(topics + "*b").text()).isEqualTo("[]");
    }

    @Test
    void whoMayIsAskedOfTheClusterAndThenOfTheTopic() {
        String topics = scene.admin("/topics");
        scene.owner().post(topics, json("name", "seen"));

        assertThat(error(scene.ada().get(topics))).isEqualTo(40329);
        assertThat(error(scene.ada().get(scene.admin("/status")))).isEqualTo(40331);
        scene.makeWriter(scene.ada().iamId());
        assertThat(scene.ada().get(topics).text()).contains("seen");
        assertThat(error(scene.ada().delete(topics + "/seen"))).isEqualTo(40329);
    }

    @Test
    void theApiTakesKeysToo() {
        String key = scene.account().ownerKey().reveal();
        String status = sandbox.url() + scene.admin("/status");

        assertThat(Http.send("GET", status, "", "Authorization", "Bearer " + key)
                        .status())
                .isEqualTo(200);
        assertThat(Http.send("GET", status, "", "Authorization", basic("token:" + key))
                        .status())
                .isEqualTo(200);
        assertThat(Http.send("GET", status, "", "X-Auth-Token", key).status()).isEqualTo(200);
        for (String wrong : List.of(basic("me:" + key), "Basic ???", "Digest x", "Bearer none")) {
            assertThat(error(Http.send("GET", status, "", "Authorization", wrong)))
                    .isEqualTo(40100);
        }
        assertThat(error(Http.send("GET", status, ""))).isEqualTo(40100);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
