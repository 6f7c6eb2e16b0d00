// Room: sandbox / logs, tests. What ingestion takes, and what it refuses.
package io.lanyard.sandbox.services.logs;

import static io.lanyard.sandbox.services.logs.LogsScene.log;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.services.resources.ResourcePart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestionTest {
    private static Sandbox sandbox;
    private LogsScene scene;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void open() {
        scene = new LogsScene(sandbox);
    }

    @Test
    void aLogIsFoundAsSoonAsItWasTaken() {
        var words = log("Something happened");
        words.addProperty("severity", 4);
        words.addProperty("timestamp", sandbox.clock().now().toEpochMilli());
        // A second ago, whatever the fraction: a query's window ends now.
        words.addProperty("hiResTimestamp", sandbox.clock().now().getEpochSecond() - 1 + "123456789");
        words.addProperty("computerName", "m1");
        words.addProperty("category", "c");
        words.addProperty("className", "k");
        words.addProperty("methodName", "m");
        words.addProperty("threadId", "7");

        var sent = scene.send(scene.owner, words);

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.text()).isEqualTo("{}");
        var answer = scene.lucene("happened");
        assertThat(answer.header("Content-Type")).isEqualTo("text/event-stream");
        assertThat(answer.text())
                .startsWith(": success\ndata: {\"query_id\":{\"query_id\":\"")
                .endsWith("\n\n");
        var result = LogsScene.results(answer).get(0);
        assertThat(result.get("user_data").getAsString()).isEqualTo("{\"text\":\"Something happened\"}");
        assertThat(pairs(result, "labels"))
                .isEqualTo("applicationname=app subsystemname=sub computername=m1 category=c classname=k methodname=m"
                        + " threadid=7");
        assertThat(pairs(result, "metadata"))
                .matches("timestamp=[-0-9T:]+\\.123456Z severity=Warning logid=[-0-9a-f]{36}");
    }

    private static String pairs(JsonObject result, String name) {
        var text = new StringBuilder();
        for (var pair : result.getAsJsonArray(name)) {
            var entry = pair.getAsJsonObject();
            text.append(text.isEmpty() ? "" : " ")
                    .append(entry.get("key").getAsString())
                    .append('=')
                    .append(entry.get("value").getAsString());
        }
        return text.toString();
    }

    @Test
    void textThatIsAnObjectIsReadAsOne() {
        scene.send(scene.owner, log("{\"outcome\":\"failure\",\"reason\":{\"reasonCode\":403}}"), log("{not json"));

        assertThat(scene.found("reason.reasonCode.numeric:403", "outcome")).containsExactly("failure");
        assertThat(scene.found("text:json", "text")).containsExactly("{not json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '\0',
            value = {
                "{} → The body must be a JSON array of logs, even for a single one.",
                "[] → The array of logs is empty.",
                "[{] → The body is not valid JSON at $[0].: an array of logs is needed.",
                "[] x → The body is not valid JSON at $: an array of logs is needed.",
                "[{'applicationName':'a','text':{'v':NaN}}] → The body is not valid JSON at $[0].text.v: an array of logs is needed.",
                "[5] → Property '[0]' must be an object.",
                "[{'subsystemName':'s','text':'t'}] → Property '[0].applicationName' is missing.",
                "[{'applicationName':'a','text':'t'}] → Property '[0].subsystemName' is missing.",
                "[{'applicationName':'a','subsystemName':'s'}] → Property '[0].text' is missing.",
                "[{'applicationName':'a','subsystemName':'s','text':null}] → Property '[0].text' is missing.",
                "[{'applicationName':' ','subsystemName':'s','text':'t'}] → Property '[0].applicationName' must not be empty.",
                "[{'applicationName':1,'subsystemName':'s','text':'t'}] → Property '[0].applicationName' must be a string.",
                "[{'applicationName':'a','subsystemName':'s','text':5}] → Property '[0].text' must be a string or an object.",
                "[{'applicationName':'a','subsystemName':'s','text':'t','severity':7}] → Property '[0].severity' can be 1 (Debug)",
                "[{'applicationName':'a','subsystemName':'s','text':'t','severity':'Info'}] → Property '[0].severity' can be 1 (Debug)",
                "[{'applicationName':'a','subsystemName':'s','text':'t','timestamp':'x'}] → Property '[0].timestamp' must be a number: milliseconds",
                "[{'applicationName':'a','subsystemName':'s','text':'t','timestamp':-1}] → Property '[0].timestamp' is no time since 1970.",
                "[{'applicationName':'a','subsystemName':'s','text':'t','timestamp':1e300}] → Property '[0].timestamp' is no time since 1970.",
                "[{'applicationName':'a','subsystemName':'s','text':'t','timestamp':9999999999999999}] → Property '[0].timestamp' is no time that the calendar has",
                "[{'applicationName':'a','subsystemName':'s','text':'t','hiResTimestamp':5}] → Property '[0].hiResTimestamp' must be a string of digits",
                "[{'applicationName':'a','subsystemName':'s','text':'t','hiResTimestamp':'5.0'}] → Property '[0].hiResTimestamp' must be a string of digits",
                "[{'applicationName':'a','subsystemName':'s','text':'t','category':5}] → Property '[0].category' must be a string.",
                "[{'applicationName':'a','subsystemName':'s','text':'t','severty':5}] → Property '[0].severty' is unknown: did you mean 'severity'?",
                "[{'applicationName':'a','subsystemName':'s','text':'t'},{}] → Property '[1].applicationName' is missing."
            })
    void saysWhatIsWrong(String body, String sentence) {
        var refused = scene.owner.post(
                "/logs-ingress/" + scene.guid + "/logs/v1/singles", body.strip().replace('\'', '"'));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(Actor.code(refused)).isEqualTo("bad_request_or_unspecified");
        assertThat(Actor.error(refused).get("message").getAsString()).contains(sentence.strip());
        assertThat(scene.found("", "text")).isEmpty();
    }

    @Test
    void whatIsTooDeepIsRefused() {
        var body = "[{\"applicationName\":\"a\",\"subsystemName\":\"s\",\"text\":" + "{\"a\":".repeat(3_000) + "1"
                + "}".repeat(3_000) + "}]";

        var refused = scene.owner.post("/logs-ingress/" + scene.guid + "/logs/v1/singles", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("The body goes deeper than 255 levels.");
    }

    @Test
    void oddValuesAreTakenAsTheyAre() {
        scene.take(
                "{\"name\":\"empty\",\"o\":{},\"a\":[],\"t\":\"\",\"z\":null}",
                "{\"name\":\"large\",\"n\":123456789012345678901234567890,\"m\":1e999}",
                "{\"name\":\"twice\",\"x\":1,\"x\":2,\"\":3}",
                "{\"name\":\"words\",\"u\":\"Größe 日本語 😀\"}");
        var graded = log("graded");
        graded.addProperty("severity", 3.0);
        scene.send(scene.owner, graded, log(new JsonObject()), log(""));

        assertThat(scene.found("_exists_:o AND _exists_:t AND NOT _exists_:z AND NOT _exists_:a", "name"))
                .containsExactly("empty");
        assertThat(scene.found("n.numeric:>1e29 AND m.numeric:>1e308", "name")).containsExactly("large");
        assertThat(scene.found("x.numeric:2", "name")).containsExactly("twice");
        assertThat(scene.found("u:größe AND u:日本語 AND 😀", "name")).containsExactly("words");
        assertThat(scene.found("coralogix.metadata.severity:Info", "text")).containsExactly("graded");
        assertThat(LogsScene.results(scene.lucene("*"))).hasSize(7);
        var number = LogsScene.results(scene.ask("source logs | filter name == 'large' | choose n as $d.told"));
        assertThat(number.get(0).get("user_data").getAsString()).isEqualTo("{\"told\":123456789012345678901234567890}");
    }

    @Test
    void aRequestOfMoreThanTwoMegabytesIsRefused() {
        var many = new JsonArray();
        for (int i = 0; i < 100; i++) {
            many.add(log("x".repeat(21_500)));
        }

        var refused = scene.owner.post("/logs-ingress/" + scene.guid + "/logs/v1/singles", many);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(Actor.code(refused)).isEqualTo("resource_exhausted");
        assertThat(refused.text()).contains("no more than 2 MB");
    }

    @Test
    void logsThatAreTooLargeTooOldOrTooNewAreDroppedAndTold() {
        var old = log("old");
        old.addProperty(
                "timestamp", sandbox.clock().now().minus(Duration.ofHours(25)).toEpochMilli());
        var ahead = log("ahead");
        ahead.addProperty(
                "timestamp", sandbox.clock().now().plus(Duration.ofHours(5)).toEpochMilli());

        var sent = scene.send(scene.owner, log("x".repeat(33_000)), old, ahead, log("fine"));

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.json().get("message").getAsString())
                .isEqualTo(
                        "3 of 4 logs were dropped: 1 larger than 32768 bytes, 1 older than 24 hours, 1 more than 4 hours"
                                + " ahead.");
        assertThat(scene.found("", "text")).containsExactly("fine");
    }

    @Test
    void namesCountToTheSizeOfALog() {
        var named = log("x");
        named.addProperty("applicationName", "a".repeat(100_000));
        var classed = log("x");
        classed.addProperty("className", "ä".repeat(16_384));
        var fits = log("x");
        fits.addProperty("subsystemName", "s".repeat(32_000));

        var sent = scene.send(scene.owner, named, classed, fits);

        assertThat(sent.json().get("message").getAsString())
                .isEqualTo("2 of 3 logs were dropped: 2 larger than 32768 bytes.");
        assertThat(LogsScene.results(scene.lucene("*"))).hasSize(1);
    }

    private Http.Answer pack(byte[] body, String encoding) {
        return pack("/logs-ingress/" + scene.guid + "/logs/v1/singles", body, encoding);
    }

    private Http.Answer pack(String path, byte[] body, String encoding) {
        return Http.bytes(
                "POST",
                sandbox.url() + path,
                body,
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + scene.owner.token(),
                "Content-Encoding",
                encoding);
    }

    private static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void aBodyMayBePacked() throws IOException {
        var body = "[" + log("packed") + "]";

        assertThat(pack(gzip(body), "gzip").status()).isEqualTo(200);
        assertThat(scene.found("packed", "text")).containsExactly("packed");

        assertThat(pack(gzip("[" + "     ".repeat(1 << 20) + "]"), "gzip").status())
                .isEqualTo(413);
        assertThat(Actor.error(pack(body.getBytes(UTF_8), "gzip"))
                        .get("message")
                        .getAsString())
                .isEqualTo("The body isn't gzip, which its Content-Encoding says it is.");
        assertThat(pack(Arrays.copyOf(gzip(body), 40), "gzip").text()).contains("ended before it was complete");
        assertThat(pack(body.getBytes(UTF_8), "br").status()).isEqualTo(415);

        var query = "/logs/" + scene.guid + "/v1/query";
        assertThat(pack(query, gzip("{}"), "gzip").status()).isEqualTo(415);
    }

    @Test
    void fieldsOfAnotherKindAreFoundAsFreeTextAlone() {
        scene.take("{\"name\":\"one\",\"user\":\"ada\",\"code\":200,\"ok\":true}");
        scene.take("{\"name\":\"two\",\"user\":{\"login\":\"grace\"}}");
        scene.take("{\"name\":\"three\",\"code\":\"none\"}");
        scene.take("{\"name\":\"four\",\"ok\":\"perhaps\"}");
        scene.take("{\"name\":\"five\",\"user\":7,\"code\":\"404\",\"ok\":\"false\"}");

        assertThat(scene.found("user.login:grace", "name")).isEmpty();
        assertThat(scene.found("name:two", "name")).isEmpty();
        assertThat(scene.found("grace", "name")).containsExactly("two");
        assertThat(scene.found("code:none", "name")).isEmpty();
        assertThat(scene.found("none", "name")).containsExactly("three");
        assertThat(scene.found("perhaps", "name")).containsExactly("four");
        assertThat(scene.found("user:7 AND code.numeric:>400 AND ok:false", "name"))
                .containsExactly("five");
    }

    @Test
    void whoMissesThemIsTold() {
        scene.take("{\"name\":\"one\",\"user\":\"ada\"}");
        assertThat(LogsScene.remarks(scene.lucene("name:two"))).isEmpty();

        scene.take("{\"name\":\"two\",\"user\":{\"login\":\"grace\"}}");

        var sentence =
                "1 log of this time can't be found by field, only by free text, because a field was of another kind"
                        + " before (a mapping exception): 'user' (an object, and text before).";
        assertThat(LogsScene.remarks(scene.lucene("name:two"))).containsExactly(sentence);
        assertThat(LogsScene.remarks(scene.ask("source logs | filter $d.name == 'two'")))
                .containsExactly(sentence);
        assertThat(LogsScene.remarks(scene.lucene("grace"))).isEmpty();
        assertThat(LogsScene.remarks(scene.ask("source logs | filter $d.name == 'two'", "tier", "archive")))
                .isEmpty();
        sandbox.clock().advance(Duration.ofMinutes(20));
        assertThat(LogsScene.remarks(scene.lucene("name:two"))).isEmpty();
    }

    @Test
    void fieldsBeyondTheMostAreFoundAsFreeTextAlone() {
        for (int part = 0; part < 2; part++) {
            var large = new JsonObject();
            for (int i = 0; i < 1_495; i++) {
                large.addProperty(part + "f" + i, i);
            }
            scene.send(scene.owner, log(large));
        }
        var more = new JsonObject();
        for (int i = 0; i < 20; i++) {
            more.addProperty("g" + i, "g" + i + "value");
        }
        scene.send(scene.owner, log(more));

        assertThat(LogsScene.results(scene.lucene("g3:g3value"))).hasSize(1);
        assertThat(LogsScene.results(scene.lucene("g19:g19value"))).isEmpty();
        assertThat(LogsScene.results(scene.lucene("g19value"))).hasSize(1);
        assertThat(LogsScene.events(scene.lucene("g19value")).toString()).contains("field_count_limit_warning");
    }

    @Test
    void longValuesHaveNoExactForm() {
        var text = "a".repeat(257);
        scene.take(
                "{\"name\":\"long\",\"v\":\"" + text + "\"}", "{\"name\":\"short\",\"v\":\"" + "a".repeat(256) + "\"}");

        assertThat(scene.found("v.keyword:/a+/", "name")).containsExactly("short");
    }

    @Test
    void anInstanceThatIsntThereTakesNothing() {
        for (String path : new String[] {"/logs-ingress/nobody/logs/v1/singles", "/logs/nobody/v1/query"}) {
            var refused = scene.owner.post(path, path.contains("ingress") ? "[]" : "{}");

            assertThat(refused.status()).isEqualTo(404);
            assertThat(Actor.error(refused).get("message").getAsString())
                    .startsWith("There is no Cloud Logs instance 'nobody'.");
        }
        var store = Actor.text(
                scene.owner.post(
                        "/v2/resource_instances",
                        JsonParser.parseString("{\"name\":\"s\",\"target\":\"us-south\",\"resource_plan_id\":"
                                        + "\"messagehub-standard\",\"resource_group\":\""
                                        + ResourcePart.of(scene.account.state())
                                                .defaultGroup()
                                                .id()
                                        + "\"}")
                                .getAsJsonObject()),
                "guid");
        assertThat(scene.owner.post("/logs/" + store + "/v1/query", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void anInstanceThatWasDeletedTakesNothing() {
        scene.take("{\"name\":\"one\"}");

        scene.owner.delete("/v2/resource_instances/" + scene.guid);

        assertThat(scene.lucene("").status()).isEqualTo(404);
        assertThat(scene.send(scene.owner, log("x")).status()).isEqualTo(404);
    }
}
