package io.lanyard.policy.decision;

import java.util.List;

/** Decision: the answer to a {@link Request}. It can always say why. */
public sealed interface Decision permits Permit, Deny {

    /** {@return the question} */
    Request request();

    /** {@return the answer in one word} */
    Effect effect();

    /**
     * Works out why, with the nearest policies and what would change the answer. Costs more than the decision did, so it is only
     * done when asked for.
     *
     * @return the explanation
     */
    Explanation explanation();

    /** {@return whether it is permitted} */
    default boolean permitted() {
        return effect() == Effect.PERMIT;
    }

    /** {@return why, in steady English, several lines} */
    default String explain() {
        return explanation().text();
    }

    /** {@return the policies that came nearest to permitting, at most three, nearest first; none for a permit} */
    default List<Candidate> candidates() {
        return explanation().candidates();
    }

    /** {@return grants that would permit this request, each proven by asking again with it} */
    default List<Fix> fixes() {
        return explanation().fixes();
    }

    /** {@return what may also play a part on IBM Cloud and isn't judged here} */
    default List<String> notModelled() {
        return explanation().notModelled();
    }
}
