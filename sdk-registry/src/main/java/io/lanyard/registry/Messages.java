package io.lanyard.registry;

import io.lanyard.core.call.Service;
import java.util.Optional;

/** Registry: what the registry's operators have to say to everybody ({@code /api/v1/messages}). */
public final class Messages {

    private final Service registry;

    Messages(Service registry) {
        this.registry = registry;
    }

    /**
     * Gets the current message. Needs no right, and names no account.
     *
     * @return the message, or empty when there is none
     */
    public Optional<String> get() {
        return registry.get("getMessages", "/api/v1/messages").ifPresent(String.class);
    }
}
