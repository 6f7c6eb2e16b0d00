package io.lanyard.workshop.labs.targets;

import io.lanyard.audit.AuditEvent;
import io.lanyard.audit.LogEntry;
import io.lanyard.audit.Query;
import io.lanyard.core.Crn;
import io.lanyard.core.call.Polling;
import io.lanyard.identity.ServiceId;
import io.lanyard.workshop.labs.LabEnvironment;
import io.lanyard.workshop.storage.ObjectStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Targets lab: looks for the event that tells of a service ID's creation, in a bucket, in the topic and in the log. */
final class Trail {
    private static final String ACTION = "iam-identity.account-serviceid.create";

    /** What IBM Cloud may need to hand an event over; the sandbox does it at once. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LabEnvironment environment;
    private final AuditState state;

    Trail(LabEnvironment environment, AuditState state) {
        this.environment = environment;
        this.state = state;
    }

    /** An event in a bucket. */
    record InBucket(String object, AuditEvent event) {}

    /** An event in a topic. */
    record InTopic(Map<String, String> headers, AuditEvent event) {}

    Optional<InBucket> inBucket(ObjectStore store, String bucket, ServiceId actor) {
        return store.keys(bucket).stream()
                .flatMap(object -> store.get(bucket, object)
                        .lines()
                        .flatMap(line -> told(line, actor).stream())
                        .map(event -> new InBucket(object, event)))
                .findFirst();
    }

    Optional<InTopic> inTopic(ServiceId actor) {
        return state.streams().read(Names.TOPIC).stream()
                .flatMap(found -> told(found.value(), actor).map(event -> new InTopic(found.headers(), event)).stream())
                .findFirst();
    }

    Optional<LogEntry> inLog(ServiceId actor) {
        var logs = state.logs();
        var name = actor.name();
        var from = actor.createdAt().minus(Duration.ofHours(1));
        var to = actor.createdAt().plus(Duration.ofHours(1));
        // tag::read-log[]
        var question = "action:\"iam-identity.account-serviceid.create\" AND target.name:\"" + name + "\"";
        var found = logs.query(Query.lucene(question).between(from, to));
        // end::read-log[]
        return found.stream()
                .filter(entry -> told(entry.userData(), actor).isPresent())
                .findFirst();
    }

    /** Waits for what is on its way, within a bound. */
    <T> T await(String what, Supplier<Optional<T>> look) {
        environment.deliverNow();
        return Polling.until(
                environment.cloud().with(o -> o.deadline(PATIENCE)), "awaitEvent", what, within -> look.get());
    }

    Optional<InBucket> inOurBucket(ServiceId actor) {
        return inBucket(state.store(state.crn(Names.STORE)), Names.bucket(state.account()), actor);
    }

    static Optional<InBucket> inPartnersBucket(AuditState partner, Trail trail, ServiceId actor) {
        Crn store = partner.crn(Names.PARTNER_STORE);
        return trail.inBucket(partner.store(store), Names.partnerBucket(partner.account()), actor);
    }

    private static Optional<AuditEvent> told(String text, ServiceId actor) {
        return text.contains(actor.id().value())
                ? AuditEvent.read(text).filter(event -> event.action().equals(ACTION))
                : Optional.empty();
    }
}
