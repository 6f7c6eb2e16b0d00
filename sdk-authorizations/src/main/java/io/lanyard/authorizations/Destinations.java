package io.lanyard.authorizations;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.policy.Resource;
import io.lanyard.policy.Targets;

/**
 * Authorizations: what a source acts on, named by the CRN of a service instance. All instances of a service are
 * {@link Targets#service}.
 */
public final class Destinations {

    static final String EVENT_STREAMS = "messagehub";

    private Destinations() {}

    /**
     * Names a service instance with all that is in it.
     *
     * @param instance its CRN
     * @return the instance
     * @throws IllegalArgumentException when the CRN names no instance of an account
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
     * Names one topic. Whoever acts on it must be Reader on its {@link #cluster}, too; {@link AuthorizationsClient} sees to that.
     *
     * @param instance the CRN of the Event Streams instance that it is in
     * @param name     the topic's name
     * @return the topic
     */
    public static Resource topic(Crn instance, String name) {
        return instance(instance).resource("topic", name);
    }

    /**
     * Names the cluster of an Event Streams instance: the instance without its topics.
     *
     * @param instance the CRN of the Event Streams instance
     * @return the cluster
     */
    public static Resource cluster(Crn instance) {
        return instance(instance).attribute("resourceType", "cluster");
    }

    static AccountId accountOf(Crn crn) {
        if (!crn.scope().startsWith("a/")) {
            throw new IllegalArgumentException("no account owns this: " + crn);
        }
        return AccountId.of(crn.scope().substring(2));
    }
}
