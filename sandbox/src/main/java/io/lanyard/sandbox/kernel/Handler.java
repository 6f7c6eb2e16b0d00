// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

/** Does what a route is for, after everything around it was checked. */
@FunctionalInterface
public interface Handler {
    /**
     * Answers a call.
     *
     * @throws Refusal to answer with an error
     */
    Response handle(Call call);
}
