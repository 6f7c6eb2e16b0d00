package io.lanyard.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Core: no token could be had for the credentials: they are wrong, switched off, expired, or not allowed here. */
public final class CredentialsRejectedException extends IamException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<ApiFailure> failure;

    /**
     * Says what failed.
     *
     * @param what the story, ending with what to do next
     * @param call the call that needed the token
     * @param cause the token service's answer
     */
    public CredentialsRejectedException(String what, CallEvent call, @Nullable Throwable cause) {
        super(Wording.of(call, what), call, cause);
        this.failure = cause instanceof ApiException api ? Optional.of(api.failure()) : Optional.empty();
    }

    /**
     * Returns the token service's answer.
     *
     * @return its answer, such as status 400 with the code {@code BXNIM0415E}
     */
    public Optional<ApiFailure> failure() {
        return failure;
    }
}
