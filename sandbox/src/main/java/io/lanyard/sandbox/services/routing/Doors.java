// Room: sandbox / routing.
package io.lanyard.sandbox.services.routing;

import io.lanyard.sandbox.delivery.BucketDoor;
import io.lanyard.sandbox.delivery.LogDoor;
import io.lanyard.sandbox.delivery.TopicDoor;

/**
 * The services that events can be delivered to.
 *
 * @param buckets Object Storage
 * @param topics Event Streams
 * @param logs Cloud Logs
 */
public record Doors(BucketDoor buckets, TopicDoor topics, LogDoor logs) {}
