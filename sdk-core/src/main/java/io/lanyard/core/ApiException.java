package io.lanyard.core;

import java.time.Duration;
import java.util.Optional;

/** Core: the service answered, and the answer is no. */
public abstract sealed class ApiException extends IamException
        permits InvalidRequestException,
                NotAuthenticatedException,
                AccessDeniedException,
                NotFoundException,
                ConflictException,
                PreconditionFailedException,
                RateLimitedException,
                ServerErrorException,
                UnexpectedStatusException {

    private static final long serialVersionUID = 1L;

    private final transient ApiFailure failure;

    ApiException(ApiFailure failure) {
        super(failure.message(), failure.call(), null);
        this.failure = failure;
    }

    /**
     * Names the failure by its status.
     *
     * @param failure the service's answer
     * @return the exception for it
     */
    public static ApiException of(ApiFailure failure) {
        return switch (failure.status()) {
            case 400 -> new InvalidRequestException(failure);
            case 401 -> new NotAuthenticatedException(failure);
            case 403 -> new AccessDeniedException(failure);
            case 404 -> new NotFoundException(failure);
            case 409 -> new ConflictException(failure);
            case 412 -> new PreconditionFailedException(failure);
            case 429 -> new RateLimitedException(failure);
            default ->
                failure.status() >= 500 ? new ServerErrorException(failure) : new UnexpectedStatusException(failure);
        };
    }

    /**
     * Returns the answer in full: status, every error in it, and the body as far as it was read.
     *
     * @return the answer
     */
    public final ApiFailure failure() {
        return failure;
    }

    /**
     * Returns the answer's HTTP status.
     *
     * @return the status
     */
    public final int status() {
        return failure.status();
    }

    /**
     * Returns how long the service asks to stay away.
     *
     * @return the wait, empty when the service asks for none
     */
    public final Optional<Duration> retryAfter() {
        return failure.retryAfter();
    }

    /**
     * Returns IBM's code for the first error, such as {@code not_found} or {@code BXNIM0415E}.
     *
     * @return the code, empty when the answer has none
     */
    public final Optional<String> code() {
        return failure.code();
    }
}
