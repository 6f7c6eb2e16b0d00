package io.lanyard.workshop.engine;

/** Engine: what a check found. "Looked, and it isn't so" and "could not look" are different answers. */
public sealed interface Verdict {

    /** It holds. */
    record Pass() implements Verdict {}

    /**
     * It doesn't hold.
     *
     * @param evidence what was seen
     * @param missing what would make it hold
     */
    record Fail(String evidence, String missing) implements Verdict {}

    /**
     * Nobody looked.
     *
     * @param why what stood in the way
     * @param due whether it should have been looked at now; what is behind already, or comes at the end, isn't
     */
    record NotRun(String why, boolean due) implements Verdict {}

    /**
     * Says that it holds.
     *
     * @return a pass
     */
    static Verdict pass() {
        return new Pass();
    }

    /**
     * Says that it doesn't hold.
     *
     * @param evidence what was seen
     * @param missing what would make it hold
     * @return a failure
     */
    static Verdict fail(String evidence, String missing) {
        return new Fail(evidence, missing);
    }

    /**
     * Says that nobody looked.
     *
     * @param why what stood in the way
     * @return not run
     */
    static Verdict notRun(String why) {
        return new NotRun(why, true);
    }

    /**
     * Says that this is not the time to look.
     *
     * @param why why it is behind already, or still to come
     * @return not run, and nothing is missing
     */
    static Verdict notDue(String why) {
        return new NotRun(why, false);
    }

    /**
     * Passes when a condition holds.
     *
     * @param holds whether it does
     * @param evidence what was seen, if it doesn't
     * @param missing what would make it hold
     * @return a pass or a failure
     */
    static Verdict when(boolean holds, String evidence, String missing) {
        return holds ? pass() : fail(evidence, missing);
    }
}
