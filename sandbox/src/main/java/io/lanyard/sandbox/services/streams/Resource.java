// Room: sandbox / streams.
package io.lanyard.sandbox.services.streams;

import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.resources.ServiceInstance;
import io.lanyard.sandbox.state.Account;

/**
 * A part of an instance that policies are about: the cluster as a whole, or a topic, consumer group or transactional id by its
 * name.
 *
 * @param type as policies name it
 * @param name its name; empty for the cluster
 */
public record Resource(String type, String name) {
    /** The cluster, on which everybody needs {@code messagehub.cluster.read} before anything else. */
    public static final Resource CLUSTER = new Resource("cluster", "");

    /** A topic. */
    public static Resource topic(String name) {
        return new Resource("topic", name);
    }

    /** A consumer group. */
    public static Resource group(String name) {
        return new Resource("group", name);
    }

    /** A transactional id. */
    public static Resource transaction(String id) {
        return new Resource("txnid", id);
    }

    /** Tells whether it is a topic that the broker keeps for itself. */
    boolean isBrokersOwn() {
        return type.equals("topic") && Broker.owns(name);
    }

    /** Returns it as what a policy of its account is matched against. */
    Target in(Account account, ServiceInstance instance) {
        Target service = Target.in(account, EventStreams.SERVICE)
                .with("region", instance.place())
                .with("resourceGroupId", instance.groupId())
                .with("serviceInstance", instance.guid())
                .with("resourceType", type);
        String crn = instance.crn();
        return name.isEmpty()
                ? service.named(crn, instance.name())
                : service.with("resource", name).named(crn.substring(0, crn.length() - 1) + type + ":" + name, name);
    }
}
