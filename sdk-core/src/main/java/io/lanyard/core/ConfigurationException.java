package io.lanyard.core;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Core: something that the cloud object needs is missing or malformed; nothing was sent. */
public final class ConfigurationException extends IamException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message one sentence that names the setting, and what it should be
     */
    public ConfigurationException(String message) {
        super(
                message,
                new CallEvent("configuration", "", "", OptionalInt.empty(), Optional.empty(), 0, Duration.ZERO),
                null);
    }
}
