// Room: sandbox / policy management. What the routes of policies do, in both versions.
package io.lanyard.sandbox.services.policy;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.QuotaWarning;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.policy.PolicyViews.Format;
import io.lanyard.sandbox.services.roles.AccessRefusals;
import io.lanyard.sandbox.state.Account;
import java.time.Instant;

/**
 * Handlers and targets of {@code /v1/policies} or {@code /v2/policies}. The target is the policy's own resource: who may
 * manage access there may manage the policy (policy-evaluation.md §9).
 */
final class Policies {
    private final int version;

    Policies(int version) {
        this.version = version;
    }

    Target created(Call call) {
        PolicyBody body = sent(call).body();
        Account account = call.directory().account(body.accountId()).orElseThrow(AccessRefusals::foreignAccount);
        PolicyRoles.check(account, body);
        return Target.of(account, body.resourceAttributes());
    }

    Target named(Call call) {
        StoredPolicy policy = find(call);
        Account account = call.directory().account(policy.body().accountId()).orElseThrow(() -> notFound(call));
        return Target.of(account, policy.body().resourceAttributes())
                .named(policy.crn(), policy.id())
                .at(policy.entityTag());
    }

    Target replaced(Call call) {
        PolicyBody body = sent(call).body();
        Target target = named(call);
        StoredPolicy before = find(call);
        if (!body.accountId().equals(before.body().accountId())) {
            throw AccessRefusals.invalidBody("resource", "The accountId of a policy can't be changed.");
        }
        if (!body.type().equals(before.body().type())) {
            throw AccessRefusals.invalidBody("type", "The type of a policy can't be changed.");
        }
        PolicyRoles.check(target.account(), body);
        return target;
    }

    /** A service that was let pass on what it may do needs that action, and nothing of an administrator's. */
    String creating(Call call) {
        return sent(call).body().authorization() && call.caller().kind() == Caller.Kind.CRN
                ? "iam.delegationPolicy.create"
                : "iam.policy.create";
    }

    String reading(Call call) {
        return reading(find(call).body());
    }

    /** An authorization is seen by those who may manage it, any other policy by those who may look (policy-evaluation.md §10). */
    static String reading(PolicyBody body) {
        return body.authorization() ? "iam.policy.delete" : "iam.policy.read";
    }

    Target restated(Call call) {
        call.json()
                .maybeText("state")
                .filter(state -> !state.equals("active") && !state.equals("deleted"))
                .ifPresent(state -> {
                    throw AccessRefusals.invalidBody("state", "'state' can be active or deleted.");
                });
        return named(call);
    }

    String restating(Call call) {
        return call.json().maybeText("state").filter("deleted"::equals).isPresent()
                ? "iam.policy.delete"
                : "iam.policy.update";
    }

    Response create(Call call) {
        Account account = call.account();
        Sent sent = sent(call);
        PolicyBody body = sent.body();
        PolicyChecks.assignable(call, body);
        PolicyChecks.fitForGroup(call, body);
        PolicyChecks.writable(account, body);
        PolicyChecks.withinQuotas(account, body);
        PolicyChecks.notCovered(call, account, body, "", version);
        Instant now = account.now();
        String who = call.caller().iamId();
        var policy = new StoredPolicy(
                account.ids().uuid(),
                version,
                sent.json(),
                body,
                now,
                who,
                now,
                who,
                true,
                account.ids().entityTag(1));
        var store = PolicyStore.of(account);
        store.put(policy);
        QuotaWarning.check(
                call,
                "iam-am.account-limit.warn",
                "policies",
                store.counts(body).all(),
                store.quotas().policies());
        describe(call, policy);
        return answer(201, call, policy);
    }

    Response get(Call call) {
        return answer(200, call, policy(call));
    }

