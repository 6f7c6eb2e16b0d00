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
    /** Everything that was looked at, whatever came of it. */
    static final Question ALL = about(List.of());

    /** Report-only: who was looked at. */
    static final Question REPORT_ONLY = about(List.of(Term.enforced(false)));

    /** Report-only: who would be kept out. */
    static final Question WOULD_BE_BLOCKED = about(List.of(Term.enforced(false), Term.decision("Deny")));

    /** Report-only: who was looked at, and would pass. */
    static final Question WOULD_PASS = about(List.of(Term.enforced(false), Term.decision("Permit")));

    /** Limited: whatever it told of. */
    static final Question LIMITED = about(List.of(Term.enforced(true)));

    /** Limited: who was kept out. */
    static final Question BLOCKED = about(List.of(Term.enforced(true), Term.decision("Deny")));

    /** A field of an event's answer, and its value. */
    private record Term(String field, String value) {
        static Term enforced(boolean enforced) {
            return new Term("isEnforced", Boolean.toString(enforced));
        }

        static Term decision(String decision) {
            return new Term("decision", decision);
        }
    }

    private static Question about(List<Term> terms) {
        var lucene = new StringBuilder("action:\"" + Names.EVALUATION + "\"");
        var dataPrime = new StringBuilder("source logs | filter $d.action == '" + Names.EVALUATION + "'");
        for (var term : terms) {
            lucene.append(" AND responseData.")
                    .append(term.field())
                    .append(":\"")
                    .append(term.value())
                    .append('"');
            dataPrime
                    .append(" && $d.responseData.")
                    .append(term.field())
                    .append(" == '")
                    .append(term.value())
                    .append('\'');
        }
        return new Question(lucene.toString(), dataPrime.toString());
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
                .filter(id -> !id.isEmpty())
                .map(id -> "account " + id.substring(0, Math.min(8, id.length())) + "…")
                .orElse("no account");
        return "of " + home + ", " + (events.size() == 1 ? "once" : events.size() + " times");
    }

    private static String who(AuditEvent event) {
        var id = subject(event, "iam_id").filter(text -> !text.isEmpty()).orElse("nobody");
        int at = id.indexOf("ServiceId-");
        return at < 0 ? id : id.substring(at, Math.min(id.length(), at + 14)) + "…";
    }

    private static Optional<String> subject(AuditEvent event, String name) {
        return event.requestData().flatMap(data -> data.text("subject", name));
    }
}
