package io.lanyard.audit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Audit: the report for a spreadsheet, as RFC 4180 has it. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe, because whoever asks for a resource chooses its name.
 */
final class ReportCsv {

    private static final String NAMES =
            "identity,identity_type,account_id,would_be_blocked,allowed,unlisted,listed,blocked,"
                    + "first_seen,last_seen,resources,more_resources";

    private ReportCsv() {}

    static String of(ExternalIdentityReport report) {
        var text = new StringBuilder(NAMES).append("\r\n");
        for (var finding : report.findings()) {
            text.append(List.of(
                                    finding.identity(),
                                    finding.type().value(),
                                    finding.home().map(home -> home.value()).orElse(""),
                                    Boolean.toString(finding.wouldBeBlocked()),
                                    Boolean.toString(finding.allowed()),
                                    Long.toString(finding.unlisted()),
                                    Long.toString(finding.listed()),
                                    Long.toString(finding.blocked()),
                                    finding.firstSeen().toString(),
                                    finding.lastSeen().toString(),
                                    String.join(" ", finding.resources()),
                                    Boolean.toString(finding.moreResources()))
                            .stream()
                            .map(ReportCsv::cell)
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String cell(String value) {
        var harmless = !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
