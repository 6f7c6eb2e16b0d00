// Room: sandbox / control API.
package io.lanyard.sandbox.services.control;

import io.lanyard.policy.PolicyId;
import io.lanyard.policy.decision.Candidate;
import io.lanyard.policy.decision.Decision;
import io.lanyard.policy.decision.FailedClause;
import io.lanyard.policy.decision.Permit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes a decision for machines: which policies were considered, the first thing in each that did not match, and what would help. */
final class DecisionView {
    private DecisionView() {}

    static Map<String, Object> of(Decision decision) {
        var explanation = decision.explanation();
        var view = new LinkedHashMap<String, Object>();
        view.put("question", explanation.question());
        view.put("why", explanation.why());
        if (decision instanceof Permit permit) {
            view.put("via", word(permit.via()));
            permit.policy()
                    .ifPresent(policy -> view.put("policy_id", policy.id().value()));
            permit.group().ifPresent(group -> view.put("access_group_id", group));
        }
        view.put("considered", explanation.considered());
        view.put(
                "candidates",
                explanation.candidates().stream().map(DecisionView::candidate).toList());
        view.put(
                "fixes",
                explanation.fixes().stream()
                        .map(fix -> {
                            var change = new LinkedHashMap<String, Object>();
                            change.put("text", fix.text());
                            fix.replaces().map(PolicyId::value).ifPresent(id -> change.put("replaces", id));
                            return change;
                        })
                        .toList());
        view.put("not_modelled", explanation.notModelled());
        return view;
    }

    private static Map<String, Object> candidate(Candidate candidate) {
        return Map.of(
                "policy_id", candidate.policy().id().value(),
                "failed", candidate.failed().stream().map(DecisionView::clause).toList());
    }

    private static Map<String, Object> clause(FailedClause clause) {
        var view = new LinkedHashMap<String, Object>();
        view.put("kind", word(clause.kind()));
        view.put("attribute", clause.attribute());
        view.put("operator", clause.operator());
        view.put("wanted", clause.wanted());
        clause.observed().ifPresent(observed -> view.put("observed", observed));
        view.put("text", clause.text());
        return view;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
