// Room: sandbox / mount.
package io.lanyard.sandbox.mount;

/** A port that the sandbox needs is in use by another program. The message says what to do. */
public final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTakenException(int first, int count) {
        super("Port " + first + (count > 1 ? " or one of the " + (count - 1) + " after it" : "")
                + " is in use: choose another one, or 0 for any free port.");
    }
}
