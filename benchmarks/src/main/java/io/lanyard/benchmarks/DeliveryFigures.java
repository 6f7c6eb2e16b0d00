package io.lanyard.benchmarks;

import com.google.gson.JsonParser;
import io.lanyard.audit.AuditClient;
import io.lanyard.audit.Location;
import io.lanyard.audit.Query;
import io.lanyard.audit.Region;
import io.lanyard.audit.Rule;
import io.lanyard.audit.Sink;
import io.lanyard.authorizations.ActivityTracker;
import io.lanyard.authorizations.Allowance;
import io.lanyard.authorizations.AuthorizationsClient;
import io.lanyard.core.Crn;
import io.lanyard.core.Secret;
import io.lanyard.identity.IdentityClient;
import io.lanyard.policy.Grant;
import io.lanyard.policy.PolicyClient;
import io.lanyard.policy.RoleId;
import io.lanyard.policy.Targets;
import io.lanyard.resources.InstanceId;
import io.lanyard.resources.Offering;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * How many audit events a second get from API calls into a log, a topic and a bucket: sixteen connections call as fast as they
 * are answered, and the time ends when the last event is there. What is there is counted in the target itself. The floor is the
 * same load on a server of bare sockets that has one answer for all, and so neither judges nor delivers anything.
 */
final class DeliveryFigures {

    private static final int CONNECTIONS = 16;

    /** The event of each call of the load; counting leaves other ones. */
    private static final String READ = "iam-am.policy.read";

    private static final Pattern KEY = Pattern.compile("<Key>([^<]+)</Key>");

    private final Report report;
    private final Duration time;
    private double floor;

    DeliveryFigures(Report report, boolean quick) {
        this.report = report;
        this.time = Duration.ofSeconds(quick ? 5 : 15);
    }

    void run() throws IOException, InterruptedException, ExecutionException {
        floor = floor();
        log();
        topic();
        bucket();
    }

    private double floor() throws IOException, InterruptedException {
        try (var server = ServerProcess.start(FixedServer.class)) {
            int port = URI.create(server.url()).getPort();
            var load = new RawLoad(port, CONNECTIONS);
            String get = get(port, "1", "token");
            load.run(time.dividedBy(2), 200, n -> get);
            return load.run(time, 200, n -> get).perSecond();
        }
    }

    private static String get(int port, String policy, String token) {
        return "GET /v2/policies/" + policy + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer "
                + token + "\r\n\r\n";
    }

    private void log() throws IOException, InterruptedException {
        try (var sandbox = Sandbox.start()) {
            var log = sandbox.account().newInstance("logs-standard", "us-south", "events");
            authorize(sandbox, ActivityTracker.toCloudLogs(log));
            var cloud = sandbox.account().cloud();
            measure("a log", sandbox, Sink.logs(log), () -> {
                var counted = new AuditClient(cloud)
                        .logs(log)
                        .query(Query.dataPrime("source logs | filter $d.action == '" + READ + "' | count"));
                return JsonParser.parseString(counted.get(0).userData())
                        .getAsJsonObject()
                        .get("_count")
                        .getAsLong();
            });
        }
    }

