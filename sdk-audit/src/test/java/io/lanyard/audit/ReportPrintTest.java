// Audit, tests: the report for people, spreadsheets and programs, whatever the events say.
package io.lanyard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.lanyard.core.json.Json;
import io.lanyard.policy.AccessManagementSettings;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReportPrintTest extends ReportScene {

    @Test
    void printsATable() {
        logs(
                denied("IBMid-1", THEIRS, "crn:bucket-1", "2026-07-01T03:00:00.5Z"),
                seen("IBMid-2", PARTNER, "user", "crn:x", "Permit", "2026-07-01T04:00:00Z"),
                seen("IBMid-3", OURS, "user", "crn:x", "Permit", "2026-07-01T04:00:00Z"));

        assertThat(report(DAY).table()).isEqualTo("""
                Identities of other accounts in 0123456789abcdef0123456789abcdef,
                2026-07-01T00:00:00Z to 2026-07-02T00:00:00Z

                IF LIMITED  UNLISTED  LISTED  BLOCKED  FIRST SEEN         LAST SEEN
                blocked     1         0       0        2026-07-01T03:00Z  2026-07-01T03:00Z
                  IBMid-1
                  user of account fedcba9876543210fedcba9876543210
                  crn:bucket-1
                listed      0         1       0        2026-07-01T04:00Z  2026-07-01T04:00Z
                  IBMid-2
                  user of account aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                  crn:x
                let in      0         1       0        2026-07-01T04:00Z  2026-07-01T04:00Z
                  IBMid-3
                  user of account 0123456789abcdef0123456789abcdef
                  crn:x

                3 events, 3 identities, 1 of them would be blocked.

                The settings that would follow (PATCH …/settings/access_management):
                  user: limited, but for
                    aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                    fedcba9876543210fedcba9876543210 (new)
                  service_id: limited, no other account
                  service: limited, no other account
                """);
    }

    @Test
    void keepsTheTableOnThePageWhateverSomebodyIsCalled() {
        var crn = "crn:v1:bluemix:public:cloud-object-storage:global:a/" + OURS + ":guid-1:bucket:";
        logs(
                denied("iam-Profile-" + "p".repeat(200), THEIRS, crn + "audit-logs", "2026-07-01T03:00:00Z"),
                denied("IBMid-2", THEIRS, crn + "x".repeat(300), "2026-07-01T03:00:00Z"));

        var table = report(DAY).table();

        assertThat(table).contains("  bucket audit-logs of cloud-object-storage instance guid-1\n");
        assertThat(table.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(75));
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
}
