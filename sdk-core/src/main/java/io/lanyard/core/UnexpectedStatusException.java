package io.lanyard.core;

/** Core: an answer that the operation does not know: another 4xx, a redirect, a status that is no success. */
public final class UnexpectedStatusException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param failure the service's answer
     */
    UnexpectedStatusException(ApiFailure failure) {
        super(failure);
    }
}
