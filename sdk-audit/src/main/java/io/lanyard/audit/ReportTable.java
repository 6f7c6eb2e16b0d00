package io.lanyard.audit;

import io.lanyard.core.AccountId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Audit: the report for people. What comes from events is cleaned of control characters first, because whoever asks for a resource
 * chooses its name, and a terminal obeys some of them.
 */
final class ReportTable {

    private static final List<String> NAMES = List.of(
            "IDENTITY",
            "KIND",
            "ACCOUNT",
            "IF LIMITED",
            "UNLISTED",
            "LISTED",
            "BLOCKED",
            "FIRST SEEN",
            "LAST SEEN",
            "RESOURCES");

    private final ExternalIdentityReport report;
    private final StringBuilder text = new StringBuilder(512);

    ReportTable(ExternalIdentityReport report) {
        this.report = report;
    }

    String text() {
        line("Identities of other accounts in " + report.account() + ", "
                + second(report.period().from()) + " to "
                + second(report.period().to()));
        line("");
        if (report.findings().isEmpty()) {
            line("None was seen.");
        } else {
            rows();
        }
        line("");
        completeness();
        proposal();
        return text.toString();
    }

    private void rows() {
        var rows = new ArrayList<List<String>>();
        rows.add(NAMES);
        report.findings().forEach(finding -> rows.add(cells(finding)));
        var widths = new int[NAMES.size()];
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                var cell = row.get(i);
                line.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
            }
            line(line.toString().stripTrailing());
        }
    }

    private static List<String> cells(ExternalIdentityReport.Finding finding) {
        return List.of(
                clean(finding.identity()),
                clean(finding.type().value()),
                finding.home().map(home -> clean(home.value())).orElse("unknown"),
                finding.wouldBeBlocked() ? "blocked" : finding.allowed() ? "on the list" : "let in",
                Long.toString(finding.unlisted()),
                Long.toString(finding.listed()),
                Long.toString(finding.blocked()),
                second(finding.firstSeen()),
                second(finding.lastSeen()),
                finding.resources().stream().map(ReportTable::clean).collect(Collectors.joining(", "))
                        + (finding.moreResources() ? ", …" : ""));
    }

    private static String second(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void completeness() {
        int identities = report.findings().size();
        line(report.events() + (report.events() == 1 ? " event, " : " events, ") + identities
                + (identities == 1 ? " identity, " : " identities, ")
                + report.wouldBeBlocked().size() + " of them would be blocked.");
        if (report.unreadable() > 0) {
            line(report.unreadable() + " events didn't say who it was or how it ended.");
        }
        if (report.beyond() > 0) {
            line(report.beyond() + " events were about further identities; ask for more with identities(..).");
        }
        long homeless = report.wouldBeBlocked().stream()
                .filter(finding -> finding.home().isEmpty())
                .count();
        if (homeless > 0) {
            line(homeless + " of those can't be put on a list: anonymous, or of an account that the events don't say.");
        }
        report.incomplete().forEach(period -> line("Not all events were told of " + period + "."));
    }

    private void proposal() {
        line("");
        line("The settings that would follow (" + "PATCH /v1/accounts/" + report.account()
                + "/settings/access_management):");
        for (var type : List.of(IdentityType.USER, IdentityType.SERVICE_ID, IdentityType.SERVICE)) {
            var allowed = ExternalIdentityReport.rule(report.proposal(), type).allowedAccounts();
            var added = report.additions(type);
            line("  " + type + ": limited, " + (allowed.isEmpty() ? "no other account" : names(allowed))
                    + (added.isEmpty() ? "" : " (new: " + names(added) + ")"));
        }
    }

    private static String names(List<AccountId> accounts) {
        return accounts.stream().map(account -> clean(account.value())).collect(Collectors.joining(", "));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    static String clean(String value) {
        var clean = new StringBuilder(value.length());
        value.codePoints()
                .forEach(c -> clean.appendCodePoint(
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c));
        return clean.toString();
    }
}
