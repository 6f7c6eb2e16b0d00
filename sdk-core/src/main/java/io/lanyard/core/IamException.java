package io.lanyard.core;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Core: everything that can go wrong, in one tree. The message says operation, status, IBM's code, transaction id, attempts,
 * elapsed time and what to do next, as far as there is something to say.
 */
public abstract sealed class IamException extends RuntimeException
        permits ApiException,
                CredentialsRejectedException,
                TransportException,
                DeadlineException,
                DecodeException,
                CallInterruptedException,
                ConfigurationException {

    private static final long serialVersionUID = 1L;

    private final transient CallEvent event;

    IamException(String message, CallEvent event, @Nullable Throwable cause) {
        super(message, cause);
        this.event = event;
    }

    /**
     * Returns the operation that failed, such as {@code getServiceId}.
     *
     * @return IBM's name of the operation
     */
    public final String operation() {
        return event.operation();
    }

    /**
     * Returns the id under which IBM can find the call.
     *
     * @return the transaction id, empty when no answer carried one
     */
    public final Optional<String> transactionId() {
        return event.transactionId();
    }

    /**
     * Returns how many requests were sent before giving up.
     *
     * @return the number of requests, 0 when none left this machine
     */
    public final int attempts() {
        return event.attempts();
    }

    /**
     * Returns how long the call took, with the token and all waits.
     *
     * @return the time from the first step to the failure
     */
    public final Duration elapsed() {
        return event.elapsed();
    }
}
