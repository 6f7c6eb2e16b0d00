package io.lanyard.workshop.engine;

/** Engine: how a step or a lab ended. The order is the order of weight: a lab ends as its heaviest step. */
public enum Outcome {
    /** All that was looked at holds. */
    DONE(0),
    /** Nobody looked, because something before it is missing. */
    NOT_RUN(1),
    /** Nothing of the step is there, and nobody expects it: an earlier step is to be done first, or the lab was cleaned up. */
    NOT_BEGUN(1),
    /** A check failed. */
    NOT_YET(1),
    /** The environment did not answer as it should: no connection, a service that fails, a key that is not accepted. */
    ENVIRONMENT(3);

    private final int exitStatus;

    Outcome(int exitStatus) {
        this.exitStatus = exitStatus;
    }

    /**
     * Gives what the command line ends with; 2 is kept for wrong usage.
     *
     * @return 0, 1 or 3
     */
    public int exitStatus() {
        return exitStatus;
    }
}
