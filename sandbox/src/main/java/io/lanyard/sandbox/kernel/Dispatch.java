// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

/** What will answer one request; known from its first line, before any of its body was read. */
public final class Dispatch {
    private final Kernel kernel;
    private final RouteFinder.Match match;

    Dispatch(Kernel kernel, RouteFinder.Match match) {
        this.kernel = kernel;
        this.match = match;
    }

    /** Tells whether it needs a thread of its own: the handler reads the body while it comes, or waits for somebody. */
    public boolean streams() {
        var route = match.route();
        return route != null && (route.intake() == Route.Intake.STREAM || route.waits());
    }

    /** Returns how many bytes of body the mount may gather before the answer is 413. */
    public int bodyLimit() {
        return kernel.settings().jsonLimit();
    }

    /** Answers. */
    public Response answer(Request request) {
        return new Answering(kernel, match, request).answer();
    }

    /** Answers a request whose body ended before it was complete: nothing is done, whatever it asked for. */
    public Response answerCutOff(Request request) {
        return new Answering(kernel, match, request).cutOff();
    }
}
