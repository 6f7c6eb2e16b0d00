// Room: sandbox / routing.
package io.lanyard.sandbox.services.routing;

import io.lanyard.sandbox.delivery.BucketDoor;
import io.lanyard.sandbox.delivery.DeliveryException;
import io.lanyard.sandbox.delivery.DeliveryException.Reason;
import io.lanyard.sandbox.delivery.LogDoor;
import io.lanyard.sandbox.delivery.TopicDoor;

/**
 * The services that events can be delivered to.
 *
 * @param buckets Object Storage
 * @param topics Event Streams
 * @param logs Cloud Logs
 */
public record Doors(BucketDoor buckets, TopicDoor topics, LogDoor logs) {

    /** Object Storage, where there is none. */
    public static BucketDoor noBuckets() {
        return (call, instance, bucket, key, content) -> {
            throw closed("Object Storage");
        };
    }

    /** Cloud Logs, where there is none. */
    public static LogDoor noLogs() {
        return (call, instance, lines) -> {
            throw closed("Cloud Logs");
        };
    }

    private static DeliveryException closed(String service) {
        return new DeliveryException(Reason.NO_SUCH_PLACE, "This sandbox has no " + service + ".");
    }
}
