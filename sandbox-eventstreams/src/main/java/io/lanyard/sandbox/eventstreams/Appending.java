// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import io.lanyard.sandbox.delivery.TopicDoor.Message;
import io.lanyard.sandbox.services.streams.Broker.Entry;
import io.lanyard.sandbox.services.streams.Broker.Place;
import io.lanyard.sandbox.services.streams.BrokerException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The producer of the service itself. */
final class Appending {
    private final Producer<byte[], byte[]> producer;

    Appending(Map<String, Object> client) {
        client.putAll(Map.of(
                "acks",
                "all",
                "linger.ms",
                "0",
                "max.block.ms",
                (int) Waiting.LIMIT.toMillis(),
                "request.timeout.ms",
                (int) Waiting.LIMIT.toMillis() / 2,
                "delivery.timeout.ms",
                (int) Waiting.LIMIT.toMillis()));
        producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void append(String topic, List<Message> messages) throws BrokerException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(messages.size());
        for (Message message : messages) {
            var headers = new RecordHeaders();
            message.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
            sent.add(producer.send(new ProducerRecord<>(
                    topic, null, null, null, message.value().getBytes(StandardCharsets.UTF_8), headers)));
        }
        await(sent);
    }

    /** Waits for all: one that is refused stops none of the others. */
    private static void await(List<Future<RecordMetadata>> sent) throws BrokerException {
        int stored = 0;
        Optional<BrokerException> first = Optional.empty();
        for (Future<RecordMetadata> one : sent) {
            if (one.isDone() || first.isEmpty() || first.get().code() != BrokerException.TIMED_OUT) {
                try {
                    Waiting.on(one);
                    stored++;
                } catch (BrokerException failed) {
                    first = first.or(() -> Optional.of(failed));
                }
            }
        }
        if (first.isPresent()) {
            throw new BrokerException(
                    first.get().code(), String.valueOf(first.get().getMessage()), stored);
        }
    }

    Place write(String topic, Entry entry) throws BrokerException {
        var headers = new RecordHeaders();
        entry.headers().forEach(header -> headers.add(header.getKey(), header.getValue()));
        var stored = Waiting.on(producer.send(new ProducerRecord<>(
                topic, null, null, entry.key().orElse(null), entry.value().orElse(null), headers)));
        return new Place(stored.partition(), stored.offset(), stored.timestamp());
    }

    void close() {
        producer.close(Duration.ZERO);
    }
}