    Response replace(Call call) {
        Account account = call.account();
        StoredPolicy before = policy(call);
        Sent sent = sent(call);
        PolicyBody body = sent.body();
        describe(call, before);
        if (!before.active()) {
            throw AccessRefusals.notProcessed("The policy is deleted; restore it first, with PATCH and state active.");
        }
        if (version == 1 && before.version() == 2) {
            throw AccessRefusals.notProcessed(
                    "The policy was written in version 2 of the API; replace it with PUT /v2/policies/" + before.id()
                            + ".");
        }
        call.require("iam.policy.update", Target.of(account, body.resourceAttributes()));
        PolicyChecks.assignable(call, body);
        PolicyChecks.fitForGroup(call, body);
        PolicyChecks.writable(account, before.body());
        PolicyChecks.writable(account, body);
        PolicyChecks.withinQuotas(account, before.body(), body);
        PolicyChecks.notCovered(call, account, body, before.id(), version);
        StoredPolicy after = before.replaced(
                version,
                sent.json(),
                body,
                account.now(),
                call.caller().iamId(),
                account.ids().nextEntityTag(before.entityTag()));
        PolicyStore.of(account).put(after);
        return answer(200, call, after);
    }

    Response delete(Call call) {
        StoredPolicy policy = policy(call);
        describe(call, policy);
        if (!policy.active()) {
            throw notFound(call);
        }
        PolicyChecks.writable(call.account(), policy.body());
        put(call, policy, false);
        return Response.noContent();
    }

    Response restate(Call call) {
        Account account = call.account();
        StoredPolicy before = policy(call);
        describe(call, before);
        boolean active = call.json().maybeText("state").map("active"::equals).orElse(before.active());
        if (active == before.active()) {
            return answer(200, call, before);
        }
        PolicyChecks.writable(account, before.body());
        if (active) {
            PolicyChecks.assignable(call, before.body());
            PolicyRoles.check(account, before.body());
            PolicyChecks.withinQuotas(account, before.body());
            PolicyChecks.notCovered(call, account, before.body(), before.id(), version);
        }
        return answer(200, call, put(call, before, active));
    }

    private static StoredPolicy put(Call call, StoredPolicy before, boolean active) {
        Account account = call.account();
        StoredPolicy after = before.in(
                active, account.now(), call.caller().iamId(), account.ids().nextEntityTag(before.entityTag()));
        PolicyStore.of(account).put(after);
        return after;
    }

    private Response answer(int status, Call call, StoredPolicy policy) {
        return Response.json(status, view(call, policy, PolicyList.format(call)))
                .withEtag(policy.entityTag());
    }

    private JsonObject view(Call call, StoredPolicy policy, Format format) {
        return PolicyChecks.view(call, call.account(), policy, version, format);
    }

    /**
     * A body that was read.
     *
     * @param json as it is kept, which is as it came but for what an authorization may leave out
     * @param body its meaning
     */
    private record Sent(JsonObject json, PolicyBody body) {}

    private Sent sent(Call call) {
        return call.reading(Sent.class, () -> {
            JsonObject json = AuthorizationForm.completed(version, call);
            PolicyBody body = version == 1 ? V1Schema.read(json) : V2Schema.read(json);
            BodyChecks.check(body);
            return new Sent(json, body);
        });
    }

    private static StoredPolicy policy(Call call) {
        return PolicyStore.of(call.account()).find(call.path("id")).orElseThrow(() -> notFound(call));
    }

    private static StoredPolicy find(Call call) {
        return call.directory()
                .homeOf(call.path("id"))
                .flatMap(home -> PolicyStore.of(home).find(call.path("id")))
                .orElseThrow(() -> notFound(call));
    }

    private static Refusal notFound(Call call) {
        return PolicyRefusals.policyNotFound(call.path("id"));
    }

    private static void describe(Call call, StoredPolicy policy) {
        call.event()
                .target(policy.crn(), policy.id())
                .request("type", policy.body().type())
                .request("roles", String.join(", ", policy.body().roles()));
    }
}
