package io.lanyard.workshop.labs.targets;

import io.lanyard.audit.AuditClient;
import io.lanyard.audit.Target;
import io.lanyard.audit.TargetId;
import io.lanyard.audit.Targets;
import io.lanyard.authorizations.Authorization;
import io.lanyard.authorizations.AuthorizationsClient;
import io.lanyard.core.IbmCloud;
import io.lanyard.identity.ServiceId;
import io.lanyard.policy.PolicyId;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.engine.Scene.Fact;
import io.lanyard.workshop.engine.UnexpectedStateException;
import io.lanyard.workshop.labs.Delivery;
import io.lanyard.workshop.labs.LabEnvironment;
import java.time.Duration;
import java.util.List;

/** Targets lab: takes an authorization away, looks at what stops, and gives it back. */
final class Removal {
    private final LabEnvironment environment;
    private final AuditState state;
    private final Authorizing authorizing;
    private final Routing routing;
    private final Trail trail;

    Removal(LabEnvironment environment, AuditState state, Authorizing authorizing, Routing routing, Trail trail) {
        this.environment = environment;
        this.state = state;
        this.authorizing = authorizing;
        this.routing = routing;
        this.trail = trail;
    }

    void remove(Scene scene) throws Exception {
        authorizing.remove(scene, onBucket());
        var actor = routing.act(scene, Names.MISSED);
        routing.readTopic(scene, actor);
        routing.readLog(scene, actor);
        scene.ask(
                Request.of("read", "the bucket " + Names.bucket(state.account())),
                () -> stillMissing(actor),
                missing -> "nothing tells of " + Names.MISSED);
        var target = state.demandTarget(Names.BUCKET_TARGET);
        showStatus(scene, target);
        environment.deliverNow();
        environment.deliveryTo(target.id().value()).ifPresent(delivery -> showLoss(scene, delivery));
    }

    private static void showLoss(Scene scene, Delivery delivery) {
        delivery.why().map(Brief::of).ifPresent(scene::explain);
        scene.say("Events that arrived there so far: " + delivery.delivered() + ". Lost since: " + delivery.lost()
                + ". Nobody keeps them for later.");
    }

    private ServiceId stillMissing(ServiceId actor) {
        trail.inOurBucket(actor).ifPresent(found -> {
            throw new UnexpectedStateException("the bucket was written to without an authorization: " + found.object());
        });
        return actor;
    }

    private static void showStatus(Scene scene, Target target) {
        scene.show(List.of(
                new Fact("target", target.name()),
                new Fact("write status", target.writeStatus().status()),
                new Fact("reason", target.writeStatus().reasonForLastFailure().orElse(""))));
    }

    private Authorization onBucket() {
        return state.authorizationsOn(state.crn(Names.STORE)).stream()
                .findFirst()
                .orElseThrow(() -> new UnexpectedStateException(
                        "no authorization on " + Names.STORE + ": it is made in the third step"));
    }

    void restore(Scene scene) throws Exception {
        var store = state.crn(Names.STORE);
        var bucket = Names.bucket(state.account());
        var made = scene.ask(
                Request.of("authorize", "Activity Tracker as Object Writer on bucket " + bucket),
                () -> authorizing.writerOnBucket(store, bucket),
                Authorizing::id);
        var target = state.demandTarget(Names.BUCKET_TARGET);
        scene.ask(
                Request.of("await", "that it has effect: target " + target.name() + " can be written to"),
                () -> await(made.id(), target.id()),
                effective -> "it has");
        var actor = routing.act(scene, Names.SEEN_AGAIN);
        routing.readBucket(scene, actor);
        scene.say("What happened in between was not kept for later: the creation of " + Names.MISSED
                + " is in the topic and in the log, and will never be in the bucket.");
    }

    private Authorization await(PolicyId authorization, TargetId target) {
        // tag::await[]
        var patient = environment.cloud().with(o -> o.deadline(Duration.ofMinutes(5)));
        var effective = new AuthorizationsClient(patient)
                .await(authorization, within -> targets(within).validate(target).isWritable());
        // end::await[]
        return effective;
    }

    private static Targets targets(IbmCloud cloud) {
        return new AuditClient(cloud).routing(Names.REGION).targets();
    }
}
