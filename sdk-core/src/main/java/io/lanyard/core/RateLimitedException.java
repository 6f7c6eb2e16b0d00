package io.lanyard.core;

/** Core: too many calls; {@link ApiException#retryAfter()} says when to come back, when the service did (429). */
public final class RateLimitedException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param failure the service's answer
     */
    RateLimitedException(ApiFailure failure) {
        super(failure);
    }
}
