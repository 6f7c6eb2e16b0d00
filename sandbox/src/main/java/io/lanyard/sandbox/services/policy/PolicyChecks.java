// Room: sandbox / policy management. What the state of an account allows a policy to be.
package io.lanyard.sandbox.services.policy;

import com.google.gson.JsonObject;
import io.lanyard.policy.Subject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.policy.PolicyViews.Format;
import io.lanyard.sandbox.services.roles.AccessRefusals;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.ServiceIdEntry;

/** Rights to assign, locks of subjects, quotas and conflicts. */
final class PolicyChecks {
    private PolicyChecks() {}

    /**
     * Demands the right to assign roles on the policy's resource; an authorization may, besides, give nothing that its
     * creator hasn't got himself (policy-evaluation.md §10).
     */
    static void assignable(Call call, PolicyBody body) {
        Account account = call.account();
        Target target = Target.of(account, body.resourceAttributes());
        call.require("iam.role.assign", target);
        boolean owner = call.caller().iamId().equals(account.ownerIamId());
        if (body.authorization() && !owner) {
            for (String action : PolicyRoles.actionsOf(account, body)) {
                if (!call.permits(action, target)) {
                    throw Refusal.of(
                            Problem.FORBIDDEN,
                            "You can't authorize a service to do more than you may do yourself: you lack " + action
                                    + ".");
                }
            }
        }
    }

    /** Refuses to touch policies of a locked service ID, and of everybody while public access is off. */
    static void writable(Account account, PolicyBody body) {
        if (body.subjectValue("access_group_id")
                        .filter(Subject.PUBLIC_ACCESS::equals)
                        .isPresent()
                && !AccessRules.of(account).allowsPublicAccess()) {
            throw AccessRefusals.notProcessed(
                    "Public access is off in this account: policies of its group can't be created or changed.");
        }
        boolean locked = body.subjectValue("iam_id")
                .filter(iamId -> iamId.startsWith("iam-ServiceId-"))
                .flatMap(iamId -> account.serviceIds().find(iamId.substring("iam-".length())))
                .filter(ServiceIdEntry::locked)
                .isPresent();
        if (locked) {
            throw AccessRefusals.notProcessed(
                    "The subject is a locked service ID: its policies can't be created, changed or deleted. Unlock it first.");
        }
    }

    static void withinQuotas(Account account, PolicyBody body) {
        var store = PolicyStore.of(account);
        PolicyQuotas quotas = store.quotas();
        var counts = store.counts(body);
        limit(counts.all(), quotas.policies(), "policies per account");
        limit(counts.ofSubject(), quotas.perSubject(), "policies per subject");
        if (!body.tags().isEmpty()) {
            limit(counts.tagged(), quotas.tagged(), "policies with access tags");
        }
    }

    private static void limit(int there, int most, String what) {
        if (there >= most) {
            throw AccessRefusals.notProcessed(
                    "The account has reached the maximum number of " + what + ", which is " + most + ".");
        }
    }

    static void notCovered(Call call, Account account, PolicyBody body, String exceptId, int version) {
        PolicyStore.of(account).covering(body, exceptId).ifPresent(other -> {
            int shown = other.version() == 2 ? 2 : version;
            throw PolicyRefusals.conflictsWith(other.entityTag(), view(call, account, other, shown, Format.PLAIN));
        });
    }

    static JsonObject view(Call call, Account account, StoredPolicy policy, int version, Format format) {
        var views = new PolicyViews(account, call.request().origin());
        return version == 1 ? views.v1(policy, format) : views.v2(policy, format);
    }
}
