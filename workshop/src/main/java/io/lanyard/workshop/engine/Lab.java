package io.lanyard.workshop.engine;

import java.util.HashSet;
import java.util.List;

/**
 * Engine: one lab: an ordinary program over the public SDK, cut into steps.
 *
 * @param id what a person types, for example {@code registry}
 * @param title what it is about, in a few words
 * @param promise one sentence on what a person can do afterwards
 * @param reach how far its changes go in the account that it runs in
 * @param steps the steps, in order; their ids are unique
 */
public record Lab(String id, String title, String promise, Reach reach, List<Step> steps) {
    /** The id of a last step whose checks say that nothing is left of the lab. */
    private static final String CLEAN_UP = "clean-up";

    /** How far the changes of a lab go. */
    public enum Reach {
        /** It touches only what it creates itself. */
        OWN_THINGS("touches only what it creates itself"),
        /** It changes a setting that everybody in the account feels; never played against a real account. */
        ACCOUNT_WIDE("changes a setting that everybody in the account feels"),
        /** It creates what somebody pays for, and sends there what everybody does; never played against a real account. */
        PAID("creates instances that cost money, and sends a record of what everybody in the account does to them");

        private final String words;

        Reach(String words) {
            this.words = words;
        }

        /**
         * Tells whether a lab of this reach may be played in an account that somebody depends on.
         *
         * @return whether it may
         */
        public boolean isForRealAccounts() {
            return this == OWN_THINGS;
        }

        /**
         * Says it to a person.
         *
         * @return what follows after "the lab"
         */
        public String words() {
            return words;
        }
    }

    /** Copies the steps, and refuses two of the same id. */
    public Lab {
        steps = List.copyOf(steps);
        var seen = new HashSet<String>();
        for (Step step : steps) {
            if (!seen.add(step.id())) {
                throw new IllegalArgumentException("two steps are called " + step.id());
            }
        }
    }

    /**
     * Tells whether a step is the one that removes all that the lab created.
     *
     * @param step a step of this lab
     * @return whether it is
     */
    public boolean cleansUp(Step step) {
        return step.id().equals(CLEAN_UP) && step.equals(steps.get(steps.size() - 1));
    }

    /**
     * Adds up what the steps take.
     *
     * @return minutes for a person who reads along
     */
    public int minutes() {
        return steps.stream().mapToInt(Step::minutes).sum();
    }
}
