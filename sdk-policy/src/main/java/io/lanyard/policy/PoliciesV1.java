package io.lanyard.policy;

import io.lanyard.core.AccountId;
import io.lanyard.core.ETag;
import io.lanyard.core.Pages;
import io.lanyard.core.Updates;
import io.lanyard.core.Versioned;
import io.lanyard.core.call.Call;
import io.lanyard.core.call.PageStyle;
import io.lanyard.policy.wire.PolicyV1;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Policy: the policies of an account, through version 1 of the API: no conditions, and a placeholder for each policy that version 2
 * wrote (see {@link Policy#isPlaceholder()}). Prefer {@link Policies} unless something else still reads version 1.
 */
public final class PoliciesV1 {
    private final Wire wire;

    PoliciesV1(Wire wire) {
        this.wire = wire;
    }

    /**
     * Lists the active policies of an account. Needs {@code iam.policy.read} on what the policies are about.
     *
     * @param account the account
     * @return the policies, page by page
     */
    public Pages<Policy> list(AccountId account) {
        return list(account, query -> {});
    }

    /**
     * Lists policies of an account that fit a query. Needs {@code iam.policy.read} on what the policies are about.
     *
     * @param account the account
     * @param query says which ones
     * @return the policies, page by page
     */
    public Pages<Policy> list(AccountId account, Consumer<PolicyQueryV1> query) {
        var asked = new PolicyQueryV1(account);
        query.accept(asked);
        return asked.on(wire.spoken(wire.service().get("listPolicies", "/v1/policies")))
                .pages(PageStyle.start(), "policies", PolicyV1.Read.class)
                .map(PolicyV1.Read::policy);
    }

    /**
     * Reads a policy. A deleted one can still be read. Needs {@code iam.policy.read}.
     *
     * @param id its id
     * @return the policy and its revision
     */
    public Versioned<Policy> get(PolicyId id) {
        var read = wire.service().get("getPolicy", "/v1/policies/{id}", id).versioned(PolicyV1.Read.class);
        return new Versioned<>(read.value().policy(), read.etag());
    }

    /**
     * Creates a policy. Needs {@code iam.policy.create} on what it is about.
     *
     * @param grant what it says; version 1 has no conditions
     * @return the policy
     * @throws PolicyConflictException when a policy already says so, which it carries
     * @throws IllegalArgumentException when the grant has a condition
     */
    public Policy create(Grant grant) {
        return policy(wire.spoken(wire.service().post("createPolicy", "/v1/policies"))
                .json(PolicyV1.write(grant))
                .deduped());
    }

    /**
     * Replaces what a policy says, all of it; its type can't change. Needs {@code iam.policy.update}.
     *
     * @param id its id
     * @param grant what it shall say; version 1 has no conditions
     * @param etag the revision it was read at
     * @return the policy
     * @throws IllegalArgumentException when the grant has a condition
     */
    public Policy replace(PolicyId id, Grant grant, ETag etag) {
        return policy(wire.service()
                .put("replacePolicy", "/v1/policies/{id}", id)
                .ifMatch(etag)
                .json(PolicyV1.write(grant)));
    }

    /**
     * Reads a policy, changes what it says, and writes it if nobody else did in between; begins again, at most five times, if
     * somebody did. Needs {@code iam.policy.read} and {@code iam.policy.update}.
     *
     * @param id its id
     * @param change from what it says to what it shall say; must be pure, because it may run several times
     * @return the policy
     * @throws IllegalStateException when the policy has a shape that isn't understood: writing it would lose a part of it
     */
    public Policy update(PolicyId id, UnaryOperator<Grant> change) {
        return Updates.<Policy>update(
                        () -> get(id),
                        policy -> policy.withGrant(change.apply(Policies.understood(policy))),
                        (policy, etag) -> new Versioned<>(replace(id, policy.grant(), etag), etag))
                .value();
    }

    /**
     * Deletes a policy. It can be restored for a while. Needs {@code iam.policy.delete}.
     *
     * @param id its id
     */
    public void delete(PolicyId id) {
        wire.service().delete("deletePolicy", "/v1/policies/{id}", id).done();
    }

    /**
     * Puts a policy into a state: {@code active} restores one that was deleted not long ago. Needs {@code iam.policy.create}.
     *
     * @param id its id
     * @param state the state
     * @param etag the revision it was read at
     * @return the policy
     */
    public Policy updateState(PolicyId id, PolicyState state, ETag etag) {
        return policy(wire.service()
                .patch("updatePolicyState", "/v1/policies/{id}", id)
                .ifMatch(etag)
                .json(Map.of("state", state.value())));
    }

    private static Policy policy(Call call) {
        return call.onConflict(PolicyConflictException::in)
                .as(PolicyV1.Read.class)
                .policy();
    }
}
