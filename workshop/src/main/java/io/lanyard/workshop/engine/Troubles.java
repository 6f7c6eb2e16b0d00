package io.lanyard.workshop.engine;

import java.util.Optional;

/** Engine: reads an exception as a person would. The engine knows no cloud, so the labs bring this. */
public interface Troubles {

    /**
     * Tells whether this is a refusal, that is, whether the service understood and said no.
     *
     * @param exception what a call threw
     * @return the refusal, or empty if the call failed in another way
     */
    Optional<Refusal> refusal(Exception exception);

    /**
     * Says what went wrong, and what to do about it.
     *
     * @param exception what a call threw
     * @return one or two sentences that a person can act on
     */
    String sentence(Exception exception);
}
