package io.lanyard.core;

import io.lanyard.core.call.RawSender;
import java.util.Optional;

/**
 * Core: calls by service and path, for what has no method of its own yet. Credentials, deadline, retries and failures are those of
 * every other call. Paths are taken as they are: encode what you put into them.
 */
public final class RawCalls {

    private final RawSender sender;

    RawCalls(IbmCloud cloud) {
        this.sender = new RawSender(cloud.pipeline());
    }

    /**
     * Reads something.
     *
     * @param service the service's name, such as {@code iam} or {@code registry/us-south}
     * @param path the path and query, from the slash on
     * @return the answer
     * @throws IamException when the service doesn't say yes
     */
    public RawAnswer get(String service, String path) {
        return sender.send("GET", service, path, Optional.empty());
    }

    /**
     * Deletes something.
     *
     * @param service the service's name
     * @param path the path and query, from the slash on
     * @return the answer
     * @throws IamException when the service doesn't say yes
     */
    public RawAnswer delete(String service, String path) {
        return sender.send("DELETE", service, path, Optional.empty());
    }

    /**
     * Creates or does something. Sent once.
     *
     * @param service the service's name
     * @param path the path and query, from the slash on
     * @param json the body
     * @return the answer
     * @throws IamException when the service doesn't say yes
     */
    public RawAnswer post(String service, String path, String json) {
        return sender.send("POST", service, path, Optional.of(json));
    }

    /**
     * Replaces something.
     *
     * @param service the service's name
     * @param path the path and query, from the slash on
     * @param json the body
     * @return the answer
     * @throws IamException when the service doesn't say yes
     */
    public RawAnswer put(String service, String path, String json) {
        return sender.send("PUT", service, path, Optional.of(json));
    }

    /**
     * Changes a part of something. Sent once.
     *
     * @param service the service's name
     * @param path the path and query, from the slash on
     * @param json the body
     * @return the answer
     * @throws IamException when the service doesn't say yes
     */
    public RawAnswer patch(String service, String path, String json) {
        return sender.send("PATCH", service, path, Optional.of(json));
    }
}
