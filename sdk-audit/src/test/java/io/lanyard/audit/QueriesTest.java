// Audit, tests: queries over logs: what is asked, what is made of a stream, and of what only looks like one.
package io.lanyard.audit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import io.lanyard.core.AccessDeniedException;
import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.core.DecodeException;
import io.lanyard.core.IbmCloud;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest extends Wired {

    private static final Query WHO = Query.lucene("action:\"iam-am.policy.create\"");
    private static final QueryId ID = QueryId.of("009e11a2-0000-4000-8000-000000000000");
    private static final String HEAD = ": success\ndata: {\"query_id\":{\"query_id\":\"" + ID + "\"}}\n\n";

    static String entry(String text) {
        return "{\"metadata\":[{\"key\":\"timestamp\",\"value\":\"2026-07-31T10:00:00.5\"},{\"key\":\"severity\",\"value\":\"Info\"},"
                + "{\"key\":\"logid\",\"value\":\"l-1\"}],\"labels\":[{\"key\":\"applicationname\",\"value\":\"ibm-audit-event\"},"
                + "{\"key\":\"subsystemname\",\"value\":\"iam-am:1\"}],\"user_data\":\"" + text + "\"}";
    }

    static String results(String... entries) {
        return "data: {\"result\":{\"results\":[" + String.join(",", entries) + "]}}\n\n";
    }

    private CloudLogs logs() {
        return audit.logs(LOGS);
    }

    @Test
    void asksWithEverything() {
        streams(HEAD);
        var from = Instant.parse("2026-07-01T00:00:00Z");

        logs().query(WHO.between(from, from.plusSeconds(60))
                .in(Tier.ARCHIVE)
                .limit(500)
                .source("logs")
                .strictly());

        assertThat(sent()).isEqualTo("""
                POST /v1/query
                Authorization: Bearer token

                {"query":"action:\\"iam-am.policy.create\\"","metadata":{"start_date":"2026-07-01T00:00:00Z",\
                "end_date":"2026-07-01T00:01:00Z","default_source":"logs","tier":"archive","syntax":"lucene","limit":500,\
                "strict_fields_validation":true}}""");
    }

    @Test
    void asksInTheOtherLanguage() {
        streams(HEAD);

        logs().query(Query.dataPrime("source logs | limit 1"));

        assertThat(sentBody())
                .isEqualTo("{\"query\":\"source logs | limit 1\",\"metadata\":{\"syntax\":\"dataprime\"}}");
    }

    @Test
    void readsResultsAsAList() {
        streams(HEAD + results(entry("one"), entry("two")) + "\n\n" + results(entry("three")));

        var entries = logs().query(WHO);

        assertThat(entries).extracting(LogEntry::userData).containsExactly("one", "two", "three");
        var first = entries.get(0);
        assertThat(first.timestamp()).contains(Instant.parse("2026-07-31T10:00:00.5Z"));
        assertThat(first.severity()).contains("Info");
        assertThat(first.id()).contains("l-1");
        assertThat(first.application()).contains("ibm-audit-event");
        assertThat(first.subsystem()).contains("iam-am:1");
        assertThat(first.auditEvent()).isEmpty();
    }

    @Test
    void handsResultsOnAndTellsHowItWent() {
        streams(HEAD + results(entry("one"))
                + "data: {\"warning\":{\"number_of_results_limit_warning\":{\"number_of_results_limit\":1}}}\n\n"
                + "data: {\"warning\":{\"compile_warning\":{\"warning_message\":\"no such field\"}}}\n\n"
                + "data: {\"warning\":\"odd\"}\n\n");
        var texts = new ArrayList<String>();

        var outcome = logs().query(WHO, entry -> texts.add(entry.userData()));

        assertThat(texts).containsExactly("one");
        assertThat(outcome.id()).contains(ID);
        assertThat(outcome.results()).isEqualTo(1);
        assertThat(outcome.warnings())
                .isEqualTo(List.of(
                        new QueryWarning(QueryWarning.RESULTS_LIMIT, "{\"number_of_results_limit\":1}"),
                        new QueryWarning("compile_warning", "no such field"),
                        new QueryWarning("warning", "\"odd\"")));
        assertThat(outcome.warnings()).extracting(QueryWarning::isResultsLimit).containsExactly(true, false, false);
    }

    @Test
    void takesStreamsAsTheStandardAllowsThem() {
        var split = "event: message\r\nid: 7\r\nretry\r\ndata: {\"result\":\r\ndata:{\"results\":[" + entry("split")
                + "]}}\r\n\r\n";
        streams(":keep-alive\n\n\n\n" + split + "data: {\"result\":{\"results\":[" + entry("no end of line") + "]}}");

        assertThat(logs().query(WHO)).extracting(LogEntry::userData).containsExactly("split", "no end of line");
    }

    @Test
    void readsWhatIsOddWithinAResult() {
        streams(results(
                "{\"metadata\":null,\"labels\":[{\"key\":\"a\",\"value\":1},{\"key\":\"a\",\"value\":2},"
                        + "{\"key\":\"b\",\"value\":true,\"new\":{}}],\"user_data\":{\"x\":[1]},\"new\":1}",
                "{\"user_data\":null}"));

        var entries = logs().query(WHO);

        assertThat(entries.get(0).labels()).containsEntry("a", "1").containsEntry("b", "true");
        assertThat(entries.get(0).userData()).isEqualTo("{\"x\":[1]}");
        assertThat(entries.get(1).userData()).isEmpty();
        assertThat(entries.get(1).timestamp()).isEmpty();
    }

    @Test
    void saysWhatTheServiceSaysInTheMiddle() {
        streams(HEAD + results(entry("one")) + "data: {\"error\":{\"message\":\"out of breath\"}}\n\n");

        assertThatThrownBy(() -> logs().query(WHO))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("the query failed after 1 results")
                .hasMessageContaining("out of breath");

        streams(
                "data: {\"errors\":[{\"code\":\"bad\",\"message\":\"no such syntax\"}],\"trace\":\"t\",\"status_code\":400}\n\n");

        assertThatThrownBy(() -> logs().query(WHO)).hasMessageContaining("no such syntax");

        streams("data: {\"error\":\"just so\"}\n\n");

        assertThatThrownBy(() -> logs().query(WHO)).hasMessageContaining("just so");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {\"result\":{\"results\":[{\"user_data\":\"one\"},{\"user_",
                "data: {\"result\":{\"results\":[{\"user_data\":\"one\"}",
                "data: {\"result\":{\"results\":[7]}}\n\n",
                "data: {\"result\":{\"results\":[{\"user_data\":\"one\"}]}}}\n\n",
                "data: {\"result\":{}} {\"result\":{}}\n\n",
                "data: []\n\n",
                "data:\n\n",
                "data: {\"query_id\":{\"query_id\":\"..\"}}\n\n",
                "<html>a gateway</html>",
                "an endless line of something that is no field at all",
                "dato: {}\n\n",
                "{\"result\":{\"results\":[]}}"
            })
    void refusesWhatIsNoSuchStream(String body) {
        streams(body);

        assertThatThrownBy(() -> logs().query(WHO)).isInstanceOf(DecodeException.class);
        assertThatThrownBy(() -> logs().query(WHO, entry -> {})).isInstanceOf(DecodeException.class);
    }

    @Test
    void doesNotBeginAgainOnceAResultWasHandedOn() {
        wire.stubFor(
                any(anyUrl()).willReturn(stream(HEAD + results(entry("one")) + "data: {\"result\":{\"results\":[{")));
        var texts = new ArrayList<String>();
        var patient = new AuditClient(cloud.with(o -> o.attempts(3)));

        assertThatThrownBy(() -> patient.logs(LOGS).query(WHO, entry -> texts.add(entry.userData())))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("breaks off after 1");

        assertThat(texts).containsExactly("one");
        assertThat(wire.getAllServeEvents()).hasSize(1);
    }

    @Test
    void beginsAgainWhenNothingCame() {
        wire.stubFor(any(anyUrl())
                .inScenario("broken")
                .whenScenarioStateIs("Started")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE))
                .willSetStateTo("mended"));
        wire.stubFor(any(anyUrl())
                .inScenario("broken")
                .whenScenarioStateIs("mended")
                .willReturn(stream(results(entry("one")))));
        var patient = new AuditClient(cloud.with(o -> o.attempts(3)));

        assertThat(patient.logs(LOGS).query(WHO)).hasSize(1);
    }

    @Test
    void passesOnWhatTheTakerThrows() {
        streams(results(entry("one"), entry("two")));

        assertThatThrownBy(() -> logs().query(WHO, entry -> {
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
    }

    @Test
    void tellsWhoMayNotAsk() {
        answers(
                403,
                "{\"errors\":[{\"code\":\"forbidden\",\"message\":\"not yours\"}],\"trace\":\"t\",\"status_code\":403}");

        assertThatThrownBy(() -> logs().query(WHO))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("not yours");
    }

    @Test
    void asksInTheBackground() {
        answers(202, "{\"query_id\":\"" + ID + "\",\"warnings\":[{\"blocks_limit_warning\":{}}]}");
        var from = Instant.parse("2026-07-01T00:00:00Z");

        var submitted = logs().background()
                .submit(WHO.between(from, from.plusSeconds(60)).asOf(from));

        assertThat(submitted.id()).isEqualTo(ID);
        assertThat(submitted.warnings()).containsExactly(new QueryWarning("blocks_limit_warning", "{}"));
        assertThat(sent()).isEqualTo("""
                POST /v1/background_query
                Authorization: Bearer token

                {"query":"action:\\"iam-am.policy.create\\"","syntax":"lucene","start_date":"2026-07-01T00:00:00Z",\
                "end_date":"2026-07-01T00:01:00Z","now_date":"2026-07-01T00:00:00Z"}""");
    }

    @Test
    void tellsHowFarABackgroundQueryIs() {
        assertThat(status("\"waiting_for_execution\":{}").state()).isEqualTo(BackgroundStatus.State.WAITING);
        assertThat(sent()).isEqualTo("GET /v1/background_query/" + ID + "/status\nAuthorization: Bearer token");

        var running = status("\"running\":{\"running_since\":\"2026-07-01T00:00:01Z\"}");
        assertThat(running.state()).isEqualTo(BackgroundStatus.State.RUNNING);
        assertThat(running.runningSince()).contains(Instant.parse("2026-07-01T00:00:01Z"));
        assertThat(running.isOver()).isFalse();

        assertThat(running.bytesScanned()).isZero();

        var done = status(
                terminated("\"success\":{}"),
                "{\"statistics\":{\"bytes_scanned\":\"1000\"}},{},{\"statistics\":{\"bytes_scanned\":\"24\"}}");
        assertThat(done.bytesScanned()).isEqualTo(1024);
        assertThat(done.state()).isEqualTo(BackgroundStatus.State.SUCCEEDED);
        assertThat(done.terminatedAt()).contains(Instant.parse("2026-07-01T00:00:02Z"));
        assertThat(done.runningSince()).isPresent();
        assertThat(done.isOver()).isTrue();

        assertThat(status(terminated("\"cancelled\":{}")).state()).isEqualTo(BackgroundStatus.State.CANCELLED);
        var failed = status(terminated("\"error\":{\"failed\":{\"reason\":\"no disk\"}}"));
        assertThat(failed.state()).isEqualTo(BackgroundStatus.State.FAILED);
        assertThat(failed.failure()).contains("no disk");
        assertThat(status(terminated("\"error\":{\"timed_out\":{}}")).failure()).contains("timed_out");
        assertThat(status(terminated("\"error\":{}")).failure()).contains("{}");
        assertThat(status(terminated("\"vanished\":{}")).state()).isEqualTo(BackgroundStatus.State.UNKNOWN);
        assertThat(status("\"paused\":{}").state()).isEqualTo(BackgroundStatus.State.UNKNOWN);
    }

    @Test
    void waitsForABackgroundQuery() {
        background("Started", "\"running\":{}", "done");
        background("done", terminated("\"success\":{}"), "done");

        assertThat(logs().background().await(ID).state()).isEqualTo(BackgroundStatus.State.SUCCEEDED);
        assertThat(wire.getAllServeEvents()).hasSize(2);
    }

    @Test
    void readsWhatABackgroundQueryFound() {
        streams(": success\ndata: {\"response\":{\"results\":{\"results\":[" + entry("one") + "," + entry("two")
                + "]}}}\n\n");
        var texts = new ArrayList<String>();

        var outcome = logs().background().data(ID, entry -> texts.add(entry.userData()));

        assertThat(sent()).isEqualTo("GET /v1/background_query/" + ID + "/data\nAuthorization: Bearer token");
        assertThat(texts).containsExactly("one", "two");
        assertThat(outcome.results()).isEqualTo(2);
        assertThat(outcome.id()).isEmpty();
    }

    @Test
    void cancelsABackgroundQuery() {
        wire.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(202)));

        logs().background().cancel(ID);

        assertThat(sent()).isEqualTo("POST /v1/background_query/" + ID + "/cancel\nAuthorization: Bearer token");
    }

    @Test
    void anInstanceIsPartOfAHostAndNothingElse() {
        assertThat(logs().instance()).isEqualTo(LOGS);
        assertThatThrownBy(() -> audit.logs(Crn.of("logs", "eu-de", OURS, "", "", "")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AuditClient(IbmCloud.create(o -> {}))
                        .logs(Crn.of(
                                "logs",
                                "eu.evil.example/",
                                AccountId.of("a"),
                                UUID.randomUUID().toString(),
                                "",
                                "")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String terminated(String how) {
        return "\"terminated\":{\"running_since\":\"2026-07-01T00:00:01Z\",\"terminated_at\":\"2026-07-01T00:00:02Z\","
                + how + "}";
    }

    private BackgroundStatus status(String state) {
        return status(state, "");
    }

    private BackgroundStatus status(String state, String metadata) {
        answers(
                200,
                "{\"submitted_at\":\"2026-07-01T00:00:00Z\",\"metadata\":[" + metadata + "],\"warnings\":[]," + state
                        + "}");
        return logs().background().status(ID);
    }

    private static void background(String state, String told, String next) {
        wire.stubFor(any(anyUrl())
                .inScenario("background")
                .whenScenarioStateIs(state)
                .willReturn(json(
                        200,
                        "{\"submitted_at\":\"2026-07-01T00:00:00Z\",\"metadata\":[],\"warnings\":[]," + told + "}"))
                .willSetStateTo(next));
    }
}
