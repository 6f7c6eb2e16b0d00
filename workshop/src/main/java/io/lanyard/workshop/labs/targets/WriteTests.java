package io.lanyard.workshop.labs.targets;

import io.lanyard.audit.Sink;
import io.lanyard.audit.Target;
import io.lanyard.core.Crn;
import io.lanyard.workshop.engine.Refusal;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.engine.UnexpectedStateException;
import io.lanyard.workshop.labs.LabEnvironment;
import java.util.concurrent.Callable;

/** Targets lab: creates targets. Activity Tracker writes to a target first; if that is refused, there is no target. */
final class WriteTests {
    private final LabEnvironment environment;
    private final AuditState state;

    WriteTests(LabEnvironment environment, AuditState state) {
        this.environment = environment;
        this.state = state;
    }

    void refuseAll(Scene scene) throws Exception {
        refused(scene, Names.BUCKET_TARGET, this::bucket);
        refused(scene, Names.TOPIC_TARGET, this::topic);
        refused(scene, Names.LOG_TARGET, this::log);
        scene.say("You own the account, and may create targets and write to all three places. But it isn't you who"
                + " writes: it is Activity Tracker, and nobody has said that it may.");
    }

    void refused(Scene scene, String name, Callable<Target> create) throws Exception {
        explain(scene, scene.refused(Request.of("create", "target " + name), create));
    }

    void accepted(Scene scene, String name, Callable<Target> create) throws Exception {
        scene.ask(
                Request.of("create", "target " + name),
                create,
                target -> target.id() + ", write status " + target.writeStatus().status());
    }

    Target bucket() {
        return bucket(Names.BUCKET_TARGET, state.crn(Names.STORE), Names.bucket(state.account()));
    }

    Target bucket(String name, Crn store, String bucket) {
        var targets = state.routing().targets();
        // tag::bucket-target[]
        var endpoint = "s3.private.us-south.cloud-object-storage.appdomain.cloud";
        var target = targets.create(name, Sink.bucket(store, bucket, endpoint));
        // end::bucket-target[]
        return target;
    }

    Target topic() {
        var targets = state.routing().targets();
        var stream = state.crn(Names.STREAM);
        var brokers = state.brokers().toArray(String[]::new);
        // tag::topic-target[]
        var target = targets.create("audit-topic", Sink.topic(stream, "audit", brokers));
        // end::topic-target[]
        return target;
    }

    Target log() {
        var targets = state.routing().targets();
        var log = state.crn(Names.LOG);
        // tag::log-target[]
        var target = targets.create("audit-log", Sink.logs(log));
        // end::log-target[]
        return target;
    }

    void explain(Scene scene, Refusal refusal) {
        scene.explain(environment
                .why(refusal)
                .map(Brief::of)
                .orElseThrow(() -> new UnexpectedStateException("this was refused for a reason that is no decision: "
                        + refusal.status() + " " + refusal.sentence())));
    }
}
