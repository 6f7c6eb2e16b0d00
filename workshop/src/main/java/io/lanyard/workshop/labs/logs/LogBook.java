package io.lanyard.workshop.labs.logs;

import io.lanyard.audit.AuditClient;
import io.lanyard.audit.AuditEvent;
import io.lanyard.audit.CloudLogs;
import io.lanyard.audit.LogEntry;
import io.lanyard.audit.Query;
import io.lanyard.core.Crn;
import io.lanyard.core.IbmCloud;
import io.lanyard.workshop.labs.LabEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Logs: the log that audit events are routed to, asked about any time, however long ago the sandbox's clock makes it. */
public final class LogBook {
    /** The service looks no further in one query. */
    private static final Duration WINDOW = Duration.ofDays(8);

    /** What is written in this second counts. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final LabEnvironment environment;
    private final Crn instance;

    /**
     * Opens it; nothing is sent yet.
     *
     * @param environment the account
     * @param instance the log's CRN
     */
    public LogBook(LabEnvironment environment, Crn instance) {
        this.environment = environment;
        this.instance = instance;
    }

    /**
     * Looks up the log itself, as the owner of the account.
     *
     * @return the log
     */
    public CloudLogs logs() {
        return logs(environment.cloud());
    }

    /**
     * Looks up the log itself, as somebody else.
     *
     * @param cloud who asks
     * @return the log
     */
    public CloudLogs logs(IbmCloud cloud) {
        return new AuditClient(cloud).logs(instance);
    }

    /**
     * Asks for audit events in the language of fields and values.
     *
     * @param lucene the question
     * @param back how far to look back
     * @return the events, newest first in each window of eight days
     */
    public List<AuditEvent> events(String lucene, Duration back) {
        return ask(Query.lucene(lucene), back).stream()
                .flatMap(entry -> entry.auditEvent().stream())
                .toList();
    }

    /**
     * Asks any question.
     *
     * @param query the question, without a time
     * @param back how far to look back
     * @return the results, window by window
     */
    public List<LogEntry> ask(Query query, Duration back) {
        var found = new ArrayList<LogEntry>();
        Instant end = environment.now().plus(AHEAD);
        Instant from = end.minus(AHEAD).minus(back);
        while (from.isBefore(end)) {
            var to = from.plus(WINDOW).isBefore(end) ? from.plus(WINDOW) : end;
            found.addAll(logs().query(query.between(from, to)));
            from = to.plusMillis(1); // both ends of a window are in it
        }
        return List.copyOf(found);
    }
}
