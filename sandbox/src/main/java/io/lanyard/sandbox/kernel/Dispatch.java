// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import io.lanyard.sandbox.state.AuditEvent;
import io.lanyard.sandbox.state.Journal;
import java.util.List;

/** What will answer one request; known from its first line, before any of its body was read. Used by one thread at a time. */
public final class Dispatch {
    private final Kernel kernel;
    private final RouteFinder.Match match;
    private List<Journal<AuditEvent>> leftIn = List.of();

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
        var answering = new Answering(kernel, match, request);
        var response = answering.answer();
        leftIn = answering.leftIn();
        return response;
    }

    /** Tells whether those who read what the call left are behind: then it is to {@link #giveWay} before its answer is sent. */
    public boolean isAhead() {
        return leftIn.stream().anyMatch(Journal::isBehind);
    }

    /** Waits a moment for those who are behind; for threads that nobody else needs meanwhile. */
    public void giveWay() {
        leftIn.stream().filter(Journal::isBehind).findFirst().ifPresent(Journal::giveWay);
    }

    /** Answers a request whose body ended before it was complete: nothing is done, whatever it asked for. */
    public Response answerCutOff(Request request) {
        return new Answering(kernel, match, request).cutOff();
    }
}
