package io.lanyard.workshop.engine;

import java.util.List;

/** Engine: what happens while a lab is played or verified. */
public sealed interface LabEvent {

    /**
     * The lab begins.
     *
     * @param lab which
     * @param facts where it is played, a few words each
     */
    record Started(Lab lab, List<String> facts) implements LabEvent {
        /** Copies the list. */
        public Started {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A step begins.
     *
     * @param number from 1
     * @param step which
     */
    record StepStarted(int number, Step step) implements LabEvent {}

    /**
     * A request is on its way.
     *
     * @param request which
     */
    record Requested(Request request) implements LabEvent {}

    /**
     * The request was granted.
     *
     * @param answer in a few words
     */
    record Answered(String answer) implements LabEvent {}

    /**
     * The request was refused, as it should be.
     *
     * @param refusal the service's words
     */
    record Refused(Refusal refusal) implements LabEvent {}

    /**
     * The reasons of a decision.
     *
     * @param explanation decision and reasons
     */
    record Explained(Explanation explanation) implements LabEvent {}

    /**
     * Something to know here.
     *
     * @param sentence one sentence
     */
    record Said(String sentence) implements LabEvent {}

    /**
     * Facts below each other.
     *
     * @param facts name and value
     */
    record Shown(List<Scene.Fact> facts) implements LabEvent {
        /** Copies the list. */
        public Shown {
            facts = List.copyOf(facts);
        }
    }

    /**
     * What a program printed.
     *
     * @param text its lines, as they are
     */
    record Printed(String text) implements LabEvent {}

    /**
     * The state is about to be looked at.
     *
     * @param number of the step, from 1
     */
    record Checking(int number) implements LabEvent {}

    /**
     * A step ended.
     *
     * @param result how
     */
    record StepEnded(StepResult result) implements LabEvent {}

    /** What the lab created is about to be removed. */
    record CleaningUp() implements LabEvent {}

    /**
     * What the lab created has been removed.
     *
     * @param outcomes one for each kind of thing
     */
    record CleanedUp(List<CleanUp.Outcome> outcomes) implements LabEvent {
        /** Copies the list. */
        public CleanedUp {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * One finished call on the wire; never a body, never a header but the transaction id.
     *
     * @param method the HTTP method
     * @param path the path, without the query
     * @param status the HTTP status; 0 when there was no answer
     * @param transactionId what the service calls the exchange; empty if it didn't say
     */
    record Wire(String method, String path, int status, String transactionId) implements LabEvent {}

    /**
     * The lab ended.
     *
     * @param report all results
     */
    record Ended(Report report) implements LabEvent {}
}
