package io.lanyard.authorizations;

import static io.lanyard.authorizations.Allowance.allow;
import static io.lanyard.authorizations.Source.ACTIVITY_TRACKER;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.policy.RoleId;

/**
 * Authorizations: what Activity Tracker Event Routing needs for each of its targets, as IBM's three guides have it. Each comes from
 * the account of the target; for events of another account say {@code .from(thatAccount)}. The narrowest one that does is the best.
 */
public final class ActivityTracker {

    private ActivityTracker() {}

    /**
     * Lets it write objects into one bucket: Object Writer.
     *
     * @param store  the CRN of the Object Storage instance
     * @param bucket the bucket's name
     * @return the allowance
     */
    public static Allowance toBucket(Crn store, String bucket) {
        return allow(ACTIVITY_TRACKER).toAct(RoleId.OBJECT_WRITER).on(Destinations.bucket(store, bucket));
    }

    /**
     * Lets it write objects into every bucket of an instance: Object Writer.
     *
     * @param store the CRN of the Object Storage instance
     * @return the allowance
     */
    public static Allowance toObjectStorage(Crn store) {
        return allow(ACTIVITY_TRACKER).toAct(RoleId.OBJECT_WRITER).on(Destinations.instance(store));
    }

    /**
     * Lets it write objects into every bucket of an account: Object Writer.
     *
     * @param account the account that owns them
     * @return the allowance
     */
    public static Allowance toObjectStorage(AccountId account) {
        return allow(ACTIVITY_TRACKER)
                .toAct(RoleId.OBJECT_WRITER)
                .on(Destinations.service("cloud-object-storage", account));
    }

    /**
     * Lets it write to one topic: Writer on the topic, and Reader on its cluster, without which that has no effect.
     *
     * @param streams the CRN of the Event Streams instance
     * @param topic   the topic's name
     * @return the allowance
     */
    public static Allowance toTopic(Crn streams, String topic) {
        return allow(ACTIVITY_TRACKER).toAct(RoleId.WRITER).on(Destinations.topic(streams, topic));
    }

    /**
     * Lets it write to every topic of an instance: Writer.
     *
     * @param streams the CRN of the Event Streams instance
     * @return the allowance
     */
    public static Allowance toEventStreams(Crn streams) {
        return allow(ACTIVITY_TRACKER).toAct(RoleId.WRITER).on(Destinations.instance(streams));
    }

    /**
     * Lets it write to every topic of an account: Writer.
     *
     * @param account the account that owns them
     * @return the allowance
     */
    public static Allowance toEventStreams(AccountId account) {
        return allow(ACTIVITY_TRACKER).toAct(RoleId.WRITER).on(Destinations.service("messagehub", account));
    }

    /**
     * Lets it send logs to an instance: Sender.
     *
     * @param logs the CRN of the Cloud Logs instance
     * @return the allowance
     */
    public static Allowance toCloudLogs(Crn logs) {
        return allow(ACTIVITY_TRACKER).toAct(RoleId.SENDER).on(Destinations.instance(logs));
    }

    /**
     * Lets it send logs to every instance of an account: Sender.
     *
     * @param account the account that owns them
     * @return the allowance
     */
    public static Allowance toCloudLogs(AccountId account) {
        return allow(ACTIVITY_TRACKER).toAct(RoleId.SENDER).on(Destinations.service("logs", account));
    }
}
