package io.lanyard.core;

import org.jspecify.annotations.Nullable;

/** Core: the request or its answer got lost on the way: no route, no connection, a connection that broke. */
public final class TransportException extends IamException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param what the story, ending with what to do next
     * @param call the call that failed
     * @param cause what happened underneath
     */
    public TransportException(String what, CallEvent call, @Nullable Throwable cause) {
        super(Wording.of(call, what), call, cause);
    }
}
