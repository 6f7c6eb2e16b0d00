// Room: sandbox / policy management. The judge of all calls: the decision engine over an account's policies.
package io.lanyard.sandbox.services.policy;

import io.lanyard.core.IamId;
import io.lanyard.policy.decision.Decision;
import io.lanyard.policy.decision.FailedClause;
import io.lanyard.policy.decision.Permit;
import io.lanyard.policy.decision.Request;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.Guard;
import io.lanyard.sandbox.kernel.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges by the policies of the target's account, at the time of that account's clock. */
public final class PolicyGuard implements Guard {
    @Override
    public Judgement judge(Caller caller, String action, Target target) {
        Request who = caller.known() ? Request.may(IamId.of(caller.iamId())) : Request.mayAnybody();
        Request request =
                who.perform(action).on(target.attributes()).at(target.account().now());
        Decision decision = AccessRules.of(target.account()).snapshot().decide(request);
        Optional<String> policyId = decision instanceof Permit permit
                ? permit.policy().map(policy -> policy.id().value())
                : Optional.empty();
        return new Judgement(decision.permitted(), decision::explain, () -> structure(decision), policyId);
    }

    @Override
    public void relied(Target target, Judgement judgement) {
        judgement.policyId().ifPresent(PolicyStore.of(target.account())::permitted);
    }

    private static Map<String, Object> structure(Decision decision) {
        var explanation = decision.explanation();
        Map<String, Object> structure = new LinkedHashMap<>();
        structure.put("effect", explanation.effect().name());
        structure.put("why", explanation.why());
        structure.put("considered", explanation.considered());
        structure.put(
                "candidates",
                explanation.candidates().stream()
                        .map(candidate -> Map.of(
                                "policy_id",
                                candidate.policy().id().value(),
                                "failed",
                                candidate.failed().stream()
                                        .map(PolicyGuard::clause)
                                        .toList()))
                        .toList());
        structure.put(
                "fixes",
                explanation.fixes().stream()
                        .map(fix -> Map.of(
                                "text", fix.text(),
                                "replaces",
                                        fix.replaces().map(List::of).orElse(List.of()).stream()
                                                .map(id -> id.value())
                                                .toList()))
                        .toList());
        structure.put("not_judged", explanation.notModelled());
        return structure;
    }

    private static Map<String, Object> clause(FailedClause clause) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", clause.kind().name());
        json.put("attribute", clause.attribute());
        json.put("operator", clause.operator());
        json.put("wanted", clause.wanted());
        clause.observed().ifPresent(observed -> json.put("observed", observed));
        json.put("text", clause.text());
        return json;
    }
}
