// Room: sandbox-eventstreams, tests. Kafka's own clients, as a program uses them.
package io.lanyard.sandbox.eventstreams;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Somebody's clients; each call connects anew. */
record Clients(Map<String, Object> settings) {
    static Clients withKey(String brokers, String key) {
        return with(
                brokers,
                "PLAIN",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"token\" password=\"" + key
                        + "\";");
    }

    static Clients with(String brokers, String mechanism, String jaas) {
        return new Clients(Map.of(
                "bootstrap.servers",
                brokers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                mechanism,
                "sasl.jaas.config",
                jaas));
    }

    Clients also(String name, Object value) {
        Map<String, Object> more = new HashMap<>(settings);
        more.put(name, value);
        return new Clients(more);
    }

    Admin admin() {
        return Admin.create(settings);
    }

    void createTopic(String name) throws Throwable {
        try (var admin = admin()) {
            got(admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty())))
                    .all());
        }
    }

    KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    void produce(String topic, String value) throws Throwable {
        try (var producer = producer()) {
            got(producer.send(new ProducerRecord<>(topic, value)));
        }
    }

    KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                also("auto.offset.reset", "earliest").settings, new StringDeserializer(), new StringDeserializer());
    }

    /** Reads so many records from the beginning, as a member of no group. */
    List<ConsumerRecord<String, String>> read(String topic, int many) {
        try (var consumer = consumer()) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return poll(consumer, many);
        }
    }

    /** Reads so many records as a member of a group, and commits. */
    List<ConsumerRecord<String, String>> readAs(String group, String topic, int many) {
        try (var consumer = also("group.id", group).consumer()) {
            consumer.subscribe(List.of(topic));
            var records = poll(consumer, many);
            consumer.commitSync();
            return records;
        }
    }

    private static List<ConsumerRecord<String, String>> poll(KafkaConsumer<String, String> consumer, int many) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (records.size() < many && System.nanoTime() < end) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    static <T> T got(Future<T> answer) throws Throwable {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }
}
