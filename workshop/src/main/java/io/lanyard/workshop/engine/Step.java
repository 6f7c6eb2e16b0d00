package io.lanyard.workshop.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Engine: one step of a lab. The clean-ups are registered before the code runs, so that a step that fails half-way leaves
 * nothing behind.
 *
 * @param id a short name, unique in its lab; docs and snippets refer to it
 * @param title what happens, in a few words
 * @param why one sentence on why a person would do this
 * @param minutes how long a person needs, reading along
 * @param setUp brings the account into the state that the step starts from, when the step is taken on its own; a lab
 *     that is played from its beginning is already there
 * @param code the act itself
 * @param checks what must hold afterwards
 * @param hints three, from a question to the call itself
 * @param cleanUps how to find and remove what the step creates
 */
public record Step(
        String id,
        String title,
        String why,
        int minutes,
        Act setUp,
        Act code,
        List<Check> checks,
        Hints hints,
        List<CleanUp<?>> cleanUps) {

    /** Copies the lists. */
    public Step {
        checks = List.copyOf(checks);
        cleanUps = List.copyOf(cleanUps);
    }

    /**
     * Describes a step.
     *
     * @param id a short name, unique in its lab
     * @param title what happens, in a few words
     * @param rest everything else
     * @return the step
     */
    public static Step of(String id, String title, UnaryOperator<Builder> rest) {
        return rest.apply(new Builder(id, title)).build();
    }

    /** Collects what a step consists of. */
    public static final class Builder {
        private final String id;
        private final String title;
        private final List<Check> checks = new ArrayList<>();
        private final List<CleanUp<?>> cleanUps = new ArrayList<>();
        private String why = "";
        private int minutes = 1;
        private Act setUp = Act.NOTHING;
        private Act code = Act.NOTHING;
        private Hints hints = Hints.NONE;

        private Builder(String id, String title) {
            this.id = id;
            this.title = title;
        }

        /**
         * Says why a person would do this.
         *
         * @param sentence one sentence
         * @return this
         */
        public Builder why(String sentence) {
            why = sentence;
            return this;
        }

        /**
         * Says how long it takes a person.
         *
         * @param count minutes
         * @return this
         */
        public Builder minutes(int count) {
            minutes = count;
            return this;
        }

        /**
         * Says how to get to the state in which the step starts.
         *
         * @param act what to do
         * @return this
         */
        public Builder startsWith(Act act) {
            setUp = act;
            return this;
        }

        /**
         * Gives the code of the step.
         *
         * @param act what to do
         * @return this
         */
        public Builder does(Act act) {
            code = act;
            return this;
        }

        /**
         * Adds one thing that must hold afterwards.
         *
         * @param statement what holds, as a statement: "the image is still there"
         * @param probe looks at the state; reads only
         * @return this
         */
        public Builder checks(String statement, Check.Probe probe) {
            checks.add(new Check(statement, probe));
            return this;
        }

        /**
         * Gives the hints.
         *
         * @param question what to ask oneself
         * @param api where in the API to look
         * @param call the call itself
         * @return this
         */
        public Builder hints(String question, String api, String call) {
            hints = new Hints(question, api, call);
            return this;
        }

        /**
         * Says how to find and remove something that this step creates.
         *
         * @param cleanUp what to look for, and how to remove it
         * @return this
         */
        public Builder leaves(CleanUp<?> cleanUp) {
            cleanUps.add(cleanUp);
            return this;
        }

        private Step build() {
            return new Step(id, title, why, minutes, setUp, code, checks, hints, cleanUps);
        }
    }
}
