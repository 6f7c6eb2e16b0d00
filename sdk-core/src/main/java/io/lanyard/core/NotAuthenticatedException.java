package io.lanyard.core;

/** Core: the service does not accept the token, not even a fresh one (401). */
public final class NotAuthenticatedException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param failure the service's answer
     */
    NotAuthenticatedException(ApiFailure failure) {
        super(failure);
    }
}
