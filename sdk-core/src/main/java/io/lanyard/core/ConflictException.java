package io.lanyard.core;

/** Core: what is already there stands in the way (409). Modules add what they know of it in a subclass. */
public non-sealed class ConflictException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param failure the service's answer
     */
    protected ConflictException(ApiFailure failure) {
        super(failure);
    }
}
