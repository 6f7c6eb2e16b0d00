package io.lanyard.core;

/** Core: the service failed (5xx). */
public final class ServerErrorException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param failure the service's answer
     */
    ServerErrorException(ApiFailure failure) {
        super(failure);
    }
}
