package io.lanyard.core;

/** Core: the service does not accept the request as it is (400). */
public final class InvalidRequestException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param failure the service's answer
     */
    InvalidRequestException(ApiFailure failure) {
        super(failure);
    }
}
