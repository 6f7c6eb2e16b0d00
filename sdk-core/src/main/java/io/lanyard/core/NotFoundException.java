package io.lanyard.core;

/** Core: there is no such thing, or the caller may not know of it (404). */
public final class NotFoundException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param failure the service's answer
     */
    NotFoundException(ApiFailure failure) {
        super(failure);
    }
}
