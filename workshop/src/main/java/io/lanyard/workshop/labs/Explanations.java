package io.lanyard.workshop.labs;

import io.lanyard.policy.decision.Decision;
import io.lanyard.policy.decision.Fix;
import io.lanyard.sandbox.kernel.Guard;
import io.lanyard.sandbox.kernel.Verdict;
import io.lanyard.workshop.engine.Explanation;
import java.util.List;
import java.util.Optional;

/** Labs: turns what the decision engine said about a call into what a person reads. */
public final class Explanations {
    private Explanations() {}

    /**
     * Explains the denial of a call: the last one is the one that ended it.
     *
     * @param verdicts what was asked in the call, in that order
     * @return the explanation; empty when nothing was denied
     */
    public static Optional<Explanation> of(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> !verdict.permitted())
                .reduce((earlier, later) -> later)
                .map(verdict -> verdict.decision().map(Explanations::of).orElseGet(() -> withoutPolicies(verdict)));
    }

    /** Some denials no policy can mend: the verdict says so in a sentence, and what is asked to come from elsewhere. */
    private static Explanation withoutPolicies(Verdict verdict) {
        var service = verdict.attributes().getOrDefault("serviceName", "this");
        return new Explanation(
                "may " + shortened(verdict.subject()) + " do " + verdict.action() + " on " + service + "?",
                "Deny",
                List.of(verdict.explain().replaceFirst("^Denied: ", "")),
                verdict.judgement().screening() == Guard.Screening.DENIED ? waysIn(verdict) : List.of());
    }

    private static List<String> waysIn(Verdict verdict) {
        return verdict.subject().isEmpty()
                ? List.of("come with a token of this account: without one there is no account to put on a list")
                : List.of(
                        "come with a key of this account, or with a trusted profile of it",
                        "put the other account on the list, with all who are in it");
    }

    private static String shortened(String subject) {
        if (subject.isEmpty()) {
            return "anybody";
        }
        int at = subject.indexOf("ServiceId-");
        return at < 0 ? subject : subject.substring(at, Math.min(subject.length(), at + 14)) + "…";
    }

    /**
     * Explains a decision.
     *
     * @param decision what the engine said
     * @return the same for a person
     */
    public static Explanation of(Decision decision) {
        var explanation = decision.explanation();
        return new Explanation(
                explanation.question(),
                explanation.effect().toString(),
                explanation.why(),
                explanation.fixes().stream().map(Fix::text).toList());
    }
}
