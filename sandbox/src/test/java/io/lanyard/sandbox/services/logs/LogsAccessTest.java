// Room: sandbox / logs, tests. Who may do what with logs, and what is left behind.
package io.lanyard.sandbox.services.logs;

import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.services.logs.LogsScene.log;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.state.AuditEvent;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogsAccessTest {
    private static final String HIGH = "logs.logs-data-api-high.read";
    private static final String LOW = "logs.logs-data-api-low.read";
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

    private Http.Answer background(Actor who, String what, String body) {
        return who.send(what.isEmpty() || what.endsWith("cancel") ? "POST" : "GET", path(what), body);
    }

    private String path(String what) {
        return "/logs/" + scene.guid + "/v1/background_query" + what;
    }

    private List<AuditEvent> events(String action) {
        return sandbox.events(scene.account.id()).stream()
                .filter(event -> event.action().equals(action))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"Reader, 403, 200", "Writer, 200, 200", "Manager, 200, 200", "Sender, 200, 403"})
    void aRoleMayWhatItsActionsSay(String role, int send, int read) {
        scene.grant(
                role.equals("Sender")
                        ? "crn:v1:bluemix:public:logs::::serviceRole:Sender"
                        : "crn:v1:bluemix:public:iam::::serviceRole:" + role);

        assertThat(scene.send(scene.ada, log("x")).status()).isEqualTo(send);
        assertThat(scene.query(scene.ada, json("query", "source logs")).status())
                .isEqualTo(read);
        assertThat(background(scene.ada, "", "{\"query\":\"x\",\"syntax\":\"lucene\"}")
                        .status())
                .isEqualTo(read == 200 ? 202 : 403);
    }

    @Test
    void withoutAPolicyEveryOperationIsDenied() {
        for (Http.Answer denied : List.of(
                scene.send(scene.ada, log("x")),
                scene.query(scene.ada, json("query", "x")),
                background(scene.ada, "", "{\"query\":\"x\",\"syntax\":\"lucene\"}"),
                background(scene.ada, "/some/status", ""),
                background(scene.ada, "/some/data", ""),
                background(scene.ada, "/some/cancel", ""))) {
            assertThat(denied.status()).isEqualTo(403);
            assertThat(Actor.code(denied)).isEqualTo("forbidden");
            assertThat(denied.header("Sandbox-Decision")).isNotEmpty();
        }
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        var url = sandbox.url() + "/logs/" + scene.guid + "/v1/query";

        var refused = Http.send("POST", url, "{}", "Content-Type", "application/json");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(Actor.code(refused)).isEqualTo("unauthenticated");
    }

    @Test
    void queriesAreTrackedAndIngestionOnlyWhenItIsRefused() {
        scene.send(scene.owner, log("x"));
        scene.send(scene.ada, log("x"));
        scene.lucene("what was asked");
        scene.ask("source logs", "syntax", "dataprime", "tier", "archive");

        assertThat(events("logs.data-ingress.send"))
                .singleElement()
                .satisfies(event -> assertThat(event.outcome()).isEqualTo("failure"));
        assertThat(events(HIGH)).singleElement().satisfies(event -> {
            assertThat(event.dataEvent()).isTrue();
            assertThat(event.requestData()).containsEntry("query", "what was asked");
            assertThat(event.target().id()).contains(scene.guid);
        });
        assertThat(events(LOW)).hasSize(1);
    }

    @Test
    void aPolicyOnAnotherInstanceIsOfNoUse() {
        scene.grant("crn:v1:bluemix:public:iam::::serviceRole:Manager");
        var other = scene.newInstance("other");

        var denied = scene.ada.post("/logs/" + other + "/v1/query", "{}");

        assertThat(denied.status()).isEqualTo(403);
    }

    @Test
    void theWindowIsTheLastQuarterOfAnHourUnlessSaid() {
        var at = sandbox.clock().now();
        scene.take("{\"name\":\"one\"}");
        sandbox.clock().advance(Duration.ofMinutes(16));

        assertThat(LogsScene.results(scene.lucene("name:one"))).isEmpty();
        assertThat(LogsScene.results(scene.ask(
                        "name:one",
                        "syntax",
                        "lucene",
                        "start_date",
                        at.minusSeconds(1),
                        "end_date",
                        at.plusSeconds(60))))
                .hasSize(1);
        assertThat(LogsScene.results(scene.ask("name:one", "syntax", "lucene", "end_date", at.minusSeconds(1))))
                .isEmpty();
    }

    @Test
    void bothEndsOfAWindowAreInItWithTheirMilliseconds() {
        var at = sandbox.clock().now().truncatedTo(ChronoUnit.MILLIS);
        var log = log("exact");
        log.addProperty("hiResTimestamp", at.getEpochSecond() + String.format("%09d", at.getNano() + 654_321));
        scene.send(scene.owner, log);

        for (var window : List.of(
                List.of(at, at), List.of(at.plusNanos(999_999), at.plusSeconds(1)), List.of(at.minusSeconds(1), at))) {
            assertThat(LogsScene.results(
                            scene.ask("*", "syntax", "lucene", "start_date", window.get(0), "end_date", window.get(1))))
                    .as(window.toString())
                    .hasSize(1);
        }
        for (var window :
                List.of(List.of(at.plusMillis(1), at.plusSeconds(1)), List.of(at.minusSeconds(1), at.minusMillis(1)))) {
            assertThat(LogsScene.results(
                            scene.ask("*", "syntax", "lucene", "start_date", window.get(0), "end_date", window.get(1))))
                    .as(window.toString())
                    .isEmpty();
        }
    }

    @Test
    void whatComesInTheSameInstantIsFound() {
        sandbox.clock().freeze();
        try {
            scene.take("{\"name\":\"now\"}");

            assertThat(scene.found("name:now", "name")).containsExactly("now");
        } finally {
            sandbox.clock().run();
        }
    }

    @Test
    void aQueryWithoutABodyAsksForAll() {
        scene.take("{\"name\":\"one\"}");

        var url = sandbox.url() + "/logs/" + scene.guid + "/v1/query";
        var answer = Http.bytes("POST", url, new byte[0], "Authorization", "Bearer " + scene.owner.token());

        assertThat(LogsScene.results(answer)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z,9999-12-31T23:59:59Z,frequent_search",
        "0001-01-01T00:00:00Z,9999-12-31T23:59:59Z,archive"
    })
    void aWindowMayBeAsWideAsItLikes(String start, String end, String tier) {
        scene.take("{\"name\":\"one\"}");

        var answer = scene.ask("name:one", "syntax", "lucene", "start_date", start, "end_date", end, "tier", tier);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(LogsScene.results(answer)).hasSize(tier.equals("archive") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '\0',
            value = {
                "{'metadata':{'syntax':'sql'}} → 'syntax' can be dataprime",
                "{'metadata':{'tier':'cold'}} → 'metadata.tier' can be frequent_search or archive, not 'cold'.",
                "{'metadata':{'limit':0}} → 'metadata.limit' must be at least 1.",
                "{'metadata':{'default_source':'spans'}} → 'metadata.default_source' can be logs, not 'spans'.",
                "{'metadata':{'start_date':'yesterday'}} → 'start_date' must be a time such as",
                "{'metadata':{'start_date':'2999-01-01T00:00:00Z'}} → must not be after 'end_date'",
                "{'metadata':{'limt':5}} → Unknown property 'metadata.limt': did you mean 'limit'?",
                "{'query':5} → Property 'query' must be a string."
            })
    void saysWhatIsWrong(String body, String sentence) {
        var refused = scene.owner.post(
                "/logs/" + scene.guid + "/v1/query", body.strip().replace('\'', '"'));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(Actor.error(refused).get("message").getAsString()).contains(sentence.strip());
    }

    @Test
    void aQueryHasAnEnd() {
        var refused = scene.lucene("x".repeat(4_097));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("no more than 4096 characters");
    }

    @Test
    void backgroundQueriesAreAskedInBase64Too() {
        scene.take("{\"name\":\"one\"}");
        var id = Actor.text(
                background(scene.owner, "", "{\"query\":\"bmFtZTpvbmU=\",\"syntax\":\"lucene_utf8_base64\"}"),
                "query_id");

        assertThat(background(scene.owner, "/" + id + "/status", "").text())
                .contains("\"submitted_at\"", "\"warnings\":[]", "\"metadata\":[]");
        assertThat(background(scene.owner, "", "{\"query\":\"%\",\"syntax\":\"lucene_utf8_base64\"}")
                        .text())
                .contains("'query' isn't base64");
    }

    @Test
    void aCancelledQueryHasNoResults() {
        var id = Actor.text(background(scene.owner, "", "{\"query\":\"x\",\"syntax\":\"lucene\"}"), "query_id");

        assertThat(background(scene.owner, "/" + id + "/cancel", "").status()).isEqualTo(202);

        var status = background(scene.owner, "/" + id + "/status", "").json();
        assertThat(status.has("terminated")).isTrue();
        if (status.getAsJsonObject("terminated").has("cancelled")) { // it may have been faster
            var none = background(scene.owner, "/" + id + "/data", "");
            assertThat(none.status()).isEqualTo(409);
            assertThat(none.text()).contains("There are no results: the query was cancelled.");
        }
    }

    @Test
    void onlySoManyQueriesAreRemembered() {
        String first = "";
        for (int i = 0; i < 60; i++) {
            var answer = background(scene.owner, "", "{\"query\":\"x\",\"syntax\":\"lucene\"}");
            assertThat(answer.status()).isIn(202, 429);
            if (answer.status() == 202) {
                String id = Actor.text(answer, "query_id");
                first = first.isEmpty() ? id : first;
                background(scene.owner, "/" + id + "/cancel", "");
            }
        }

        assertThat(background(scene.owner, "/" + first + "/status", "").status())
                .isEqualTo(404);
    }
}
