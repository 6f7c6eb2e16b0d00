package io.lanyard.audit;

import io.lanyard.core.AccountId;
import io.lanyard.core.json.Json;
import io.lanyard.policy.AccessManagementSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Audit: the report for programs. The proposal is what the settings' API takes. */
final class ReportJson {

    private ReportJson() {}

    static String of(ExternalIdentityReport report) {
        return Json.write(new Whole(
                report.account(),
                report.period().from(),
                report.period().to(),
                report.events(),
                report.unreadable(),
                report.beyond(),
                report.isComplete(),
                report.incomplete(),
                report.findings().stream().map(Row::of).toList(),
                report.settings(),
                report.proposal()));
    }

    record Whole(
            AccountId accountId,
            Instant from,
            Instant to,
            long events,
            long unreadable,
            long beyond,
            boolean complete,
            List<TimeSpan> incomplete,
            List<Row> identities,
            AccessManagementSettings settings,
            AccessManagementSettings proposal) {}

    record Row(
            String identity,
            IdentityType identityType,
            Optional<AccountId> accountId,
            boolean wouldBeBlocked,
            boolean allowed,
            long unlisted,
            long listed,
            long blocked,
            Instant firstSeen,
            Instant lastSeen,
            List<String> resources,
            boolean moreResources) {

        static Row of(ExternalIdentityReport.Finding finding) {
            return new Row(
                    finding.identity(),
                    finding.type(),
                    finding.home(),
                    finding.wouldBeBlocked(),
                    finding.allowed(),
                    finding.unlisted(),
                    finding.listed(),
                    finding.blocked(),
                    finding.firstSeen(),
                    finding.lastSeen(),
                    finding.resources(),
                    finding.moreResources());
        }
    }
}
