package io.lanyard.workshop.labs;

import io.lanyard.policy.decision.Decision;
import io.lanyard.policy.decision.Fix;
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
                .flatMap(Verdict::decision)
                .map(Explanations::of);
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
