package io.lanyard.workshop.streams;

import io.lanyard.core.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Streams: the brokers of an Event Streams instance, as the holder of an API key sees them. Nothing is connected before it is asked. */
public final class EventStreams {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

    private final List<String> brokers;
    private final Secret key;

    private EventStreams(List<String> brokers, Secret key) {
        this.brokers = List.copyOf(brokers);
        this.key = key;
    }

    /**
     * Names the brokers, and who asks them.
     *
     * @param brokers host and port of each, as a service key or a target tells them
     * @param key an API key; the user name that goes with it is always {@code token}
     * @return the brokers
     */
    public static EventStreams at(List<String> brokers, Secret key) {
        return new EventStreams(brokers, key);
    }

    /**
     * Creates a topic of one partition. Needs {@code messagehub.topic.manage}: Manager.
     *
     * @param name its name; it is well if there is one of this name
     * @throws StreamsException when the brokers refuse, or don't answer
     */
    public void createTopic(String name) {
        try (var admin = Admin.create(settings())) {
            var topic = new NewTopic(name, Optional.of(1), Optional.empty());
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw failed(
                        "create topic " + name,
                        Optional.ofNullable(e.getCause()).orElse(e));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("create topic " + name, e);
        } catch (KafkaException e) {
            throw failed("create topic " + name, e);
        }
    }

    /**
     * Looks for a topic. Needs {@code messagehub.topic.read}: Reader.
     *
     * @param name its name
     * @return whether it is there, and may be seen
     * @throws StreamsException when the brokers refuse, or don't answer
     */
    public boolean hasTopic(String name) {
        return withConsumer(
                "look for topic " + name,
                consumer -> consumer.listTopics(PATIENCE).containsKey(name));
    }

    /**
     * Reads what is in a topic now, from its beginning to its end, and remembers nothing of having done so. Needs
     * {@code messagehub.topic.read}: Reader.
     *
     * @param topic its name
     * @return all its records, in order
     * @throws StreamsException when the brokers refuse, or don't answer
     */
    public List<StreamRecord> read(String topic) {
        return withConsumer("read topic " + topic, consumer -> readAll(consumer, topic));
    }

    private static List<StreamRecord> readAll(Consumer<String, String> consumer, String topic) {
        var partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions, PATIENCE);
        var records = new ArrayList<StreamRecord>();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (partitions.stream().anyMatch(one -> consumer.position(one, PATIENCE) < ends.getOrDefault(one, 0L))) {
            if (System.nanoTime() > until) {
                throw new org.apache.kafka.common.errors.TimeoutException(
                        "its end did not come within " + PATIENCE.toSeconds() + " s");
            }
            consumer.poll(Duration.ofMillis(200)).forEach(found -> records.add(record(found)));
        }
        return List.copyOf(records);
    }

    private static StreamRecord record(ConsumerRecord<String, String> found) {
        var headers = new LinkedHashMap<String, String>();
        for (Header header : found.headers()) {
            headers.put(header.key(), new String(header.value(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return new StreamRecord(headers, Optional.ofNullable(found.value()).orElse(""));
    }

    private <T> T withConsumer(String what, Function<Consumer<String, String>, T> act) {
        var strings = new StringDeserializer();
        try (var consumer = new KafkaConsumer<>(settings(), strings, strings)) {
            return act.apply(consumer);
        } catch (KafkaException e) {
            throw failed(what, e);
        }
    }

    /** On loopback there is nobody to hide the key from; everywhere else it travels encrypted. */
    private Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", String.join(",", brokers));
        settings.put(
                "security.protocol",
                brokers.stream().allMatch(EventStreams::isLoopback) ? "SASL_PLAINTEXT" : "SASL_SSL");
        settings.put("sasl.mechanism", "PLAIN");
        settings.put(
                "sasl.jaas.config",
                PlainLoginModule.class.getName() + " required username=\"token\" password=\"" + key.reveal() + "\";");
        settings.put("request.timeout.ms", 10_000);
        settings.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
        settings.put("enable.auto.commit", false);
        return settings;
    }

    private static boolean isLoopback(String broker) {
        return LOOPBACK.contains(broker.substring(0, Math.max(0, broker.lastIndexOf(':'))));
    }

    private StreamsException failed(String what, Throwable cause) {
        boolean refusal = cause instanceof AuthorizationException || cause instanceof AuthenticationException;
        var asked = what + " at " + String.join(", ", brokers) + ": ";
        var todo = refusal ? "" : " Is the broker running and the address right?";
        return new StreamsException(asked + cause.getMessage() + "." + todo, refusal, cause);
    }

    @Override
    public String toString() {
        return "EventStreams" + brokers;
    }
}
