package io.lanyard.core;

import org.jspecify.annotations.Nullable;

/** Core: the calling thread was interrupted; its flag is still set, and the request was cancelled. */
public final class CallInterruptedException extends IamException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param what the story, ending with what to do next
     * @param call the call that failed
     * @param cause what happened underneath
     */
    public CallInterruptedException(String what, CallEvent call, @Nullable Throwable cause) {
        super(Wording.of(call, what), call, cause);
    }
}
