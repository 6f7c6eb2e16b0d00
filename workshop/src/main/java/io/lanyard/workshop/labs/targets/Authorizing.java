package io.lanyard.workshop.labs.targets;

import static io.lanyard.authorizations.Allowance.allow;
import static io.lanyard.authorizations.Source.ACTIVITY_TRACKER;
import static io.lanyard.policy.RoleId.OBJECT_READER;

import io.lanyard.authorizations.ActivityTracker;
import io.lanyard.authorizations.Allowance;
import io.lanyard.authorizations.Authorization;
import io.lanyard.authorizations.AuthorizationsClient;
import io.lanyard.authorizations.Destinations;
import io.lanyard.core.Crn;
import io.lanyard.core.Secret;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyClient;
import io.lanyard.resources.ResourceKey;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.engine.UnexpectedStateException;
import io.lanyard.workshop.labs.LabEnvironment;
import java.util.List;
import java.util.concurrent.Callable;

/** Targets lab: lets Activity Tracker write to the bucket, the topic and the log, after a few ways that don't. */
final class Authorizing {
    private final LabEnvironment environment;
    private final AuditState state;
    private final WriteTests tests;

    Authorizing(LabEnvironment environment, AuditState state, WriteTests tests) {
        this.environment = environment;
        this.state = state;
        this.tests = tests;
    }

    void bucket(Scene scene) throws Exception {
        var store = state.crn(Names.STORE);
        var bucket = Names.bucket(state.account());
        var other = Names.otherBucket(state.account());
        inVain(scene, "Object Reader on bucket " + bucket, () -> readerOnBucket(store, bucket));
        inVain(scene, "Object Writer on bucket " + other, () -> create(ActivityTracker.toBucket(store, other)));
        scene.ask(
                Request.of("authorize", "Activity Tracker as Object Writer on bucket " + bucket),
                () -> writerOnBucket(store, bucket),
                Authorizing::id);
        tests.accepted(scene, Names.BUCKET_TARGET, tests::bucket);
    }

    private void inVain(Scene scene, String what, Callable<Authorization> authorize) throws Exception {
        var made = scene.ask(Request.of("authorize", "Activity Tracker as " + what), authorize, Authorizing::id);
        tests.refused(scene, Names.BUCKET_TARGET, tests::bucket);
        remove(scene, made);
    }

    void remove(Scene scene, Authorization authorization) throws Exception {
        scene.ask(
                Request.of("remove", id(authorization)),
                () -> {
                    var authorizations = client();
                    var id = authorization.id();
                    // tag::remove-authorization[]
                    authorizations.delete(id);
                    // end::remove-authorization[]
                    return id;
                },
                gone -> "removed");
    }

    private Authorization readerOnBucket(Crn store, String bucket) {
        var authorizations = client();
        // tag::wrong-role[]
        var made = authorizations.create(allow(ACTIVITY_TRACKER)
                .toAct(OBJECT_READER)
                .on(Destinations.bucket(store, bucket))
                .because("authorize-targets workshop: the wrong role"));
        // end::wrong-role[]
        return made;
    }

    Authorization writerOnBucket(Crn store, String bucket) {
        var authorizations = client();
        // tag::authorize-bucket[]
        var made = authorizations.create(
                ActivityTracker.toBucket(store, bucket).because("authorize-targets workshop: the archive"));
        // end::authorize-bucket[]
        return made;
    }

    void topic(Scene scene) throws Exception {
        var stream = state.crn(Names.STREAM);
        scene.ask(
                Request.of("authorize", "Activity Tracker as Writer on topic " + Names.TOPIC + ", and on nothing else"),
                () -> onlyTopic(stream),
                policy -> "authorization " + policy.id());
        tests.refused(scene, Names.TOPIC_TARGET, tests::topic);
        scene.say("A topic can only be reached through its cluster, and that takes Reader there. The SDK knows: ensure"
                + " adopts the authorization that is there, and adds the one that is missing.");
        scene.ask(
                Request.of("ensure", "Activity Tracker as Writer on topic " + Names.TOPIC),
                () -> writerOnTopic(stream),
                made -> id(made) + ", with Reader on the cluster: "
                        + made.companions().get(0).id());
        tests.accepted(scene, Names.TOPIC_TARGET, tests::topic);
    }

    /** What the topic alone comes to; the SDK's own create would see to the cluster as well. */
    private Policy onlyTopic(Crn stream) {
        var policies = new PolicyClient(environment.cloud());
        // tag::topic-alone[]
        var topic = ActivityTracker.toTopic(stream, "audit").because("authorize-targets workshop: the topic alone");
        var made = policies.v1().create(topic.grant());
        // end::topic-alone[]
        return made;
    }

    private Authorization writerOnTopic(Crn stream) {
        var authorizations = client();
        // tag::authorize-topic[]
        var made = authorizations.ensure(
                ActivityTracker.toTopic(stream, "audit").because("authorize-targets workshop: the stream"));
        // end::authorize-topic[]
        return made;
    }

    void log(Scene scene) throws Exception {
        var log = state.crn(Names.LOG);
        var reader = scene.ask(
                Request.of("create", "service key of " + Names.LOG + ", Reader"),
                this::readerOfLog,
                key -> key.guid() + ", and its API key");
        tests.explain(
                scene,
                scene.refused(
                        Request.of("authorize", "Activity Tracker as Sender on " + Names.LOG)
                                .as("the reader of the log"),
                        () -> new AuthorizationsClient(environment.as(apiKey(reader))).create(toLog(log))));
        scene.ask(
                Request.of("list", "the account's authorizations").as("the reader of the log"),
                () -> authorizationsAs(reader),
                seen -> seen.size() + " of " + state.authorizations().size() + ": he sees what he may manage");
        scene.say("Who may read a log may not decide who writes to it: that takes Administrator on the log.");
        scene.ask(
                Request.of("authorize", "Activity Tracker as Sender on " + Names.LOG),
                () -> senderOnLog(log),
                Authorizing::id);
        tests.accepted(scene, Names.LOG_TARGET, tests::log);
    }

    private ResourceKey readerOfLog() {
        var log = state.demand(Names.LOG);
        return new ResourcesClient(environment.cloud())
                .keys()
                .create("audit-log-reader", log.id(), key -> key.role("Reader"));
    }

    private List<Authorization> authorizationsAs(ResourceKey reader) {
        return new AuthorizationsClient(environment.as(apiKey(reader)))
                .list(state.account()).stream().toList();
    }

    private static Secret apiKey(ResourceKey key) {
        return key.credentials()
                .flatMap(credentials -> credentials.apikey())
                .orElseThrow(() -> new UnexpectedStateException("the service key has no API key in it"));
    }

    private static Allowance toLog(Crn log) {
        return ActivityTracker.toCloudLogs(log).because(Names.MARK + ": the log");
    }

    private Authorization senderOnLog(Crn log) {
        var authorizations = client();
        // tag::authorize-log[]
        var made =
                authorizations.create(ActivityTracker.toCloudLogs(log).because("authorize-targets workshop: the log"));
        // end::authorize-log[]
        return made;
    }

    private Authorization create(Allowance allowance) {
        return client().create(allowance.because(Names.MARK + ": the wrong place"));
    }

    private AuthorizationsClient client() {
        return new AuthorizationsClient(environment.cloud());
    }

    static String id(Authorization authorization) {
        return "authorization " + authorization.id();
    }
}
