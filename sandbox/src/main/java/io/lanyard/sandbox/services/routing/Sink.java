// Room: sandbox / routing. The place that a target sends events to.
package io.lanyard.sandbox.services.routing;

import io.lanyard.core.Secret;
import java.util.List;
import java.util.Optional;

/** A bucket, a topic, a logs instance or an App Configuration instance. The writer's API key is kept, and never shown. */
sealed interface Sink {
    /** The kinds of place, as the API names them. */
    enum Type {
        BUCKET("cloud_object_storage", "cos_endpoint", "cloud-object-storage"),
        TOPIC("event_streams", "eventstreams_endpoint", "messagehub"),
        LOGS("cloud_logs", "cloudlogs_endpoint", "logs"),
        APP_CONFIGURATION("app_config", "appconfig_endpoint", "apprapp");

        private final String word;
        private final String field;
        private final String service;

        Type(String word, String field, String service) {
            this.word = word;
            this.field = field;
            this.service = service;
        }

        /** The value of {@code target_type}. */
        String word() {
            return word;
        }

        /** The field that holds it in a target. */
        String field() {
            return field;
        }

        /** The service that it is an instance of, as CRNs name it. */
        String service() {
            return service;
        }
    }

    /** What kind of place it is. */
    Type type();

    /** The CRN of the instance. */
    String crn();

    /** The key to write with; empty where an authorization from service to service is used. */
    Optional<Secret> apiKey();

    /**
     * A bucket.
     *
     * @param endpoint where its objects are written, as it was told; the sandbox has one door for all of them
     * @param crn the Object Storage instance
     * @param bucket its name
     * @param apiKey the key to write with
     */
    record Bucket(String endpoint, String crn, String bucket, Optional<Secret> apiKey) implements Sink {
        @Override
        public Type type() {
            return Type.BUCKET;
        }
    }

    /**
     * A topic.
     *
     * @param crn the Event Streams instance
     * @param brokers host and port of its brokers, as they were told; the sandbox knows where the instance is
     * @param topic its name
     * @param apiKey the key to write with
     */
    record Topic(String crn, List<String> brokers, String topic, Optional<Secret> apiKey) implements Sink {
        @Override
        public Type type() {
            return Type.TOPIC;
        }
    }

    /**
     * A Cloud Logs instance.
     *
     * @param crn the instance
     */
    record Logs(String crn) implements Sink {
        @Override
        public Type type() {
            return Type.LOGS;
        }

        @Override
        public Optional<Secret> apiKey() {
            return Optional.empty();
        }
    }

    /**
     * An App Configuration instance. The sandbox has none of them: whether it may be written to is judged, and nothing arrives.
     *
     * @param crn the instance
     */
    record AppConfiguration(String crn) implements Sink {
        @Override
        public Type type() {
            return Type.APP_CONFIGURATION;
        }

        @Override
        public Optional<Secret> apiKey() {
            return Optional.empty();
        }
    }
}
