package io.lanyard.workshop.labs.external;

import io.lanyard.audit.AuditEvent;
import io.lanyard.audit.LogEntry;
import io.lanyard.audit.Query;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.engine.Scene.Fact;
import io.lanyard.workshop.engine.UnexpectedStateException;
import io.lanyard.workshop.labs.logs.LogBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * External: one of the guide's questions about external identities, in both languages of the log.
 *
 * @param lucene in fields and values
 * @param dataPrime in the log's own language
 */
record Question(String lucene, String dataPrime) {
    /** Report-only: who would be kept out. */
    static final Question WOULD_BE_BLOCKED = about("false", "Deny");

    /** Report-only: who was looked at, and would pass. */
    static final Question WOULD_PASS = about("false", "Permit");

    /** Limited: who was kept out. */
    static final Question BLOCKED = about("true", "Deny");

    private static Question about(String enforced, String decision) {
        return new Question(
                "action:\"" + Names.EVALUATION + "\" AND responseData.isEnforced:\"" + enforced
                        + "\" AND responseData.decision:\"" + decision + "\"",
                "source logs | filter $d.action == '" + Names.EVALUATION + "' && $d.responseData.isEnforced == '"
                        + enforced + "' && $d.responseData.decision == '" + decision + "'");
    }

    /** Asks in both languages, and shows what the first one found, one line an identity. */
    List<AuditEvent> ask(Scene scene, LogBook log, Duration back) throws Exception {
        var events = scene.ask(
                Request.of("query", lucene),
                () -> log.events(lucene, back),
                found -> found.size() + (found.size() == 1 ? " event" : " events"));
        if (!events.isEmpty()) {
            scene.show(byIdentity(events));
        }
        List<LogEntry> same = scene.ask(
                Request.of("query", dataPrime),
                () -> log.ask(Query.dataPrime(dataPrime), back),
                found -> found.size() == events.size() ? "the same" : found.size() + " results");
        if (same.size() != events.size()) {
            throw new UnexpectedStateException("the two languages disagree: " + events.size() + " and " + same.size());
        }
        return events;
    }

    private static List<Fact> byIdentity(List<AuditEvent> events) {
        Map<String, List<AuditEvent>> found = new LinkedHashMap<>();
        for (int i = events.size() - 1; i >= 0; i--) { // a log tells the newest first
            found.computeIfAbsent(who(events.get(i)), name -> new ArrayList<>()).add(events.get(i));
        }
        return found.entrySet().stream()
                .map(entry -> new Fact(entry.getKey(), words(entry.getValue())))
                .toList();
    }

    private static String words(List<AuditEvent> events) {
        var home = subject(events.get(0), "account_id")
                .map(id -> id.substring(0, Math.min(8, id.length())) + "…")
                .orElse("?");
        return "of account " + home + ", " + (events.size() == 1 ? "once" : events.size() + " times");
    }

    private static String who(AuditEvent event) {
        var id = subject(event, "iam_id").orElse("?");
        int at = id.indexOf("ServiceId-");
        return at < 0 ? id : id.substring(at, Math.min(id.length(), at + 14)) + "…";
    }

    private static Optional<String> subject(AuditEvent event, String name) {
        return event.requestData().flatMap(data -> data.text("subject", name));
    }
}
