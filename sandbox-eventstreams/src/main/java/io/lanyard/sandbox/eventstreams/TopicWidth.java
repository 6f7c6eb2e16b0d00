// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import io.lanyard.sandbox.services.streams.Broker;
import java.util.Map;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.server.policy.CreateTopicPolicy;

/** Keeps topics from being made with more partitions than a topic has here. Kafka makes it by its name, so it is public. */
public final class TopicWidth implements CreateTopicPolicy {
    /** Made by Kafka. */
    public TopicWidth() {}

    @Override
    public void configure(Map<String, ?> settings) {}

    @Override
    public void validate(RequestMetadata wanted) {
        int partitions =
                wanted.numPartitions() == null ? wanted.replicasAssignments().size() : wanted.numPartitions();
        if (tooWide(partitions)) {
            throw new PolicyViolationException(Broker.tooManyPartitions(partitions));
        }
    }

    static boolean tooWide(int partitions) {
        return partitions > Broker.MOST_PARTITIONS;
    }

    @Override
    public void close() {}
}
