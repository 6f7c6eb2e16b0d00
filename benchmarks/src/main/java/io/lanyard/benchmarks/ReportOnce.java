package io.lanyard.benchmarks;

import io.lanyard.audit.AuditClient;
import io.lanyard.audit.TimeSpan;
import io.lanyard.core.AccountId;
import io.lanyard.core.Credentials;
import io.lanyard.core.Crn;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import io.lanyard.policy.AccessManagementSettings;

/** A whole process: the report about identities of other accounts over a month of events, through the SDK. */
public final class ReportOnce {

    private ReportOnce() {}

    /**
     * Makes the report.
     *
     * @param args the server's URL, and how many events it has
     */
    public static void main(String[] args) {
        try (var cloud = IbmCloud.create(o -> o.credentials(Credentials.apiKey(Secret.of("k")))
                .endpoint("iam", args[0])
                .endpoint("logs", args[0]))) {
            var audit = new AuditClient(cloud);
            var logs = audit.logs(Crn.parse("crn:v1:bluemix:public:logs:us-south:a/" + Payloads.ACCOUNT
                    + ":0123abcd-0123-4567-89ab-0123456789ab::"));
            var report = audit.externalIdentities()
                    .report(
                            AccountId.of(Payloads.ACCOUNT),
                            logs,
                            new TimeSpan(LogServer.BEGINNING, LogServer.BEGINNING.plus(LogServer.MONTH)),
                            o -> o.against(AccessManagementSettings.open()));
            if (report.events() != Long.parseLong(args[1]) || !report.isComplete()) {
                throw new IllegalStateException("saw " + report.events() + " events, complete: " + report.isComplete());
            }
        }
    }
}
