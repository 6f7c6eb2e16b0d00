// Audit, tests: what is sent to a logs instance, in requests of a size that it takes.
package io.lanyard.audit;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.AccessDeniedException;
import io.lanyard.core.InvalidRequestException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestionTest extends Wired {

    private LogIngestion ingestion() {
        return audit.logs(LOGS).ingestion();
    }

    @Test
    void sendsTextAndWhatJsonCanSay() {
        answers(200, "{}");

        var sent = ingestion()
                .send(
                        LogLine.of("app", "part", "it rains")
                                .at(LogLine.Level.WARNING)
                                .on(Instant.parse("2026-07-01T00:00:00.123456789Z")),
                        LogLine.of("app", "part", Map.of("weather", List.of("rain", 7))));

        assertThat(sent).isEqualTo(new LogIngestion.Sent(2, 1, List.of()));
        assertThat(sent()).isEqualTo("""
                POST /logs/v1/singles
                Authorization: Bearer token

                [{"applicationName":"app","subsystemName":"part","text":"it rains","severity":4,"timestamp":1782864000123,\
                "hiResTimestamp":"1782864000123456789"},\
                {"applicationName":"app","subsystemName":"part","text":{"weather":["rain",7]}}]""");
    }

    @Test
    void sendsEveryFieldThatTheServiceKnows() {
        answers(200, "{}");

        ingestion()
                .send(LogLine.of("app", "part", "all")
                        .at(LogLine.Level.INFO)
                        .on(Instant.parse("2300-01-01T00:00:00.000000001Z"))
                        .computerName("host-1")
                        .category("weather")
                        .by("Sky", "rain", "main"));

        assertThat(sentBody()).isEqualTo("""
                [{"applicationName":"app","subsystemName":"part","text":"all","severity":3,"timestamp":10413792000000,\
                "hiResTimestamp":"10413792000000000001","computerName":"host-1","category":"weather","className":"Sky",\
                "methodName":"rain","threadId":"main"}]""");
    }

    @Test
    void tellsAfterEachRequestWhatHasArrived() {
        wire.stubFor(post(anyUrl())
                .inScenario("broken")
                .whenScenarioStateIs("Started")
                .willReturn(json(200, "{}"))
                .willSetStateTo("broken"));
        wire.stubFor(post(anyUrl())
                .inScenario("broken")
                .whenScenarioStateIs("broken")
                .willReturn(json(400, "{}")));
        var arrived = new ArrayList<Long>();
        var line = LogLine.of("app", "part", "x".repeat(30_000));

        assertThatThrownBy(() -> ingestion().send(Collections.nCopies(100, line), sent -> arrived.add(sent.lines())))
                .isInstanceOf(InvalidRequestException.class);

        assertThat(arrived).containsExactly(66L);
    }

    @Test
    void refusesALogThatNoRequestTakesAfterThoseBeforeIt() {
        wire.stubFor(post(anyUrl()).willReturn(json(200, "{}")));

        assertThatThrownBy(() -> ingestion()
                        .send(LogLine.of("app", "part", "small"), LogLine.of("app", "part", "x".repeat(2_000_000))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("log number 2 has 20000")
                .hasMessageContaining("32 kB");

        assertThat(wire.getAllServeEvents()).hasSize(1);
    }

    @Test
    void passesOnWhatTheServiceRemarks() {
        answers(200, "{\"message\":\"1 log was too old\"}");

        assertThat(ingestion().send(LogLine.of("app", "part", "old")).remarks())
                .containsExactly("{\"message\":\"1 log was too old\"}");
    }

    @Test
    void sendsNothingWhenThereIsNothing() {
        assertThat(ingestion().send(List.of())).isEqualTo(new LogIngestion.Sent(0, 0, List.of()));
        assertThat(wire.getAllServeEvents()).isEmpty();
    }

    @Test
    void splitsWhatIsMoreThanOneRequestTakes() {
        wire.stubFor(post(anyUrl()).willReturn(json(200, "{}")));
        var line = LogLine.of("app", "part", "x".repeat(30_000));

        var sent = ingestion().send(Collections.nCopies(150, line));

        assertThat(sent.lines()).isEqualTo(150);
        assertThat(sent.requests()).isEqualTo(3);
        assertThat(wire.getAllServeEvents())
                .allSatisfy(
                        event -> assertThat(event.getRequest().getBody().length).isLessThanOrEqualTo(2_000_000));
    }

    @Test
    void neverSendsALogTwiceByItself() {
        answers(503, "{}");
        var patient = new AuditClient(cloud.with(o -> o.attempts(3))).logs(LOGS).ingestion();

        assertThatThrownBy(() -> patient.send(LogLine.of("app", "part", "once")))
                .hasMessageContaining("503");

        assertThat(wire.getAllServeEvents()).hasSize(1);
    }

    @Test
    void tellsWhoMayNotSend() {
        answers(403, "{}");

        assertThatThrownBy(() -> ingestion().send(LogLine.of("app", "part", "no")))
                .isInstanceOf(AccessDeniedException.class);
    }
}
