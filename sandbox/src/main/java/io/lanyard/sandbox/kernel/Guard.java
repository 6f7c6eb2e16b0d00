// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import io.lanyard.policy.decision.Decision;
import io.lanyard.sandbox.state.Account;
import java.util.Optional;

/** Says whether a caller may do an action to a target, by the policies of the target's account. */
public interface Guard {
    /** Judges; asks nobody else and changes nothing. */
    Judgement judge(Caller caller, String action, Target target);

    /** Says why a caller may do nothing in an account, whatever he holds there; empty when he may act. */
    Optional<String> barred(Caller caller, Account account);

    /**
     * Looks at where a caller's token comes from, once he may do something: his account may be one that the target's account
     * doesn't let in. A refusal passes unchanged.
     */
    Judgement screened(Caller caller, Account account, Judgement judgement);

    /** Hears that a call went on because of a decision. */
    void used(Account account, Decision decision);

    /** What looking at the token's account came to, and what an audit event tells about it. */
    enum Screening {
        /** Nothing is told: nothing was checked, or the caller passed. */
        UNTOLD,
        /** Told, not enforced: he would pass. */
        TOLD_PERMIT,
        /** Told, not enforced: he would be kept out. */
        TOLD_DENY,
        /** Kept out. */
        DENIED
    }

    /**
     * An answer and the reason for it.
     *
     * @param permitted whether he may
     * @param decision what the decision engine said, where it was asked; it explains itself when it is asked to
     * @param reason why, in a sentence, where the engine was not asked
     * @param screening what looking at the token's account came to
     */
    record Judgement(boolean permitted, Optional<Decision> decision, String reason, Screening screening) {
        /** Permits or denies as the engine decided. */
        public static Judgement decided(Decision decision) {
            return new Judgement(decision.permitted(), Optional.of(decision), "", Screening.UNTOLD);
        }

        /** Permits for a reason that is no policy. */
        public static Judgement held(String reason) {
            return new Judgement(true, Optional.empty(), reason + ".", Screening.UNTOLD);
        }

        /** Denies for a reason that no policy can mend. */
        public static Judgement refused(String reason) {
            return new Judgement(false, Optional.empty(), reason + ".", Screening.UNTOLD);
        }

        /** Tells what looking at the token's account came to. */
        public Judgement told(Screening outcome) {
            return new Judgement(permitted, decision, reason, outcome);
        }

        /** Explains it to a person. */
        public String explain() {
            return decision.map(Decision::explain).orElseGet(() -> (permitted ? "Permitted: " : "Denied: ") + reason);
        }
    }
}
