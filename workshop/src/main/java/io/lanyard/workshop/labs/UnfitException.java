package io.lanyard.workshop.labs;

/** Labs: a lab can't be played here; the message is one line that says what to do. */
public final class UnfitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says why not.
     *
     * @param message what is wrong, and what to do about it
     */
    public UnfitException(String message) {
        super(message);
    }
}