    private void topic() throws IOException, InterruptedException, ExecutionException {
        try (var sandbox = Sandbox.start()) {
            var resources = new ResourcesClient(sandbox.account().cloud());
            var group = resources.groups().defaultOf(sandbox.account().id()).id();
            var streams = resources
                    .instances()
                    .create(
                            "events",
                            group,
                            Offering.plan("messagehub-standard").in("us-south"));
            var key = resources.keys().create("reader", InstanceId.of(streams.guid()), k -> k.role("Manager"));
            var settings = StreamsOnce.settings(key.credentials().orElseThrow());
            StreamsOnce.createTopic(settings, "events");
            authorize(sandbox, ActivityTracker.toEventStreams(streams.crn()));
            var brokers = key.credentials().orElseThrow().bootstrapEndpoints().orElseThrow();
            measure("a topic", sandbox, Sink.topic(streams.crn(), "events", brokers), () -> {
                try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
                    var partition = new TopicPartition("events", 0);
                    return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
                }
            });
        }
    }

    private void bucket() throws IOException, InterruptedException {
        try (var sandbox = Sandbox.start()) {
            var store = sandbox.account().newInstance("cloud-object-storage-standard", "global", "events");
            var bucket = new Bucket(sandbox, store, token(sandbox));
            bucket.send("PUT", "");
            authorize(sandbox, ActivityTracker.toBucket(store, "events"));
            measure(
                    "a bucket",
                    sandbox,
                    Sink.bucket(
                            store, "events", URI.create(sandbox.storageUrl()).getAuthority()),
                    bucket::lines);
        }
    }

    private static void authorize(Sandbox sandbox, Allowance delivery) {
        new AuthorizationsClient(sandbox.account().cloud()).ensure(delivery);
    }

    private static String token(Sandbox sandbox) {
        Secret key = sandbox.account().ownerKey();
        return new IdentityClient(sandbox.account().cloud())
                .tokens()
                .exchange(key)
                .accessToken()
                .reveal();
    }

    /** Counts the events in a target. */
    private interface Counter {
        long count() throws IOException, InterruptedException;
    }

    private void measure(String where, Sandbox sandbox, Sink sink, Counter counter)
            throws IOException, InterruptedException {
        var account = sandbox.account();
        var routing = new AuditClient(account.cloud()).routing(Region.US_SOUTH);
        var target = routing.targets().create("events", sink);
        var policy = new PolicyClient(account.cloud())
                .policies()
                .create(Grant.grant(RoleId.READER)
                        .to(account.owner())
                        .on(Targets.containerRegistry(account.id())
                                .region("us-south")
                                .namespace("team-a")));
        routing.routes()
                .create(
                        "events",
                        Rule.of(Location.GLOBAL, Location.of(Region.US_SOUTH.value()))
                                .to(target.id()));
        int port = URI.create(sandbox.url()).getPort();
        String get = get(port, policy.id().value(), token(sandbox));
        var load = new RawLoad(port, CONNECTIONS);
        load.run(time.dividedBy(2), 200, n -> get);
        sandbox.flush();
        long before = counter.count();

        long start = System.nanoTime();
        var outcome = load.run(time, 200, n -> get);
        boolean whole = sandbox.flush();
        double seconds = (System.nanoTime() - start) / 1e9;
        long there = counter.count() - before;
        report.figure("events a second into " + where, there / seconds, "/s", where.equals("a log") ? "≥ 2,000" : "");
        report.ratio("time of an event into " + where, 1e6 * seconds / there, 1e6 / floor, "µs", "");
        report.figure(
                "of " + outcome.requests() + " calls, events that are not there"
                        + (whole ? "" : " (the flush gave up)"),
                (double) (outcome.requests() - there),
                "",
                "0");
    }

    /** A bucket, read without a client library. */
    private record Bucket(Sandbox sandbox, Crn instance, String token) {
        String send(String method, String path) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(sandbox.storageUrl() + "/events" + path))
                    .header("Authorization", "Bearer " + token)
                    .header("ibm-service-instance-id", instance.value())
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(method + " " + path + " was answered with " + answer.statusCode());
            }
            return answer.body();
        }

        long lines() throws IOException, InterruptedException {
            long lines = 0;
            var keys = KEY.matcher(send("GET", "?list-type=2&max-keys=1000"));
            while (keys.find()) {
                if (keys.group(1).endsWith(".log")) {
                    lines += send("GET", "/" + keys.group(1).replace("+", "%2B").replace(":", "%3A"))
                            .lines()
                            .map(line -> JsonParser.parseString(line).getAsJsonObject())
                            .filter(event -> event.has("action")
                                    && event.get("action").getAsString().equals(READ))
                            .count();
                }
            }
            return lines;
        }
    }
}
