// Room: sandbox / delivery.
package io.lanyard.sandbox.delivery;

import io.lanyard.sandbox.kernel.ServiceCall;
import java.util.List;
import java.util.Map;

/** Event Streams, as other services write to it. */
@FunctionalInterface
public interface TopicDoor {
    /**
     * Appends records and returns once the broker has them; needs {@code messagehub.cluster.read} on the cluster and
     * {@code messagehub.topic.write} on the topic.
     *
     * @param call who writes
     * @param instanceCrn the Event Streams instance
     * @throws DeliveryException when not all of them were taken; it says how many were
     */
    void send(ServiceCall call, String instanceCrn, String topic, List<Message> messages) throws DeliveryException;

    /**
     * One record.
     *
     * @param headers names and values; values are written as UTF-8
     * @param value text, written as UTF-8
     */
    record Message(Map<String, String> headers, String value) {}
}
