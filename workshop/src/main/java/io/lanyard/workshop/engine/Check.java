package io.lanyard.workshop.engine;

/**
 * Engine: one thing that must hold, told by looking at the state. Reads only, and gives the same answer when asked again.
 *
 * @param statement what holds, as a statement: "the image is still there"
 * @param probe looks
 */
public record Check(String statement, Probe probe) {

    /** Looks at the state. */
    @FunctionalInterface
    public interface Probe {
        /**
         * Looks, and changes nothing.
         *
         * @return what was seen
         * @throws Exception when it could not look; the engine turns this into {@link Verdict.NotRun}
         */
        Verdict look() throws Exception;
    }
}
