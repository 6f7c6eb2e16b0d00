// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One operation of an API: how it is reached, what it takes, what the caller needs, what it leaves, who does it. Made by
 * {@link Routes}.
 */
record Route(
        Service service,
        Method method,
        String template,
        List<String> params,
        String operation,
        @Nullable Authenticator authenticator,
        boolean open,
        @Nullable Function<Call, Target> about,
        @Nullable Function<Call, String> action,
        Function<Call, Optional<String>> exemption,
        Intake intake,
        @Nullable BodyShape shape,
        @Nullable Set<String> query,
        boolean ifMatch,
        boolean alone,
        boolean waits,
        @Nullable String leaves,
        Handler handler) {

    /** What kind of body it takes. */
    enum Intake {
        /** None, or one that is ignored. */
        NOTHING,
        /** A JSON object. */
        JSON,
        /** A JSON object, or nothing at all. */
        JSON_OR_NOTHING,
        /** A form. */
        FORM,
        /** Bytes that the handler reads in its own way, once they are all here. */
        BYTES,
        /** Whatever comes, read by the handler while it comes. */
        STREAM
    }
}
