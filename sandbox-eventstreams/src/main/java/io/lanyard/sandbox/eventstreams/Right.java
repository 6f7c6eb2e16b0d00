// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import io.lanyard.sandbox.services.streams.Resource;
import java.util.Optional;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What IAM calls that which Kafka asks for.
 *
 * @param action the action
 * @param resource what it is done to
 */
record Right(String action, Resource resource) {
    /** What everybody needs. */
    static final Right BASIC = new Right("messagehub.cluster.read", Resource.CLUSTER);

    /**
     * Finds it. Nothing when Kafka asks first whether somebody may do it to all topics: then it asks again for each of them, as
     * IAM does.
     */
    static Optional<Right> of(AclOperation operation, ResourceType type, String name) {
        return switch (type) {
            case TOPIC -> Optional.of(new Right(topic(operation), Resource.topic(name)));
            case GROUP -> Optional.of(new Right(group(operation), Resource.group(name)));
            case TRANSACTIONAL_ID -> Optional.of(new Right("messagehub.txnid.write", Resource.transaction(name)));
            case CLUSTER -> cluster(operation);
            default -> Optional.of(new Right("messagehub.cluster.manage", Resource.CLUSTER));
        };
    }

    private static String topic(AclOperation operation) {
        return switch (operation) {
            case DESCRIBE, READ, DESCRIBE_CONFIGS -> "messagehub.topic.read";
            case WRITE -> "messagehub.topic.write";
            default -> "messagehub.topic.manage";
        };
    }

    private static String group(AclOperation operation) {
        return switch (operation) {
            case DESCRIBE, READ, DESCRIBE_CONFIGS -> "messagehub.group.read";
            default -> "messagehub.group.manage";
        };
    }

    private static Optional<Right> cluster(AclOperation operation) {
        return switch (operation) {
            case CREATE, DELETE -> Optional.empty();
            case IDEMPOTENT_WRITE -> Optional.of(BASIC);
            case DESCRIBE_CONFIGS -> Optional.of(new Right("messagehub.config.read", Resource.CLUSTER));
            default -> Optional.of(new Right("messagehub.cluster.manage", Resource.CLUSTER));
        };
    }
}
