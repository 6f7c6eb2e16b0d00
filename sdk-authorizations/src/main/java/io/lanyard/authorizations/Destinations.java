package io.lanyard.authorizations;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.policy.Resource;
import io.lanyard.policy.Targets;

/**
 * Authorizations: what a source acts on: a service, an instance of it, or one thing in an instance. Each can be made narrower:
 * {@code instance(crn).resourceType("topic")}.
 */
public final class Destinations {

    static final String EVENT_STREAMS = "messagehub";

    private Destinations() {}

    /**
     * Names a service with all its instances.
     *
     * @param name    the service's name, such as {@code logs}
     * @param account the account that owns the instances
     * @return the service
     */
    public static Resource service(String name, AccountId account) {
        return Targets.service(name, account);
    }

    /**
     * Names a service instance with all that is in it.
     *
     * @param instance its CRN
     * @return the instance
     * @throws IllegalArgumentException when the CRN names no instance of an account, or only something in one
     */
    public static Resource instance(Crn instance) {
        return Targets.instance(instance);
    }

    /**
     * Names one bucket.
     *
     * @param instance the CRN of the Object Storage instance that it is in
     * @param name     the bucket's name
     * @return the bucket
     */
    public static Resource bucket(Crn instance, String name) {
        return Targets.bucket(instance, name);
    }

    /**
     * Names one resource in an instance, such as a bucket or a topic.
     *
     * @param instance the CRN of the instance that it is in
     * @param type     the service's word for it, such as {@code bucket}
     * @param name     its name
     * @return the resource
     */
    public static Resource resource(Crn instance, String type, String name) {
        return instance(instance).resource(type, name);
    }

    /**
     * Names one topic. Whoever acts on it must be Reader on its {@link #cluster}, too; {@link AuthorizationsClient} sees to that.
     *
     * @param instance the CRN of the Event Streams instance that it is in
     * @param name     the topic's name
     * @return the topic
     */
    public static Resource topic(Crn instance, String name) {
        return resource(instance, "topic", name);
    }

    /**
     * Names the cluster of an Event Streams instance: the instance without its topics.
     *
     * @param instance the CRN of the Event Streams instance
     * @return the cluster
     */
    public static Resource cluster(Crn instance) {
        return instance(instance).resourceType("cluster");
    }
}
