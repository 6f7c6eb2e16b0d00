package io.lanyard.audit;

import io.lanyard.core.Crn;
import io.lanyard.core.Secret;
import java.util.List;
import java.util.Optional;

/** Audit: the place that a target sends events to. How it is allowed to write there is part of it. */
public sealed interface Sink {

    /**
     * A bucket, written to by an authorization from service to service: Object Writer.
     *
     * @param instance the CRN of the Object Storage instance that it is in
     * @param name     the bucket's name
     * @param endpoint where its objects are written, such as {@code s3.private.us-south.cloud-object-storage.appdomain.cloud}
     * @return the place
     */
    static Bucket bucket(Crn instance, String name, String endpoint) {
        return new Bucket(endpoint, instance, name, Optional.empty(), Optional.of(true));
    }

    /**
     * A topic, written to by an authorization from service to service: Writer.
     *
     * @param instance the CRN of the Event Streams instance that it is in
     * @param name     the topic's name
     * @param brokers  host and port of its brokers
     * @return the place
     */
    static Topic topic(Crn instance, String name, String... brokers) {
        return new Topic(instance, List.of(brokers), name, Optional.empty(), Optional.of(true));
    }

    /**
     * A Cloud Logs instance. An authorization from service to service is the only way there: Sender.
     *
     * @param instance its CRN
     * @return the place
     */
    static Logs logs(Crn instance) {
        return new Logs(instance);
    }

    /**
     * An App Configuration instance. An authorization from service to service is the only way there: Configuration Update Reporter.
     *
     * @param instance its CRN
     * @return the place
     */
    static AppConfiguration appConfiguration(Crn instance) {
        return new AppConfiguration(instance);
    }

    /** {@return the CRN of the instance that receives the events} */
    Crn targetCrn();

    /** {@return what kind of place it is} */
    TargetType type();

    /**
     * Audit: a bucket.
     *
     * @param endpoint                where its objects are written
     * @param targetCrn               the Object Storage instance that it is in
     * @param bucket                  its name
     * @param apiKey                  the key to write with; never told by the service
     * @param serviceToServiceEnabled whether an authorization is used, and no key
     */
    record Bucket(
            String endpoint,
            Crn targetCrn,
            String bucket,
            Optional<Secret> apiKey,
            Optional<Boolean> serviceToServiceEnabled)
            implements Sink {

        /**
         * Writes with an API key, and without an authorization.
         *
         * @param key the key of somebody who may write there
         * @return the same place, written to with that key
         */
        public Bucket with(Secret key) {
            return new Bucket(endpoint, targetCrn, bucket, Optional.of(key), Optional.of(false));
        }

        @Override
        public TargetType type() {
            return TargetType.OBJECT_STORAGE;
        }
    }

    /**
     * Audit: a topic.
     *
     * @param targetCrn               the Event Streams instance that it is in
     * @param brokers                 host and port of its brokers
     * @param topic                   its name
     * @param apiKey                  the key to write with; never told by the service
     * @param serviceToServiceEnabled whether an authorization is used, and no key
     */
    record Topic(
            Crn targetCrn,
            List<String> brokers,
            String topic,
            Optional<Secret> apiKey,
            Optional<Boolean> serviceToServiceEnabled)
            implements Sink {

        /** Copies the list. */
        public Topic {
            brokers = List.copyOf(brokers);
        }

        /**
         * Writes with an API key, and without an authorization.
         *
         * @param key the key of somebody who may write there
         * @return the same place, written to with that key
         */
        public Topic with(Secret key) {
            return new Topic(targetCrn, brokers, topic, Optional.of(key), Optional.of(false));
        }

        @Override
        public TargetType type() {
            return TargetType.EVENT_STREAMS;
        }
    }

    /**
     * Audit: a Cloud Logs instance.
     *
     * @param targetCrn the instance
     */
    record Logs(Crn targetCrn) implements Sink {
        @Override
        public TargetType type() {
            return TargetType.CLOUD_LOGS;
        }
    }

    /**
     * Audit: an App Configuration instance.
     *
     * @param targetCrn the instance
     */
    record AppConfiguration(Crn targetCrn) implements Sink {
        @Override
        public TargetType type() {
            return TargetType.APP_CONFIGURATION;
        }
    }
}
