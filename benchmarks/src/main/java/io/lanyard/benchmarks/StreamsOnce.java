package io.lanyard.benchmarks;

import io.lanyard.resources.KeyCredentials;
import io.lanyard.resources.Offering;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A whole process: start the sandbox, make an Event Streams instance, a key and a topic, write one record, end. */
public final class StreamsOnce {

    private StreamsOnce() {}

    /**
     * Does it.
     *
     * @param args none
     * @throws ExecutionException when the broker refuses
     * @throws InterruptedException when it is stopped
     */
    public static void main(String[] args) throws ExecutionException, InterruptedException {
        try (var sandbox = Sandbox.start()) {
            var account = sandbox.account();
            var resources = new ResourcesClient(account.cloud());
            var group = resources.groups().defaultOf(account.id()).id();
            var instance = resources
                    .instances()
                    .create(
                            "streams",
                            group,
                            Offering.plan("messagehub-standard").in("us-south"));
            var key = resources.keys().create("key", instance.id(), k -> k.role("Manager"));
            write(settings(key.credentials().orElseThrow()));
        }
    }

    /** The settings of a Kafka client with this key. */
    static Map<String, Object> settings(KeyCredentials key) {
        return Map.of(
                "bootstrap.servers",
                key.bootstrapEndpoints().orElseThrow(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"token\" password=\""
                        + key.apikey().orElseThrow().reveal() + "\";");
    }

    static void write(Map<String, Object> settings) throws ExecutionException, InterruptedException {
        createTopic(settings, "first");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("first", "record")).get();
        }
    }

    static void createTopic(Map<String, Object> settings, String name) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }
}
