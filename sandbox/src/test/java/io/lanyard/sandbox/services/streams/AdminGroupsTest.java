// Room: sandbox / streams, tests. Groups, quotas, the cluster and the REST producer.
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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What else the administration API knows, with toy brokers. */
class AdminGroupsTest {
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
    void groupsAreListedMovedAndDeleted() {
        var group = scene.admin("/consumergroups/g");

        assertThat(get("/consumergroups").text()).isEqualTo("[\"g\"]");
        assertThat(get("/consumergroups?group_filter=x*").text()).isEqualTo("[]");
        assertThat(get("/consumergroups/g").text())
                .isEqualTo(
                        "{\"group_id\":\"g\",\"state\":\"Stable\",\"members\":[{\"consumer_id\":\"m\",\"client_id\":\"c\","
                                + "\"host\":\"h\",\"assignments\":[{\"topic\":\"t\",\"partition\":0}]}],"
                                + "\"offsets\":[{\"topic\":\"t\",\"partition\":0,\"current_offset\":1,\"end_offset\":2}]}");
        assertThat(patch(group, json("mode", "earliest")).text())
                .isEqualTo("[{\"topic\":\"t\",\"partition\":0,\"offset\":0}]");
        assertThat(get("/consumergroups/g").text()).contains("\"current_offset\":1");
        patch(group, json("mode", "latest", "topic", "t", "execute", true));
        assertThat(get("/consumergroups/g").text()).contains("\"current_offset\":2");
        assertThat(patch(group, json("mode", "datetime", "value", "2026-06-01T12:00:00Z"))
                        .status())
                .isEqualTo(200);
        assertThat(error(patch(group, json("mode", "datetime", "value", "soon"))))
                .isEqualTo(40000);
        assertThat(error(patch(group, json("mode", "back")))).isEqualTo(40000);
        assertThat(scene.owner().delete(group).status()).isEqualTo(202);
        assertThat(error(scene.owner().delete(group))).isEqualTo(40469);
    }

    @Test
    void whoMayIsAskedOfTheGroup() {
        assertThat(error(scene.ada().get(scene.admin("/consumergroups/g")))).isEqualTo(40330);
        scene.makeWriter(scene.ada().iamId());
        assertThat(scene.ada().get(scene.admin("/consumergroups/g")).status()).isEqualTo(200);
        assertThat(error(scene.ada().delete(scene.admin("/consumergroups/g")))).isEqualTo(40330);
    }

    @Test
    void quotasAreSetForServiceIdsAndEverybodyElse() {
        String robot = scene.admin("/quotas/iam-ServiceId-1");

        assertThat(scene.owner().post(robot, json("producer_byte_rate", 1024)).status())
                .isEqualTo(201);
        assertThat(error(scene.owner().post(robot, json("producer_byte_rate", 1))))
                .isEqualTo(42200);
        assertThat(get("/quotas/iam-ServiceId-1").text()).isEqualTo("{\"producer_byte_rate\":1024}");
        assertThat(patch(robot, json("consumer_byte_rate", 2048)).status()).isEqualTo(202);
        scene.owner().post(scene.admin("/quotas/default"), json("consumer_byte_rate", 1));
        assertThat(get("/quotas").text())
                .contains("{\"data\":[{\"entity_name\":\"default\",\"consumer_byte_rate\":1},{\"entity_name\":\"iam-");
        assertThat(error(scene.owner().post(scene.admin("/quotas/ada"), json("consumer_byte_rate", 1))))
                .isEqualTo(42200);
        assertThat(error(patch(robot, json()))).isEqualTo(40000);
        assertThat(error(patch(robot, json("consumer_byte_rate", 0)))).isEqualTo(42200);
        assertThat(scene.owner().delete(robot).status()).isEqualTo(202);
        assertThat(error(scene.owner().delete(robot))).isEqualTo(40400);
        assertThat(error(patch(robot, json("consumer_byte_rate", 1)))).isEqualTo(40400);
        assertThat(error(get("/quotas/iam-ServiceId-1"))).isEqualTo(40400);
        scene.makeWriter(scene.ada().iamId());
        assertThat(error(scene.ada().post(robot, json("producer_byte_rate", 1))))
                .isEqualTo(40331);
    }

