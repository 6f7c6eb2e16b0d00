// Room: sandbox-eventstreams, tests. Topics over HTTP.
package io.lanyard.sandbox.eventstreams;

import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.RoleId.WRITER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.lanyard.core.Secret;
import io.lanyard.identity.IdentityClient;
import io.lanyard.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The administration API. */
class AdminApiTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Sandbox sandbox;
    private static StreamScene scene;
    private static Secret key;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        scene = StreamScene.in(sandbox, sandbox.account());
        key = scene.manager().apikey().orElseThrow();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    /** What was accepted is seen a moment later: the broker hears it from its controller. */
    private static JsonObject topicOnce(Predicate<JsonObject> seen) throws Exception {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        var topic = json(send("GET", "/topics/t", ""));
        while (!seen.test(topic) && System.nanoTime() < end) {
            topic = json(send("GET", "/topics/t", ""));
        }
        return topic;
    }

    private static long number(JsonObject topic, String field) {
        return topic.has(field) ? topic.get(field).getAsLong() : -1;
    }

    @Test
    void aTopicLivesFromCreationToDeletion() throws Exception {
        assertThat(send(
                                "POST",
                                "/topics",
                                "{\"name\":\"t\",\"partitions\":2,\"configs\":{\"retentionMs\":86400000,\"cleanupPolicy\":\"delete\"}}")
                        .statusCode())
                .isEqualTo(202);
        var made = topicOnce(topic -> number(topic, "retentionMs") == 86_400_000);
        assertThat(made.get("partitions").getAsInt()).isEqualTo(2);
        assertThat(made.get("retentionMs").getAsLong()).isEqualTo(86_400_000);
        assertThat(made.getAsJsonObject("configs").get("retention.ms").getAsString())
                .isEqualTo("86400000");

        var change =
                "{\"new_total_partition_count\":3,\"configs\":[{\"name\":\"retention.ms\",\"reset_to_default\":true},{\"name\":\"cleanupPolicy\",\"value\":\"compact\"}]}";
        assertThat(send("PATCH", "/topics/t", change).statusCode()).isEqualTo(202);
        var changed =
                topicOnce(topic -> number(topic, "partitions") == 3 && number(topic, "retentionMs") == 604_800_000);
        assertThat(changed.get("partitions").getAsInt()).isEqualTo(3);
        assertThat(changed.get("cleanupPolicy").getAsString()).isEqualTo("compact");
        assertThat(changed.get("retentionMs").getAsLong()).isEqualTo(604_800_000);

        assertThat(send("DELETE", "/topics/t", "").statusCode()).isEqualTo(202);
        assertThat(topicOnce(topic -> topic.has("error_code")).get("error_code").getAsInt())
                .isEqualTo(40403);
        assertThat(sandbox.events(scene.account().id()))
                .extracting(event -> event.action() + " " + event.outcome())
                .contains(
                        "event-streams.topic.create success",
                        "event-streams.topic.update success",
                        "event-streams.topic.delete success");
    }

    @Test
    void recordsAreDeletedAndTheBrokerIsTold() throws Throwable {
        send("POST", "/topics", "{\"name\":\"r\",\"configs\":[{\"name\":\"retention.ms\",\"value\":\"3600000\"}]}");
        scene.managers().produce("r", "first");
        scene.managers().produce("r", "second");

        assertThat(send(
                                "DELETE",
                                "/topics/r/records",
                                "{\"records_to_delete\":[{\"partition\":0,\"before_offset\":1}]}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(scene.managers().read("r", 1))
                .singleElement()
                .satisfies(left -> assertThat(left.value()).isEqualTo("second"));
        var broker = JsonParser.parseString(send("GET", "/brokers", "").body())
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject();
        assertThat(scene.brokers()).isEqualTo(broker.get("host").getAsString() + ":" + broker.get("port"));
        assertThat(json(send("GET", "/status", "")).get("status").getAsString()).isEqualTo("available");
    }

    @Test
    void aGroupIsSeenMovedAndDeleted() throws Throwable {
        scene.managers().createTopic("moved");
        scene.managers().produce("moved", "first");
        scene.managers().produce("moved", "second");
        scene.managers().readAs("movers", "moved", 2);

        var group = json(send("GET", "/consumergroups/movers", ""));
        assertThat(group.get("state").getAsString()).isEqualTo("Empty");
        assertThat(group.get("offsets").toString())
                .isEqualTo("[{\"topic\":\"moved\",\"partition\":0,\"current_offset\":2,\"end_offset\":2}]");
        var moved = "[{\"topic\":\"moved\",\"partition\":0,\"offset\":0}]";
        assertThat(send("PATCH", "/consumergroups/movers", "{\"mode\":\"earliest\",\"execute\":true}")
                        .body())
                .isEqualTo(moved);
        assertThat(send("PATCH", "/consumergroups/movers", "{\"mode\":\"datetime\",\"value\":\"2001-01-01T00:00:00Z\"}")
                        .body())
                .isEqualTo(moved);
        assertThat(scene.managers().readAs("movers", "moved", 2)).hasSize(2);
        assertThat(send("GET", "/consumergroups?group_filter=mov*", "").body()).isEqualTo("[\"movers\"]");
        assertThat(send("DELETE", "/consumergroups/movers", "").statusCode()).isEqualTo(202);
        assertThat(code(send("GET", "/consumergroups/movers", ""))).isEqualTo(40469);
    }

    @Test
    void quotasAreKafkas() throws Throwable {
        var robot = scene.robot("slow").iamId().value();

        send("POST", "/quotas/default", "{\"consumer_byte_rate\":100000000}");
        assertThat(send("POST", "/quotas/" + robot, "{\"producer_byte_rate\":1024}")
                        .statusCode())
                .isEqualTo(201);
        send("PATCH", "/quotas/" + robot, "{\"consumer_byte_rate\":2048}");
        assertThat(send("GET", "/quotas", "").body())
                .isEqualTo(
                        "{\"data\":[{\"entity_name\":\"default\",\"consumer_byte_rate\":100000000},{\"entity_name\":\""
                                + robot + "\",\"producer_byte_rate\":1024,\"consumer_byte_rate\":2048}]}");
        send("DELETE", "/quotas/default", "");
        assertThat(send("DELETE", "/quotas/" + robot, "").statusCode()).isEqualTo(202);
        assertThat(send("GET", "/quotas", "").body()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void theClusterIsShownWithoutItsSecrets() throws Exception {
        assertThat(json(send("GET", "/cluster", "")).get("id").getAsString()).isNotEmpty();
        var configs = send("GET", "/brokers/1/configs", "").body();
        assertThat(configs).contains("{\"name\":\"num.io.threads\",\"value\":\"2\",\"is_sensitive\":false}");
        assertThat(configs)
                .contains("{\"name\":\"broker.rack\",\"is_sensitive\":false}")
                .doesNotContain("PlainLoginModule");
    }

    @Test
    void theRestProducersRecordsAreRead() throws Throwable {
        scene.managers().createTopic("rest");
        var url = URI.create(scene.manager().kafkaHttpUrl().orElseThrow() + "/v2/topics/rest/records");

        var written = HTTP.send(
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + key.reveal())
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"key\":{\"type\":\"text\",\"data\":\"k\"},\"value\":{\"type\":\"text\","
                                                + "\"data\":\"hello\"},\"headers\":[{\"name\":\"colour\",\"value\":\"YmxhY2s=\"}]}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(written.statusCode()).isEqualTo(200);
        assertThat(scene.managers().read("rest", 1)).singleElement().satisfies(record -> {
            assertThat(record.key() + " " + record.value()).isEqualTo("k hello");
            assertThat(new String(record.headers().lastHeader("colour").value(), StandardCharsets.UTF_8))
                    .isEqualTo("black");
        });
    }

    @Test
    void refusalsHaveKafkasCodes() throws Exception {
        send("POST", "/topics", "{\"name\":\"twice\"}");

        assertThat(code(send("POST", "/topics", "{\"name\":\"twice\"}"))).isEqualTo(42236);
        assertThat(code(send("POST", "/topics", "{\"name\":\"no spaces\"}"))).isEqualTo(42217);
        assertThat(code(send("POST", "/topics", "{\"name\":\"x\",\"configs\":7}")))
                .isEqualTo(40000);
        assertThat(code(send("POST", "/topics", "{\"name\":\"x\",\"configs\":[{\"name\":\"retention.ms\"}]}")))
                .isEqualTo(40000);
        assertThat(code(send("POST", "/topics", "{\"name\":\"x\",\"configs\":{\"retentionMs\":[]}}")))
                .isEqualTo(40000);
        assertThat(code(send("POST", "/topics", "{\"name\":\"x\",\"configs\":{\"retentionMs\":\"soon\"}}")))
                .isEqualTo(42240);
        assertThat(code(send("DELETE", "/topics/never", ""))).isEqualTo(40403);
    }

    @Test
    void whoMayIsAskedOfTheClusterAndThenOfTheTopic() throws Exception {
        send("POST", "/topics", "{\"name\":\"seen\"}");
        send("POST", "/topics", "{\"name\":\"hidden\"}");
        var robot = scene.robot("half");
        assertThat(code(as("Bearer " + robot.key().reveal(), "GET", "/topics", "")))
                .isEqualTo(40329);

        scene.allow(robot, READER, scene.cluster());
        scene.allow(robot, WRITER, scene.topic("seen"));

        var listed = as("Bearer " + robot.key().reveal(), "GET", "/topics", "");
        assertThat(names(listed)).containsExactly("\"seen\"");
        assertThat(code(as("Bearer " + robot.key().reveal(), "DELETE", "/topics/seen", "")))
                .isEqualTo(40329);
        assertThat(names(as("Bearer " + robot.key().reveal(), "GET", "/topics?topic_filter=other", "")))
                .isEmpty();
    }

    @Test
    void aTokenAKeyAndUserTokenAreTheSamePerson() throws Exception {
        var token = new IdentityClient(scene.cloud()).tokens().exchange(key).accessToken();

        assertThat(as("Bearer " + token.reveal(), "GET", "/status", "").statusCode())
                .isEqualTo(200);
        assertThat(as("Bearer " + key.reveal(), "GET", "/status", "").statusCode())
                .isEqualTo(200);
        assertThat(as(basic("token:" + key.reveal()), "GET", "/status", "").statusCode())
                .isEqualTo(200);
        assertThat(HTTP.send(
                                request("GET", "/status", "")
                                        .header("X-Auth-Token", key.reveal())
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        for (String wrong : new String[] {basic("me:" + key.reveal()), "Basic ???", "Digest x", "Bearer no-such-key"}) {
            assertThat(code(as(wrong, "GET", "/status", ""))).isEqualTo(40100);
        }
        assertThat(code(HTTP.send(request("GET", "/status", "").build(), BodyHandlers.ofString())))
                .isEqualTo(40100);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return as("Bearer " + key.reveal(), method, path, body);
    }

    private static HttpResponse<String> as(String authorization, String method, String path, String body)
            throws IOException, InterruptedException {
        return HTTP.send(
                request(method, path, body)
                        .header("Authorization", authorization)
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(scene.manager().kafkaHttpUrl().orElseThrow() + "/admin" + path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    private static int code(HttpResponse<String> answer) {
        return json(answer).get("error_code").getAsInt();
    }

    private static java.util.List<String> names(HttpResponse<String> answer) {
        JsonArray topics = JsonParser.parseString(answer.body()).getAsJsonArray();
        return topics.asList().stream()
                .map(topic -> topic.getAsJsonObject().get("name").toString())
                .toList();
    }
}
