// Audit, tests: who comes from outside, counted over any number of events, and the settings that would follow.
package io.lanyard.audit;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.lanyard.policy.ExternalAccess.limited;
import static io.lanyard.policy.ExternalAccess.open;
import static io.lanyard.policy.ExternalAccess.reportOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.lanyard.contracts.SentRequest;
import io.lanyard.core.AccountId;
import io.lanyard.core.json.Json;
import io.lanyard.policy.AccessManagementSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExternalIdentitiesTest extends Wired {

    private static final Instant BEGINNING = Instant.parse("2026-07-01T00:00:00Z");
    private static final TimeSpan DAY = new TimeSpan(BEGINNING, BEGINNING.plus(Duration.ofDays(1)));
    private static final AccountId PARTNER = AccountId.of("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    private static final AccessManagementSettings SETTINGS =
            AccessManagementSettings.of(reportOnly(PARTNER), reportOnly(), open());

    private static String seen(String who, AccountId home, String type, String resource, String decision, String at) {
        return event(
                at,
                "\"subject\":{\"iam_id\":\"%s\",\"account_id\":\"%s\",\"identity_type\":\"%s\"},\"resource\":\"%s\""
                        .formatted(who, home, type, resource),
                decision,
                "false",
                OURS.value());
    }

    private static String event(String at, String request, String decision, String enforced, String owner) {
        var json = """
                {"action":"iam-access-management.account-settings.eval","eventTime":"%s","initiator":{"id":"IBMid-0"},
                "logSourceCRN":"crn:v1:bluemix:public:iam-access-management:global:a/%s:::","target":{"id":"crn:target"},
                "requestData":{%s},"responseData":{"decision":"%s","isEnforced":"%s"}}""".formatted(at, owner, request, decision, enforced);
        return "{\"metadata\":[{\"key\":\"timestamp\",\"value\":\"" + at + "\"}],\"user_data\":" + Json.write(json)
                + "}";
    }

    private static String denied(String who, AccountId home, String resource, String at) {
        return seen(who, home, "user", resource, "Deny", at);
    }

    private static void logs(String... entries) {
        wire.stubFor(post(urlPathEqualTo("/v1/query")).willReturn(stream(QueriesTest.results(entries))));
    }

    private ExternalIdentityReport report(TimeSpan period) {
        return audit.externalIdentities().report(OURS, audit.logs(LOGS), period, o -> o.against(SETTINGS));
    }

    @Test
    void tellsWhoComesFromWhereHowOftenAndForWhat() {
        logs(
                denied("IBMid-1", THEIRS, "crn:bucket-1", "2026-07-01T03:00:00Z"),
                denied("IBMid-1", THEIRS, "crn:bucket-2", "2026-07-01T01:00:00Z"),
                denied("IBMid-1", THEIRS, "crn:bucket-1", "2026-07-01T02:00:00Z"),
                seen("IBMid-2", PARTNER, "user", "crn:x", "Permit", "2026-07-01T04:00:00Z"),
                denied("IBMid-3", PARTNER, "crn:x", "2026-07-01T04:00:00Z"),
                seen("iam-ServiceId-4", THEIRS, "service_id", "crn:x", "Deny", "2026-07-01T05:00:00Z"));

        var report = report(DAY);

        assertThat(report.events()).isEqualTo(6);
        assertThat(report.isComplete()).isTrue();
        assertThat(report.wouldBeBlocked())
                .extracting(ExternalIdentityReport.Finding::identity)
                .containsExactly("IBMid-1", "iam-ServiceId-4");
        var first = report.findings().get(0);
        assertThat(first.home()).contains(THEIRS);
        assertThat(first.type()).isEqualTo(IdentityType.USER);
        assertThat(first.unlisted()).isEqualTo(3);
        assertThat(first.listed()).isZero();
        assertThat(first.blocked()).isZero();
        assertThat(first.firstSeen()).isEqualTo("2026-07-01T01:00:00Z");
        assertThat(first.lastSeen()).isEqualTo("2026-07-01T03:00:00Z");
        assertThat(first.resources()).containsExactly("crn:bucket-1", "crn:bucket-2");
        assertThat(first.moreResources()).isFalse();
        assertThat(report.findings().get(2).allowed()).isTrue();
        assertThat(report.findings()).hasSize(4);
    }

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
    void holdsThemAgainstTheSettingsThatTheAccountHas() {
        logs(denied("IBMid-1", THEIRS, "crn:x", "2026-07-01T03:00:00Z"));
        wire.stubFor(get(urlPathEqualTo("/v1/accounts/" + OURS + "/settings/access_management"))
                .willReturn(json(200, Json.write(AccessManagementSettings.open().withUsers(reportOnly(THEIRS))))));

        var report = audit.externalIdentities().report(OURS, audit.logs(LOGS), DAY);

        assertThat(report.findings())
                .extracting(ExternalIdentityReport.Finding::allowed)
                .containsExactly(true);
        assertThat(report.wouldBeBlocked()).isEmpty();
        assertThat(report.proposal()).isEqualTo(AccessManagementSettings.of(limited(THEIRS), limited(), limited()));
    }

    @Test
    void proposesTheSettingsThatWouldFollow() {
        logs(
                denied("IBMid-1", THEIRS, "crn:x", "2026-07-01T03:00:00Z"),
                denied("IBMid-2", THEIRS, "crn:x", "2026-07-01T03:00:00Z"),
                seen("crn-crn:v1:x", THEIRS, "service", "crn:x", "Deny", "2026-07-01T05:00:00Z"));

        var report = report(DAY);

        assertThat(report.additions(IdentityType.USER)).containsExactly(THEIRS);
        assertThat(report.proposal())
                .isEqualTo(AccessManagementSettings.of(limited(PARTNER, THEIRS), limited(), limited(THEIRS)));
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
    void leavesOutWhatBelongsElsewhereAndCountsWhatItCannotRead() {
        logs(
                denied("IBMid-1", THEIRS, "a", "2026-07-01T03:00:00Z"),
                event("2026-07-01T03:00:00Z", "", "Deny", "false", THEIRS.value()),
                denied("IBMid-9", THEIRS, "a", "2026-07-02T00:00:00Z"),
                event("2026-07-01T03:00:00Z", "", "", "false", OURS.value()).replace("decision", "verdict"),
                "{\"user_data\":\"it rains\"}");

        var report = report(DAY);

        assertThat(report.events()).isEqualTo(3);
        assertThat(report.unreadable()).isEqualTo(2);
        assertThat(report.findings()).hasSize(1);
        assertThat(report.table()).contains("2 events didn't say who it was or how it ended.");
    }

    @Test
    void makesDoWithWhatAnEventSays() {
        logs(
                event("2026-07-01T03:00:00Z", "", "Deny", "true", OURS.value()),
                event(
                        "2026-07-01T03:00:00Z",
                        "\"subject\":{\"iam_id\":\"iam-ServiceId-1\",\"account_id\":\"..\"}",
                        "Deny",
                        "false",
                        OURS.value()),
                event(
                        "2026-07-01T03:00:00Z",
                        "\"subject\":{\"iam_id\":\"crn-crn:v1:x\"}",
                        "Permit",
                        "false",
                        OURS.value()));

        var findings = report(DAY).findings();

        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.home()).isEmpty();
            assertThat(finding.resources()).containsExactly("crn:target");
        });
        assertThat(findings)
                .extracting(finding -> finding.identity() + " " + finding.type() + " " + finding.blocked())
                .containsExactly("IBMid-0 user 1", "iam-ServiceId-1 service_id 0", "crn-crn:v1:x service 0");
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

    @Test
    void printsATable() {
        logs(
                denied("IBMid-1", THEIRS, "crn:bucket-1", "2026-07-01T03:00:00.5Z"),
                seen("IBMid-2", PARTNER, "user", "crn:x", "Permit", "2026-07-01T04:00:00Z"),
                seen("IBMid-3", OURS, "user", "crn:x", "Permit", "2026-07-01T04:00:00Z"));

        assertThat(report(DAY).table()).isEqualTo("""
                Identities of other accounts in 0123456789abcdef0123456789abcdef, 2026-07-01T00:00:00Z to 2026-07-02T00:00:00Z

                IDENTITY  KIND  ACCOUNT                           IF LIMITED   UNLISTED  LISTED  BLOCKED  FIRST SEEN            LAST SEEN             RESOURCES
                IBMid-1   user  fedcba9876543210fedcba9876543210  blocked      1         0       0        2026-07-01T03:00:00Z  2026-07-01T03:00:00Z  crn:bucket-1
                IBMid-2   user  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa  on the list  0         1       0        2026-07-01T04:00:00Z  2026-07-01T04:00:00Z  crn:x
                IBMid-3   user  0123456789abcdef0123456789abcdef  let in       0         1       0        2026-07-01T04:00:00Z  2026-07-01T04:00:00Z  crn:x

                3 events, 3 identities, 1 of them would be blocked.

                The settings that would follow (PATCH /v1/accounts/0123456789abcdef0123456789abcdef/settings/access_management):
                  user: limited, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, fedcba9876543210fedcba9876543210 (new: fedcba9876543210fedcba9876543210)
                  service_id: limited, no other account
                  service: limited, no other account
                """);
    }

    /** In the period the list said something else; what counts is what it says if the setting is changed now. */
    @Test
    void wouldBlockWhoWasOnTheListAndIsNoMore() {
        logs(
                seen("IBMid-1", THEIRS, "user", "crn:x", "Permit", "2026-07-01T04:00:00Z"),
                seen("IBMid-2", OURS, "user", "crn:x", "Permit", "2026-07-01T04:00:00Z"),
                event("2026-07-01T03:00:00Z", "", "Permit", "false", OURS.value()));

        var report = report(DAY);

        assertThat(report.wouldBeBlocked())
                .extracting(ExternalIdentityReport.Finding::identity)
                .containsExactly("IBMid-1");
        assertThat(report.additions(IdentityType.USER)).containsExactly(THEIRS);
        assertThat(report.findings().get(0).requests()).isEqualTo(1);
    }

    /** As public buckets have them; Limited closes those, and no list opens them again. */
    @Test
    void findsWhoShowedNothing() {
        logs(event(
                        "2026-07-01T03:00:00Z",
                        "\"subject\":{\"iam_id\":\"\",\"account_id\":\"\",\"identity_type\":\"user\"}",
                        "Deny",
                        "false",
                        OURS.value())
                .replace("IBMid-0", ""));

        var report = report(DAY);

        assertThat(report.isComplete()).isTrue();
        assertThat(report.wouldBeBlocked()).singleElement().satisfies(finding -> {
            assertThat(finding.identity()).isEqualTo(ExternalIdentityReport.ANONYMOUS);
            assertThat(finding.home()).isEmpty();
        });
        assertThat(report.additions(IdentityType.USER)).isEmpty();
        assertThat(report.table()).contains("1 of those can't be put on a list: anonymous");
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
    void readsDataThatIsToldAsTextAndSkipsWhatIsOdd() {
        logs(
                event("2026-07-01T03:00:00Z", "", "Deny", "false", OURS.value())
                        .replace(
                                "\\\"requestData\\\":{}",
                                "\\\"requestData\\\":\\\"{\\\\\\\"resource\\\\\\\":\\\\\\\"crn:told\\\\\\\"}\\\""),
                event("2026-07-01T03:00:00Z", "", "Deny", "false", OURS.value())
                        .replace("\\\"requestData\\\":{}", "\\\"requestData\\\":\\\"plain words\\\"")
                        .replace("{\\\"id\\\":\\\"crn:target\\\"}", "\\\"a text\\\""),
                event("2026-07-01T03:00:00Z", "", "Deny", "false", OURS.value())
                        .replace("{\\\"id\\\":\\\"IBMid-0\\\"}", "[{\\\"id\\\":7}]"));

        var report = report(DAY);

        assertThat(report.events()).isEqualTo(3);
        assertThat(report.unreadable()).isEqualTo(1);
        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.resources()).containsExactly("crn:told"));
    }

    @Test
    void saysSoWhenNobodyCame() {
        logs();

        assertThat(report(DAY).table()).contains("None was seen.");
        assertThat(report(DAY).csv().lines()).hasSize(1);
    }

    @Test
    void printsNoTerminalCommandsAndNoFormulas() {
        logs(denied("=cmd(1)", THEIRS, "crn:\\u001b[31m,\\\"x\\\"\\u202e", "2026-07-01T03:00:00Z"));

        var report = report(DAY);

        assertThat(report.table()).doesNotContain("\u001b", "\u202e").contains("crn:?[31m,");
        assertThat(report.csv())
                .isEqualTo("identity,identity_type,account_id,would_be_blocked,allowed,unlisted,listed,blocked,"
                        + "first_seen,last_seen,resources,more_resources\r\n"
                        + "'=cmd(1),user,fedcba9876543210fedcba9876543210,true,false,1,0,0,"
                        + "2026-07-01T03:00:00Z,2026-07-01T03:00:00Z,\"crn:\u001b[31m,\"\"x\"\"\u202e\",false\r\n");
    }

    @Test
    void printsJsonWithAProposalThatTheSettingsTake() {
        logs(
                denied("IBMid-1", THEIRS, "crn:x", "2026-07-01T03:00:00Z"),
                event("2026-07-01T03:00:00Z", "", "Deny", "true", OURS.value()));

        var report = report(DAY);
        var json = Json.read(report.json(), JsonObject.class);

        assertThat(json.get("events").getAsLong()).isEqualTo(2);
        assertThat(json.get("complete").getAsBoolean()).isTrue();
        assertThat(json.getAsJsonArray("identities")).hasSize(2);
        var first = json.getAsJsonArray("identities").get(1).getAsJsonObject();
        assertThat(first.keySet().stream().collect(Collectors.joining(" ")))
                .isEqualTo(
                        "identity identity_type account_id would_be_blocked allowed unlisted listed blocked first_seen"
                                + " last_seen resources more_resources");
        assertThat(Json.read(json.get("proposal").toString(), AccessManagementSettings.class))
                .isEqualTo(report.proposal());
    }

    @Test
    void refusesTimesAndNumbersThatAreNone() {
        assertThatThrownBy(() -> new TimeSpan(BEGINNING, BEGINNING)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> audit.externalIdentities().report(OURS, audit.logs(LOGS), DAY, o -> o.identities(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(DAY.length()).isEqualTo(Duration.ofDays(1));
        assertThat(DAY).hasToString("2026-07-01T00:00:00Z/2026-07-02T00:00:00Z");
    }

    private static void half(String from, String to, String... entries) {
        wire.stubFor(post(urlPathEqualTo("/v1/query"))
                .withRequestBody(matchingJsonPath("$.metadata.start_date", equalTo(from)))
                .withRequestBody(matchingJsonPath("$.metadata.end_date", equalTo(to)))
                .willReturn(stream(QueriesTest.results(entries))));
    }
}
