package io.lanyard.workshop.labs.targets;

import io.lanyard.core.Crn;
import io.lanyard.core.Secret;
import io.lanyard.resources.Instance;
import io.lanyard.resources.Offering;
import io.lanyard.resources.ResourceKey;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.labs.LabEnvironment;
import io.lanyard.workshop.streams.EventStreams;
import java.util.List;

/** Targets lab: makes the places that events shall go to: a bucket, a topic and a log. */
final class Places {
    private final LabEnvironment environment;
    private final AuditState state;

    private final String whoever;

    Places(LabEnvironment environment, AuditState state) {
        this(environment, state, "");
    }

    Places(LabEnvironment environment, AuditState state, String whoever) {
        this.environment = environment;
        this.state = state;
        this.whoever = whoever;
    }

    void make(Scene scene) throws Exception {
        var store = makeStore(scene, Names.STORE);
        makeBucket(scene, store.crn(), Names.bucket(state.account()));
        var stream = scene.ask(
                Request.of("create", "Event Streams instance " + Names.STREAM),
                () -> state.await(createStream()),
                Places::id);
        var key = scene.ask(
                Request.of("create", "service key of " + Names.STREAM + ", Reader"),
                () -> createKey(stream),
                created -> "brokers " + String.join(", ", brokers(created)));
        scene.ask(
                Request.of("create", "topic " + Names.TOPIC),
                () -> createTopic(brokers(key), environment.ownerKey()),
                created -> created);
        scene.ask(Request.of("create", "Cloud Logs instance " + Names.LOG), () -> state.await(createLog()), Places::id);
    }

    Instance makeStore(Scene scene, String name) throws Exception {
        return scene.ask(
                Request.of("create", "Object Storage instance " + name).as(whoever),
                () -> state.await(createStore(name)),
                Places::id);
    }

    void makeBucket(Scene scene, Crn store, String name) throws Exception {
        scene.ask(
                Request.of("create", "bucket " + name).as(whoever),
                () -> {
                    state.store(store).createBucket(name);
                    return name;
                },
                created -> "created");
    }

    private Instance createStore(String name) {
        var resources = new ResourcesClient(environment.cloud());
        var account = state.account();
        // tag::create-store[]
        var group = resources.groups().defaultOf(account);
        var storage = Offering.plan("744bfc56-d12c-4866-88d5-dac9139e0e5d").in("global");
        var store = resources.instances().create(name, group.id(), storage);
        // end::create-store[]
        return store;
    }

    private Instance createStream() {
        var resources = new ResourcesClient(environment.cloud());
        var group = resources.groups().defaultOf(state.account());
        // tag::create-stream[]
        var streams = Offering.plan("messagehub-standard").in("us-south");
        var stream = resources.instances().create("audit-stream", group.id(), streams);
        // end::create-stream[]
        return stream;
    }

    private ResourceKey createKey(Instance stream) {
        var resources = new ResourcesClient(environment.cloud());
        // tag::create-key[]
        var key = resources.keys().create("audit-stream-reader", stream.id(), k -> k.role("Reader"));
        // end::create-key[]
        return key;
    }

    private static String createTopic(List<String> brokers, Secret key) {
        // tag::create-topic[]
        EventStreams.at(brokers, key).createTopic("audit");
        // end::create-topic[]
        return "created";
    }

    private Instance createLog() {
        var resources = new ResourcesClient(environment.cloud());
        var group = resources.groups().defaultOf(state.account());
        // tag::create-log[]
        var logs = Offering.plan("logs-standard").in("us-south");
        var log = resources.instances().create("audit-log", group.id(), logs);
        // end::create-log[]
        return log;
    }

    static List<String> brokers(ResourceKey key) {
        return key.credentials().map(credentials -> credentials.brokers()).orElse(List.of());
    }

    private static String id(Instance instance) {
        return instance.guid();
    }
}
