package io.lanyard.core;

import org.jspecify.annotations.Nullable;

/** Core: the service said yes, but what it sent is not what this operation answers. */
public final class DecodeException extends IamException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param what the story, ending with what to do next
     * @param call the call that failed
     * @param cause what happened underneath
     */
    public DecodeException(String what, CallEvent call, @Nullable Throwable cause) {
        super(Wording.of(call, what), call, cause);
    }
}
