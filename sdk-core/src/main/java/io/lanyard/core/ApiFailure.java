package io.lanyard.core;

import io.lanyard.core.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Core: an answer that says no, as far as it was read.
 *
 * @param call the call it answers
 * @param status the HTTP status
 * @param errors the errors in it, in the service's order; empty when the body has no shape that we know
 * @param body the body's text, complete up to 64 KiB, the first 8 KiB when it is longer
 * @param retryAfter how long the service asks to wait before the next try
 */
public record ApiFailure(
        CallEvent call, int status, List<ErrorDetail> errors, String body, Optional<Duration> retryAfter) {

    /** Keeps the list for itself. */
    public ApiFailure {
        errors = List.copyOf(errors);
    }

    /**
     * Returns IBM's code for the first error.
     *
     * @return the code, empty when there is none
     */
    public Optional<String> code() {
        return errors.isEmpty() ? Optional.empty() : errors.get(0).code();
    }

    /**
     * Decodes the body as something that the caller knows it can be, such as a conflict with the policy that is in the way.
     *
     * @param type what it might be
     * @param <T> what it might be
     * @return the decoded body, empty when it is something else
     */
    public <T> Optional<T> bodyAs(Class<T> type) {
        return Json.tryRead(body, type);
    }

    /**
     * Returns the whole story in one sentence or two.
     *
     * @return what the exception says
     */
    public String message() {
        return Wording.of(this);
    }

    /**
     * Returns what the service said: status, codes, and its own sentence.
     *
     * @return such as {@code 404 not_found, "Unable to find object"}
     */
    public String summary() {
        return Wording.summary(this);
    }

    /** Leaves the body out: it can be long, and can hold what should not be logged. */
    @Override
    public String toString() {
        return message();
    }
}
