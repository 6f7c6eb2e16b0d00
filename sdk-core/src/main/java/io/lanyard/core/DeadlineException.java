package io.lanyard.core;

import org.jspecify.annotations.Nullable;

/** Core: the call did not end within its time: the token, all attempts and all waits together. */
public final class DeadlineException extends IamException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param what the story, ending with what to do next
     * @param call the call that failed
     * @param cause what happened underneath
     */
    public DeadlineException(String what, CallEvent call, @Nullable Throwable cause) {
        super(Wording.of(call, what), call, cause);
    }
}
