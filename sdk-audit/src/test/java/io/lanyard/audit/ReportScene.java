// Audit, tests: events about identities of other accounts as a log tells them, and the report on them.
package io.lanyard.audit;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.lanyard.policy.ExternalAccess.open;
import static io.lanyard.policy.ExternalAccess.reportOnly;

import io.lanyard.core.AccountId;
import io.lanyard.core.json.Json;
import io.lanyard.policy.AccessManagementSettings;
import java.time.Duration;
import java.time.Instant;

abstract class ReportScene extends Wired {

    static final Instant BEGINNING = Instant.parse("2026-07-01T00:00:00Z");
    static final TimeSpan DAY = new TimeSpan(BEGINNING, BEGINNING.plus(Duration.ofDays(1)));
    static final AccountId PARTNER = AccountId.of("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    static final AccessManagementSettings SETTINGS =
            AccessManagementSettings.of(reportOnly(PARTNER), reportOnly(), open());

    static String seen(String who, AccountId home, String type, String resource, String decision, String at) {
        return event(
                at,
                "\"subject\":{\"iam_id\":\"%s\",\"account_id\":\"%s\",\"identity_type\":\"%s\"},\"resource\":\"%s\""
                        .formatted(who, home, type, resource),
                decision,
                "false",
                OURS.value());
    }

    static String event(String at, String request, String decision, String enforced, String owner) {
        var json = """
                {"action":"iam-access-management.account-settings.eval","eventTime":"%s","initiator":{"id":"IBMid-0"},
                "logSourceCRN":"crn:v1:bluemix:public:iam-access-management:global:a/%s:::","target":{"id":"crn:target"},
                "requestData":{%s},"responseData":{"decision":"%s","isEnforced":"%s"}}""".formatted(at, owner, request, decision, enforced);
        return "{\"metadata\":[{\"key\":\"timestamp\",\"value\":\"" + at + "\"}],\"user_data\":" + Json.write(json)
                + "}";
    }

    static String denied(String who, AccountId home, String resource, String at) {
        return seen(who, home, "user", resource, "Deny", at);
    }

    static void logs(String... entries) {
        wire.stubFor(post(urlPathEqualTo("/v1/query")).willReturn(stream(QueriesTest.results(entries))));
    }

    static void half(String from, String to, String... entries) {
        wire.stubFor(post(urlPathEqualTo("/v1/query"))
                .withRequestBody(matchingJsonPath("$.metadata.start_date", equalTo(from)))
                .withRequestBody(matchingJsonPath("$.metadata.end_date", equalTo(to)))
                .willReturn(stream(QueriesTest.results(entries))));
    }

    ExternalIdentityReport report(TimeSpan period) {
        return audit.externalIdentities().report(OURS, audit.logs(LOGS), period, o -> o.against(SETTINGS));
    }
}
