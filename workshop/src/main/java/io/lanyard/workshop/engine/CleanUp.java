package io.lanyard.workshop.engine;

import java.util.List;

/**
 * Engine: removes one kind of thing that a step creates. It searches rather than remembers, because a creation whose answer
 * was lost on the way has happened all the same.
 *
 * @param kind what it removes, in the singular: "service ID"
 * @param search finds what is there now
 * @param removal removes one of them
 * @param <T> what identifies one of them
 */
public record CleanUp<T>(String kind, Search<T> search, Removal<T> removal) {

    /**
     * Finds what a lab left.
     *
     * @param <T> what identifies one of them
     */
    @FunctionalInterface
    public interface Search<T> {
        /**
         * Looks, and changes nothing.
         *
         * @return what is there; empty if nothing is
         * @throws Exception when it could not look
         */
        List<T> find() throws Exception;
    }

    /**
     * Removes one thing.
     *
     * @param <T> what identifies it
     */
    @FunctionalInterface
    public interface Removal<T> {
        /**
         * Removes it.
         *
         * @param thing what to remove
         * @throws Exception when that failed
         */
        void remove(T thing) throws Exception;
    }

    /**
     * What one clean-up came to.
     *
     * @param kind what it removes, in the singular
     * @param removed how many it removed
     * @param left what is still there and why, one sentence each; empty if nothing is
     */
    public record Outcome(String kind, int removed, List<String> left) {
        /** Copies the list. */
        public Outcome {
            left = List.copyOf(left);
        }
    }
}
