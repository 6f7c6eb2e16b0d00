package io.lanyard.core;

/** Core: somebody changed the resource since it was read (412). */
public final class PreconditionFailedException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param failure the service's answer
     */
    PreconditionFailedException(ApiFailure failure) {
        super(failure);
    }
}
