// Room: sandbox / policy management. What the state of an account allows a policy to be.
package io.lanyard.sandbox.services.policy;

import com.google.gson.JsonObject;
import io.lanyard.policy.Subject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.policy.PolicyViews.Format;
import io.lanyard.sandbox.services.roles.AccessRefusals;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.ServiceIdEntry;
import java.util.Optional;

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
        boolean service = call.caller().kind() == Caller.Kind.CRN;
        if (!service) {
            call.require("iam.role.assign", target);
        }
        if (body.authorization() && !call.caller().iamId().equals(account.ownerIamId())) {
            PolicyRoles.actionsOf(account, body).forEach(action -> within(call, action, target));
        }
        if (service) {
            dependent(call, body);
        }
    }

    private static void within(Call call, String action, Target target) {
        if (!call.permits(action, target) && !call.decide(call.caller(), action, target, Optional.empty())) {
            throw Refusal.of(
                            Problem.FORBIDDEN,
                            "You can't authorize a service to do more than you may do yourself: on the target you lack "
                                    + action + ". Beside Administrator you need a service role that holds it.")
                    .details("Why you lack it: GET /sandbox/v1/decisions/" + call.transactionId())
                    .header("Sandbox-Decision", "/sandbox/v1/decisions/" + call.transactionId());
        }
    }

    /** A service passes on only to services of its own account. */
    private static void dependent(Call call, PolicyBody body) {
        if (!body.subjectValue("accountId").equals(call.caller().accountId())) {
            throw Refusal.of(
                    Problem.FORBIDDEN,
                    "A service can pass on its authorization to services of its own account only, which is "
                            + call.caller().accountId().orElse("none") + ".");
        }
    }

    /**
     * Refuses what a group can't have: access in another account than its own, and for everybody to more than buckets. A group that
     * is nowhere is let be, as subjects aren't looked up (policy-evaluation.md §3).
     */
    static void fitForGroup(Call call, PolicyBody body) {
        fitForEverybody(body);
        boolean stranger = body.subjectValue("access_group_id")
                .flatMap(call.directory()::homeOf)
                .filter(home -> !home.equals(call.account()))
                .isPresent();
        if (stranger) {
            throw AccessRefusals.invalidBody(
                    "subject",
                    "Access groups can only be assigned against resources in the same account as the access group.");
        }
    }

    /** Refuses to touch policies of a locked service ID, and of everybody while public access is off. */
    static void writable(Account account, PolicyBody body) {
        if (ofEverybody(body) && !AccessRules.of(account).allowsPublicAccess()) {
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

    /** Everybody, without a name even, can be given access to Object Storage alone (access-groups.md §5). */
    private static void fitForEverybody(PolicyBody body) {
        if (ofEverybody(body)
                && body.resourceValue("serviceName")
                        .filter("cloud-object-storage"::equals)
                        .isEmpty()) {
            throw AccessRefusals.invalidBody(
                    "resource",
                    "The Public Access group can have access to cloud-object-storage only: name it as the serviceName.");
        }
    }

    private static boolean ofEverybody(PolicyBody body) {
        return body.subjectValue("access_group_id")
                .filter(Subject.PUBLIC_ACCESS::equals)
                .isPresent();
    }

    /** What counts anew when a policy is replaced: its subject's number, and that of policies with tags. */
    static void withinQuotas(Account account, PolicyBody before, PolicyBody after) {
        var store = PolicyStore.of(account);
        var counts = store.counts(after);
        if (!after.subjectKey().equals(before.subjectKey())) {
            limit(counts.ofSubject(), store.quotas().perSubject(), "policies per subject");
        }
        if (before.tags().isEmpty() && !after.tags().isEmpty()) {
            limit(counts.tagged(), store.quotas().tagged(), "policies with access tags");
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
