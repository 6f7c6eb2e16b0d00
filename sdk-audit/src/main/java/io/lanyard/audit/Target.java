package io.lanyard.audit;

import com.google.gson.annotations.SerializedName;
import io.lanyard.core.Crn;
import java.time.Instant;
import java.util.Optional;

/**
 * Audit: where events are sent to.
 *
 * @param id          its id
 * @param name        its name
 * @param crn         its CRN
 * @param targetType  what kind of place it is
 * @param region      the region that delivers to it
 * @param bucket      the bucket, if it is one
 * @param topic       the topic, if it is one
 * @param logs        the logs instance, if it is one
 * @param appConfiguration the App Configuration instance, if it is one
 * @param writeStatus whether the last write got through
 * @param createdAt   when it was created
 * @param updatedAt   when it was last changed
 * @param message     what the service has to say about it
 * @param apiVersion  the version of the API that it was made with
 * @param managedBy   {@code account}, or {@code enterprise}
 */
public record Target(
        TargetId id,
        String name,
        Crn crn,
        TargetType targetType,
        Optional<Region> region,
        @SerializedName("cos_endpoint") Optional<Sink.Bucket> bucket,
        @SerializedName("eventstreams_endpoint") Optional<Sink.Topic> topic,
        @SerializedName("cloudlogs_endpoint") Optional<Sink.Logs> logs,
        @SerializedName("appconfig_endpoint") Optional<Sink.AppConfiguration> appConfiguration,
        WriteStatus writeStatus,
        Instant createdAt,
        Instant updatedAt,
        Optional<String> message,
        Optional<Integer> apiVersion,
        Optional<String> managedBy) {

    /** {@return the place itself, empty when it is of a kind that isn't known here} */
    public Optional<Sink> sink() {
        return bucket.<Sink>map(place -> place).or(() -> topic).or(() -> logs).or(() -> appConfiguration);
    }

    /** {@return whether the last write got through} */
    public boolean isWritable() {
        return writeStatus.status().equals("success");
    }

    /**
     * Audit: whether the last write got through.
     *
     * @param status                {@code success} or {@code failed}
     * @param lastFailure           when one last didn't
     * @param reasonForLastFailure  why it didn't
     */
    public record WriteStatus(String status, Optional<Instant> lastFailure, Optional<String> reasonForLastFailure) {}
}
