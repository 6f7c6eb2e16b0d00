// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

/** Tells who sends a request. */
@FunctionalInterface
public interface Authenticator {
    /**
     * Returns the caller; {@link Caller#NOBODY} when no credentials were sent (the route then decides).
     *
     * @throws Refusal when credentials were sent and don't stand
     */
    Caller authenticate(Request request);
}
