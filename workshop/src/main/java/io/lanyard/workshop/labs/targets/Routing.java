package io.lanyard.workshop.labs.targets;

import io.lanyard.audit.AuditEvent;
import io.lanyard.audit.Location;
import io.lanyard.audit.LogEntry;
import io.lanyard.audit.Route;
import io.lanyard.audit.Rule;
import io.lanyard.audit.Target;
import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.ServiceId;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.engine.Scene.Fact;
import io.lanyard.workshop.labs.LabEnvironment;
import java.util.ArrayList;
import java.util.List;

/** Targets lab: routes events, does something that leaves one, and reads it where it arrives. */
final class Routing {
    private final LabEnvironment environment;
    private final AuditState state;
    private final Trail trail;

    Routing(LabEnvironment environment, AuditState state, Trail trail) {
        this.environment = environment;
        this.state = state;
        this.trail = trail;
    }

    void threePlaces(Scene scene) throws Exception {
        scene.ask(
                Request.of("create", "route " + Names.ROUTE + ": global events to three targets"),
                this::toThreePlaces,
                route -> route.id().toString());
        var actor = act(scene, Names.SEEN);
        readBucket(scene, actor);
        readTopic(scene, actor);
        readLog(scene, actor);
    }

    private Route toThreePlaces() {
        var routes = state.routing().routes();
        var bucket = state.demandTarget(Names.BUCKET_TARGET);
        var topic = state.demandTarget(Names.TOPIC_TARGET);
        var log = state.demandTarget(Names.LOG_TARGET);
        // tag::create-route[]
        var everywhere = Rule.of(Location.GLOBAL).to(bucket.id(), topic.id(), log.id());
        var route = routes.create("audit-three-places", everywhere);
        // end::create-route[]
        return route;
    }

    Route toPartner(Target target) {
        var routes = state.routing().routes();
        // tag::route-abroad[]
        var route =
                routes.create("audit-for-the-partner", Rule.of(Location.GLOBAL).to(target.id()));
        // end::route-abroad[]
        return route;
    }

    /** Does something that Activity Tracker tells. */
    ServiceId act(Scene scene, String name) throws Exception {
        return scene.ask(
                Request.of("create", "service ID " + name),
                () -> new IdentityClient(environment.cloud()).serviceIds().create(state.account(), name),
                created -> created.id().toString());
    }

    void readBucket(Scene scene, ServiceId actor) throws Exception {
        var bucket = Names.bucket(state.account());
        var found = scene.ask(
                Request.of("read", "the bucket " + bucket),
                () -> trail.await("the event in bucket " + bucket, () -> trail.inOurBucket(actor)),
                there -> "there is an object with the event in it");
        show(scene, found);
    }

    void show(Scene scene, Trail.InBucket found) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("object", found.object()));
        facts.addAll(facts(found.event()));
        scene.show(facts);
    }

    void readTopic(Scene scene, ServiceId actor) throws Exception {
        var found = scene.ask(
                Request.of("read", "the topic " + Names.TOPIC),
                () -> trail.await("the event in topic " + Names.TOPIC, () -> trail.inTopic(actor)),
                there -> "there is a record of the event");
        var facts = new ArrayList<Fact>();
        for (String header : List.of("type", "account", "region", "location")) {
            facts.add(new Fact("header " + header, found.headers().getOrDefault(header, "(none)")));
        }
        facts.addAll(facts(found.event()));
        scene.show(facts);
    }

    void readLog(Scene scene, ServiceId actor) throws Exception {
        var found = scene.ask(
                Request.of("query", "the log " + Names.LOG),
                () -> trail.await("the event in log " + Names.LOG, () -> trail.inLog(actor)),
                there -> "there is an entry of the event");
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("application", found.application().orElse("(none)")));
        facts.add(new Fact("subsystem", found.subsystem().orElse("(none)")));
        facts.add(new Fact("severity", found.severity().orElse("(none)")));
        facts.addAll(found.auditEvent().map(Routing::facts).orElse(List.of()));
        scene.show(facts);
    }

    private static List<Fact> facts(AuditEvent event) {
        return List.of(
                new Fact("action", event.action()),
                new Fact("message", event.message().orElse("")));
    }

    static boolean isOfAuditEvents(LogEntry entry) {
        return entry.application().filter("ibm-audit-event"::equals).isPresent();
    }
}
