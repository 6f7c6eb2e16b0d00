package io.lanyard.core;

/** Core: the caller is known, and may not do this (403). */
public final class AccessDeniedException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param failure the service's answer
     */
    AccessDeniedException(ApiFailure failure) {
        super(failure);
    }
}
