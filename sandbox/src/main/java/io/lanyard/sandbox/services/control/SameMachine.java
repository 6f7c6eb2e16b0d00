// Room: sandbox / control API.
package io.lanyard.sandbox.services.control;

import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Request;
import java.util.Optional;
import java.util.regex.Pattern;

/** The control API needs no token, because only programs of this machine reach it. */
final class SameMachine {
    private static final Pattern LOOPBACK =
            Pattern.compile("https?://(localhost|127(\\.\\d{1,3}){3}|\\[[0:]*:0*1])(:\\d+)?", Pattern.CASE_INSENSITIVE);

    private SameMachine() {}

    /**
     * Refuses a page from somewhere else, open in a browser on this machine: it must not read or turn anything; nor when it makes its
     * own name lead to this machine, for then the browser takes the two for one origin.
     */
    static void demand(Request request) {
        if (!LOOPBACK.matcher(request.origin()).matches()) {
            throw Refusal.of(Problem.FORBIDDEN, "Call this as localhost or 127.0.0.1: other names may lead here, too.");
        }
        Optional<String> origin = request.header("Origin");
        if (origin.isPresent() && !origin.get().equals(request.origin())) {
            throw Refusal.of(Problem.FORBIDDEN, "Pages of other origins may not use this.");
        }
    }
}
