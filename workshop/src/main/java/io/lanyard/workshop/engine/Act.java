package io.lanyard.workshop.engine;

/** Engine: what a step does. */
@FunctionalInterface
public interface Act {
    /** Does nothing. */
    Act NOTHING = scene -> {};

    /**
     * Plays the act.
     *
     * @param scene where requests, answers and explanations are shown
     * @throws Exception when a call fails in a way that the step doesn't expect; the engine says so and cleans up
     */
    void play(Scene scene) throws Exception;
}