    @Test
    void theClusterIsOneBrokerAndNoMirror() {
        assertThat(get("/cluster").text()).startsWith("{\"id\":\"toys\",\"controller\":{\"id\":1,");
        assertThat(get("/brokers/1").text())
                .contains("{\"name\":\"num.io.threads\",\"value\":\"2\",\"is_sensitive\":false}")
                .contains("{\"name\":\"password\",\"is_sensitive\":true}")
                .contains("{\"name\":\"unset\",\"is_sensitive\":false}");
        assertThat(get("/brokers/1/configs?verbose=true").text())
                .contains("{\"name\":\"unset\",\"is_sensitive\":false,\"source\":\"DEFAULT_CONFIG\"}");
        assertThat(get("/brokers/1/configs?config_filter=num.*").text())
                .contains("num.io.threads")
                .doesNotContain("password");
        assertThat(error(get("/brokers/2"))).isEqualTo(40400);
        assertThat(error(get("/mirroring/active-topics"))).isEqualTo(40400);
        assertThat(error(get("/mirroring/topic-selection"))).isEqualTo(40400);
        assertThat(error(scene.owner().post(scene.admin("/mirroring/topic-selection"), json("includes", array()))))
                .isEqualTo(40400);
        assertThat(Http.send("GET", sandbox.url() + "/eventstreams/" + scene.guid() + "/alive", "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void listsAreFilteredAndPaged() {
        for (String name : List.of("a1", "a2", "b1")) {
            scene.toy().records.put(name, new java.util.ArrayList<>());
        }

        assertThat(names("?topic_filter=a*")).containsExactly("a1", "a2");
        assertThat(names("?topic_filter=a")).isEmpty();
        assertThat(names("?topic_filter=/%5Bab%5D1/")).containsExactly("a1", "b1");
        assertThat(error(get("/topics?topic_filter=/%5B/"))).isEqualTo(40000);
        var second = get("/topics?per_page=2&page=2");
        assertThat(second.text()).contains("b1").doesNotContain("a2");
        assertThat(second.header("X-Total-Count")).isEqualTo("3");
        assertThat(second.header("Link"))
                .contains("page=1&per_page=2>; rel=\"prev\"")
                .contains("rel=\"first\"")
                .doesNotContain("rel=\"next\"");
        assertThat(error(get("/topics?per_page=none"))).isEqualTo(40000);
    }

    @Test
    void aRecordWithoutItsDataIsRefusedInWords() {
        scene.toy().records.put("t", new java.util.ArrayList<>());
        String records = "/eventstreams/" + scene.guid() + "/v2/topics/t/records";
        for (String value : List.of(
                "{\"type\":\"text\"}",
                "{\"type\":\"json\"}",
                "{}",
                "{\"type\":\"binary\",\"data\":null}",
                "{\"type\":\"text\",\"data\":null}")) {
            var refused = scene.owner().send("POST", records, "{\"value\":" + value + "}");
            assertThat(error(refused)).isEqualTo(40000);
            assertThat(refused.text()).contains("Property missing: value.data.\"");
        }
        for (String data : List.of("[\"x\"]", "5", "{}")) {
            var refused = scene.owner().send("POST", records, "{\"value\":{\"type\":\"text\",\"data\":" + data + "}}");
            assertThat(error(refused)).isEqualTo(40000);
            assertThat(refused.text()).contains("'value.data' must be a string");
        }
        assertThat(error(scene.owner()
                        .send("POST", records, "{\"value\":{\"data\":\"x\"},\"key\":{\"type\":\"text\"}}")))
                .isEqualTo(40000);
        assertThat(scene.toy().records.get("t")).isEmpty();
        scene.owner().post(records, json("value", json("data", "")));
        assertThat(scene.toy().records.get("t")).containsExactly(new Message(Map.of("key", "none"), ""));
        assertThat(scene.owner().post(scene.admin("/topics"), json()).text())
                .contains("Property missing or empty: name. Property 'name'");
    }

    @Test
    void recordsAreProducedOverHttp() {
        scene.toy().records.put("t", new java.util.ArrayList<>());
        String records = "/eventstreams/" + scene.guid() + "/v2/topics/t/records";
        var text = json("type", "text", "data", "hello");

        var written = scene.owner()
                .post(
                        records,
                        json(
                                "key",
                                json("type", "binary", "data", "aw=="),
                                "value",
                                text,
                                "headers",
                                array(json("name", "colour", "value", "YmxhY2s="))));

        assertThat(written.text())
                .isEqualTo("{\"metadata\":{\"topic\":\"t\",\"partition\":0,\"offset\":0,\"timestamp\":1}}");
        scene.owner().post(records, json("value", json("type", "json", "data", json("a", 1))));
        assertThat(scene.toy().records.get("t"))
                .containsExactly(
                        new Message(Map.of("key", "k"), "hello"), new Message(Map.of("key", "none"), "{\"a\":1}"));
        assertThat(error(scene.owner().post(records, json("value", json("type", "avro", "data", "x")))))
                .isEqualTo(40000);
        assertThat(error(scene.owner().post(records, json("value", json("type", "binary", "data", "?")))))
                .isEqualTo(40000);
        assertThat(error(scene.owner().post(records.replace("/t/", "/none/"), json("value", text))))
                .isEqualTo(40403);
        assertThat(error(scene.ada().post(records, json("value", text)))).isEqualTo(40329);
        assertThat(error(scene.owner().post(records.replace("/t/", "/__consumer_offsets/"), json("value", text))))
                .isEqualTo(42217);
    }

    @Test
    void theIdOfACallIsTheClientsIfItNamesOne() {
        var answer = scene.owner().send("GET", scene.admin("/topics/none"), "", "X-Global-Transaction-Id", "mine");

        assertThat(text(answer, "incident_id")).isEqualTo("mine");
        assertThat(answer.header("X-Global-Transaction-Id")).isEqualTo("mine");
    }

    private Http.Answer get(String path) {
        return scene.owner().get(scene.admin(path));
    }

    private Http.Answer patch(String path, com.google.gson.JsonObject body) {
        return scene.owner().send("PATCH", path, body.toString());
    }

    private List<String> names(String query) {
        return com.google.gson.JsonParser.parseString(get("/topics" + query).text()).getAsJsonArray().asList().stream()
                .map(topic -> topic.getAsJsonObject().get("name").getAsString())
                .toList();
    }
}
