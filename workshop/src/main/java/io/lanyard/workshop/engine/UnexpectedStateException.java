package io.lanyard.workshop.engine;

/** Engine: a step found another state than it should have reached, for example a request that was allowed but must be refused. */
public final class UnexpectedStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message what was expected, and what was seen
     */
    public UnexpectedStateException(String message) {
        super(message);
    }
}
