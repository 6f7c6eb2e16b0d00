package io.lanyard.core;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Core: what may be told about one finished call: never a body, never a secret.
 *
 * @param operation the operation's name in IBM's API, such as {@code getServiceId}
 * @param method the HTTP method
 * @param path the path that was asked for, without host and query
 * @param status the last answer's status, empty when no answer came
 * @param transactionId the id under which IBM can find the call, empty when no answer carried one
 * @param attempts how many requests were sent
 * @param elapsed how long it took, with the token and all waits
 */
public record CallEvent(
        String operation,
        String method,
        String path,
        OptionalInt status,
        Optional<String> transactionId,
        int attempts,
        Duration elapsed) {}
