// Audit, tests: who comes from outside, how often and for what, and the settings that would follow.
package io.lanyard.audit;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.lanyard.policy.ExternalAccess.limited;
import static io.lanyard.policy.ExternalAccess.reportOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.json.Json;
import io.lanyard.policy.AccessManagementSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExternalIdentitiesTest extends ReportScene {

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
    void refusesTimesAndNumbersThatAreNone() {
        assertThatThrownBy(() -> new TimeSpan(BEGINNING, BEGINNING)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> audit.externalIdentities().report(OURS, audit.logs(LOGS), DAY, o -> o.identities(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(DAY.length()).isEqualTo(Duration.ofDays(1));
        assertThat(DAY).hasToString("2026-07-01T00:00:00Z/2026-07-02T00:00:00Z");
    }
}
