// Audit, tests: the report asks for any number of events bit by bit, in bounded memory, and knows what it was not told.
package io.lanyard.audit;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.contracts.SentRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportReadingTest extends ReportScene {

    @Test
    void asksForTheEventsOfTheEvaluationAlone() {
        logs();

        report(DAY);

        assertThat(sentBody()).isEqualTo("""
                {"query":"action:\\"iam-access-management.account-settings.eval\\"","metadata":{\
                "start_date":"2026-07-01T00:00:00Z","end_date":"2026-07-02T00:00:00Z","tier":"frequent_search",\
                "syntax":"lucene","limit":12000}}""");
    }

    @Test
    void walksThroughALongTimeInStepsThatTheServiceTakes() {
        logs();

        report(TimeSpan.of(Duration.ofDays(30), BEGINNING));

        var starts = SentRequest.all(wire).stream()
                .map(request ->
                        request.replaceAll("(?s).*start_date\":\"([^\"]*)\",\"end_date\":\"([^\"]*)\".*", "$1 $2"))
                .toList();
        assertThat(starts)
                .isEqualTo(List.of(
                        "2026-06-01T00:00:00Z 2026-06-02T00:00:00Z",
                        "2026-06-02T00:00:00Z 2026-06-04T00:00:00Z",
                        "2026-06-04T00:00:00Z 2026-06-08T00:00:00Z",
                        "2026-06-08T00:00:00Z 2026-06-16T00:00:00Z",
                        "2026-06-16T00:00:00Z 2026-06-24T00:00:00Z",
                        "2026-06-24T00:00:00Z 2026-07-01T00:00:00Z"));
    }

    @Test
    void asksInHalvesWhenThereIsMoreThanOneQueryTellsAndCountsNothingTwice() {
        logs(
                denied("IBMid-1", THEIRS, "a", "2026-07-01T01:00:00Z"),
                denied("IBMid-2", THEIRS, "b", "2026-07-01T12:00:00Z"));
        half("2026-07-01T00:00:00Z", "2026-07-01T12:00:00Z", denied("IBMid-1", THEIRS, "a", "2026-07-01T01:00:00Z"));
        half("2026-07-01T12:00:00Z", "2026-07-02T00:00:00Z", denied("IBMid-2", THEIRS, "b", "2026-07-01T12:00:00Z"));

        var report = audit.externalIdentities()
                .report(OURS, audit.logs(LOGS), DAY, o -> o.against(SETTINGS).resultsPerQuery(2));

        assertThat(report.events()).isEqualTo(2);
        assertThat(report.isComplete()).isTrue();
        assertThat(report.findings())
                .extracting(ExternalIdentityReport.Finding::unlisted)
                .containsExactly(1L, 1L);
        assertThat(wire.getAllServeEvents()).hasSize(3);
    }

    /** A limit of the service's own is told as a warning alone. */
    @Test
    void asksInHalvesWhenTheServiceStopsEarlierThanAsked() {
        wire.stubFor(
                post(urlPathEqualTo("/v1/query"))
                        .willReturn(
                                stream(
                                        QueriesTest.results(denied("IBMid-1", THEIRS, "a", "2026-07-01T01:00:00Z"))
                                                + "data: {\"warning\":{\"number_of_results_limit_warning\":{\"number_of_results_limit\":1}}}\n\n")));
        half("2026-07-01T00:00:00Z", "2026-07-01T12:00:00Z");
        half("2026-07-01T12:00:00Z", "2026-07-02T00:00:00Z");

        var report = report(DAY);

        assertThat(report.events()).isZero();
        assertThat(report.isComplete()).isTrue();
        assertThat(wire.getAllServeEvents()).hasSize(3);
    }

    @Test
    void saysOfWhichTimeNotAllWasTold() {
        var millisecond = new TimeSpan(BEGINNING, BEGINNING.plusMillis(1));
        logs(
                denied("IBMid-1", THEIRS, "a", BEGINNING.toString()),
                denied("IBMid-1", THEIRS, "a", BEGINNING.toString()));

        var report = audit.externalIdentities()
                .report(
                        OURS,
                        audit.logs(LOGS),
                        millisecond,
                        o -> o.against(SETTINGS).resultsPerQuery(2));

        assertThat(report.incomplete()).containsExactly(millisecond);
        assertThat(report.isComplete()).isFalse();
        assertThat(report.table()).contains("Not all events were told of " + millisecond);
    }

    @Test
    void isNotCompleteWhereTheServiceLeftSomethingOut() {
        wire.stubFor(post(urlPathEqualTo("/v1/query"))
                .willReturn(stream("data: {\"warning\":{\"bytes_scanned_limit_warning\":{}}}\n\n")));

        assertThat(report(DAY).incomplete()).containsExactly(DAY);

        wire.stubFor(post(urlPathEqualTo("/v1/query"))
                .willReturn(stream("data: {\"warning\":{\"compile_warning\":{\"warning_message\":\"m\"}}}\n\n")));

        assertThat(report(DAY).isComplete()).isTrue();
    }

    @Test
    void looksAmongKeptLogsAndNamesAsManyResourcesAsIsWished() {
        logs(
                denied("IBMid-1", THEIRS, "crn:1", "2026-07-01T03:00:00Z"),
                denied("IBMid-1", THEIRS, "crn:2", "2026-07-01T03:00:00Z"));

        var report = audit.externalIdentities()
                .report(
                        OURS,
                        audit.logs(LOGS),
                        DAY,
                        o -> o.against(SETTINGS).in(Tier.ARCHIVE).resources(1));

        assertThat(sentBody()).contains("\"tier\":\"archive\"");
        assertThat(report.findings().get(0).resources()).containsExactly("crn:1");
        assertThat(report.findings().get(0).moreResources()).isTrue();
    }

    @Test
    void hasRoomForSoManyIdentitiesAndResourcesAndCountsTheRest() {
        logs(IntStream.range(0, 40)
                .mapToObj(i -> denied("IBMid-" + i % 4, THEIRS, "crn:" + i, "2026-07-01T03:00:00Z"))
                .toArray(String[]::new));

        var report = audit.externalIdentities()
                .report(OURS, audit.logs(LOGS), DAY, o -> o.against(SETTINGS).identities(3));

        assertThat(report.findings()).hasSize(3);
        assertThat(report.beyond()).isEqualTo(10);
        assertThat(report.table()).contains("10 events were about further identities");

        logs(IntStream.range(0, 12)
                .mapToObj(i -> denied("IBMid-1", THEIRS, "crn:" + i, "2026-07-01T03:00:00Z"))
                .toArray(String[]::new));

        var finding = report(DAY).findings().get(0);
        assertThat(finding.resources()).hasSize(10);
        assertThat(finding.moreResources()).isTrue();
    }

    @Test
    void keepsItsBoundsFromStepToStep() {
        logs(
                denied("IBMid-1", THEIRS, "a", "2026-07-01T03:00:00Z"),
                denied("IBMid-2", THEIRS, "a", "2026-07-02T03:00:00Z"));
        var days = new TimeSpan(BEGINNING, BEGINNING.plus(Duration.ofDays(3)));

        var report = audit.externalIdentities()
                .report(OURS, audit.logs(LOGS), days, o -> o.against(SETTINGS).identities(1));

        assertThat(report.events()).isEqualTo(2);
        assertThat(report.findings())
                .extracting(ExternalIdentityReport.Finding::identity)
                .containsExactly("IBMid-1");
        assertThat(report.beyond()).isEqualTo(1);
    }
}
