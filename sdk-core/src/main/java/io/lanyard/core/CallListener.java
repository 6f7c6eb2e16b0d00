package io.lanyard.core;

/** Core: hears of every call once it is over, on the thread that made it. */
@FunctionalInterface
public interface CallListener {

    /**
     * Takes note of a finished call. What it throws is the caller's to see, so it should throw nothing.
     *
     * @param event the call
     */
    void finished(CallEvent event);
}
