// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import io.lanyard.sandbox.services.streams.Gatekeeper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts that Kafka makes by their class names find whom to ask: by a setting of their broker. It is the one thing that
 * all brokers of a JVM share.
 */
final class Gatekeepers {
    /** The setting that says which broker it is. */
    static final String SETTING = "lanyard.broker";

    /** The name under which a broker acts by itself; IAM ids look different. */
    static final String ITSELF = "broker";

    private static final Map<String, Post> POSTS = new ConcurrentHashMap<>();

    private Gatekeepers() {}

    /**
     * One broker's entrance.
     *
     * @param gatekeeper who is asked
     * @param secret what the broker itself shows
     * @param addresses tells each login that isn't over where its client calls from
     */
    record Post(Gatekeeper gatekeeper, String secret, Runnable addresses) {
        /** Tells whether it is the broker itself. */
        boolean itself(String user, String password) {
            return user.equals(ITSELF)
                    && MessageDigest.isEqual(
                            password.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "Post[" + gatekeeper.instance() + "]";
        }
    }

    static void station(String broker, Post post) {
        POSTS.put(broker, post);
    }

    static void leave(String broker) {
        POSTS.remove(broker);
    }

    /** Finds the entrance of the broker that these settings are of. */
    static Optional<Post> of(@Nullable Map<String, ?> settings) {
        return Optional.ofNullable(settings)
                .map(all -> all.get(SETTING))
                .map(broker -> POSTS.get(String.valueOf(broker)));
    }
}
