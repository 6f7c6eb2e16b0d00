package io.lanyard.audit;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Audit: the report for people, on eighty columns even with a margin. What comes from events is cleaned of control characters first,
 * because whoever asks for a resource chooses its name, and a terminal obeys some of them.
 */
final class ReportTable {
    private static final int WIDTH = 75;
    private static final String INDENT = "  ";

    private static final List<String> NAMES =
            List.of("IF LIMITED", "UNLISTED", "LISTED", "BLOCKED", "FIRST SEEN", "LAST SEEN");

    private final ExternalIdentityReport report;
    private final StringBuilder text = new StringBuilder(512);

    ReportTable(ExternalIdentityReport report) {
        this.report = report;
    }

    String text() {
        line("Identities of other accounts in " + report.account() + ",");
        line(second(report.period().from()) + " to " + second(report.period().to()));
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

    /** Below the figures of an identity stands who it is, in lines of its own: its id alone takes most of a line. */
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
        row(NAMES, widths);
        for (var finding : report.findings()) {
            row(cells(finding), widths);
            if (finding.identity().equals(ExternalIdentityReport.ANONYMOUS)) {
                folded(finding.identity() + ", without a token");
            } else {
                folded(finding.identity());
                folded(finding.type() + " of "
                        + finding.home().map(home -> "account " + home).orElse("an unknown account"));
            }
            finding.resources().forEach(resource -> folded(place(resource)));
            if (finding.moreResources()) {
                line(INDENT + "…");
            }
        }
    }

    private static List<String> cells(ExternalIdentityReport.Finding finding) {
        return List.of(
                finding.wouldBeBlocked() ? "blocked" : finding.allowed() ? "listed" : "let in",
                Long.toString(finding.unlisted()),
                Long.toString(finding.listed()),
                Long.toString(finding.blocked()),
                minute(finding.firstSeen()),
                minute(finding.lastSeen()));
    }

    private static String second(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String minute(Instant instant) {
        var text = instant.truncatedTo(ChronoUnit.MINUTES).toString();
        return text.substring(0, text.lastIndexOf(':')) + "Z";
    }

    private void row(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var cell = cells.get(i);
            line.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
        }
        line(line.toString().stripTrailing());
    }

    /** Says a CRN in a person's words; the account is the report's. What is no CRN stays as it is. */
    private static String place(String resource) {
        return Crn.tryParse(resource)
                .map(crn -> (crn.resourceType().isEmpty() ? "" : crn.resourceType() + " " + crn.resource() + " of ")
                        + crn.serviceName()
                        + (crn.serviceInstance().isEmpty() ? "" : " instance " + crn.serviceInstance())
                        + (crn.region().isEmpty() || crn.region().equals("global") ? "" : " in " + crn.region()))
                .orElse(resource);
    }

    private void completeness() {
        int identities = report.findings().size();
        line(report.events() + (report.events() == 1 ? " event, " : " events, ")
                + identities + (identities == 1 ? " identity, " : " identities, ")
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
            line(homeless + " of those can't be put on a list: anonymous,");
            line("or of an account that the events don't say.");
        }
        report.incomplete().forEach(period -> line("Not all events were told of " + period + "."));
    }

    private void proposal() {
        line("");
        line("The settings that would follow (PATCH …/settings/access_management):");
        for (var type : List.of(IdentityType.USER, IdentityType.SERVICE_ID, IdentityType.SERVICE)) {
            var allowed = ExternalIdentityReport.rule(report.proposal(), type).allowedAccounts();
            var added = report.additions(type);
            line(INDENT + type + ": limited, " + (allowed.isEmpty() ? "no other account" : "but for"));
            allowed.forEach(
                    account -> line(INDENT + INDENT + name(account) + (added.contains(account) ? " (new)" : "")));
        }
    }

    private static String name(AccountId account) {
        return clean(account.value());
    }

    /** Whatever somebody chose as a name stays on the page. */
    private void folded(String value) {
        var rest = clean(value);
        int width = WIDTH - INDENT.length();
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > 0 ? blank : width;
            line(INDENT + rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        line(INDENT + rest);
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
