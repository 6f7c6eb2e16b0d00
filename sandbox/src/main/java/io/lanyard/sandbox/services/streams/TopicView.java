// Room: sandbox / streams.
package io.lanyard.sandbox.services.streams;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.services.streams.Broker.Topic;
import java.util.List;
import java.util.Optional;

/** Writes a topic. */
final class TopicView {
    private static final List<String> SHOWN = List.of(
            "cleanup.policy",
            "min.insync.replicas",
            "retention.bytes",
            "retention.ms",
            "segment.bytes",
            "segment.index.bytes",
            "segment.ms");

    private TopicView() {}

    static JsonObject of(Topic topic) {
        var configs = new JsonObject();
        SHOWN.forEach(name -> config(topic, name).ifPresent(value -> configs.addProperty(name, value)));
        var json = new JsonObject();
        json.addProperty("name", topic.name());
        json.addProperty("partitions", topic.partitions());
        json.addProperty("replicationFactor", topic.replicas());
        config(topic, "retention.ms").ifPresent(value -> json.addProperty("retentionMs", Long.parseLong(value)));
        config(topic, "cleanup.policy").ifPresent(value -> json.addProperty("cleanupPolicy", value));
        json.add("configs", configs);
        var assignments = new JsonArray();
        for (int partition = 0; partition < topic.partitions(); partition++) {
            var replicas = new JsonArray();
            replicas.add(1);
            var brokers = new JsonObject();
            brokers.add("replicas", replicas);
            var assignment = new JsonObject();
            assignment.addProperty("id", partition);
            assignment.add("brokers", brokers);
            assignments.add(assignment);
        }
        json.add("replicaAssignments", assignments);
        return json;
    }

    private static Optional<String> config(Topic topic, String name) {
        return Optional.ofNullable(topic.configs().get(name));
    }
}
