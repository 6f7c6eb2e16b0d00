package io.lanyard.policy;

import io.lanyard.core.AccountId;
import io.lanyard.core.ETag;
import io.lanyard.core.Pages;
import io.lanyard.core.Updates;
import io.lanyard.core.Versioned;
import io.lanyard.core.call.PageStyle;
import io.lanyard.policy.wire.PolicyV2;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Policy: the policies of an account, through version 2 of the API, which reads every policy and writes conditions.
 *
 * <p>Changes take effect after a while on IBM Cloud: what was just created may not be found, or not count, for some seconds. Every
 * operation throws an {@link io.lanyard.core.IamException} when the service says no or can't be reached.
 */
public final class Policies {
    /** Named here, because looking it up in the annotation of {@link Policy} costs a process's first call some 20 ms. */
    private static final PolicyV2 JSON = new PolicyV2();

    private final Wire wire;

    Policies(Wire wire) {
        this.wire = wire;
    }

    /**
     * Lists the active policies of an account. Needs {@code iam.policy.read} on what the policies are about; policies that the
     * caller may not see are left out, without an error.
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
    public Pages<Policy> list(AccountId account, Consumer<PolicyQueryV2> query) {
        var asked = new PolicyQueryV2(account);
        query.accept(asked);
        return asked.on(wire.spoken(wire.service().get("listV2Policies", "/v2/policies")))
                .pages(PageStyle.start(), "policies", JSON);
    }

    /**
     * Reads a policy. A deleted one can still be read. Needs {@code iam.policy.read}.
     *
     * @param id its id
     * @return the policy and its revision
     */
    public Versioned<Policy> get(PolicyId id) {
        return wire.service().get("getV2Policy", "/v2/policies/{id}", id).versioned(JSON);
    }

    /**
     * Reads a policy, and more of it. Needs {@code iam.policy.read}.
     *
     * @param id its id
     * @param format what more
     * @return the policy and its revision
     */
    public Versioned<Policy> get(PolicyId id, PolicyFormat format) {
        return wire.service()
                .get("getV2Policy", "/v2/policies/{id}", id)
                .query("format", format)
                .versioned(JSON);
    }

    /**
     * Creates a policy. Needs {@code iam.policy.create} on what it is about.
     *
     * @param grant what it says
     * @return the policy
     * @throws PolicyConflictException when a policy already says so, which it carries
     */
    public Policy create(Grant grant) {
        return wire.spoken(wire.service().post("createV2Policy", "/v2/policies"))
                .json(PolicyV2.write(grant))
                .deduped()
                .onConflict(PolicyConflictException::in)
                .as(JSON);
    }

    /**
     * Makes sure that a grant holds: creates it, or adopts the policy that is in its way. When that one is about the same thing
     * and lacks a role, the role is added to it. Safe to run twice. Needs {@code iam.policy.create}, and {@code iam.policy.update}
     * to add a role.
     *
     * @param grant what shall hold
     * @return the policy that says so
     * @throws PolicyConflictException when the policy in the way is about something else and lacks a role
     */
    public Policy ensure(Grant grant) {
        try {
            return create(grant);
        } catch (PolicyConflictException conflict) {
            var existing = conflict.policy()
                    .orElseGet(() -> get(conflict.existing().id()).value());
            if (existing.roles().containsAll(grant.roles())) {
                return existing;
            }
            if (!existing.subject().equals(grant.subject())
                    || !existing.resource().equals(grant.resource())
                    || !existing.condition().equals(grant.condition())) {
                throw conflict;
            }
            return update(existing.id(), there -> there.plusRoles(grant.roles()));
        }
    }

    /**
     * Replaces what a policy says, all of it; its type can't change. A version 1 policy becomes a version 2 policy by it, which is
     * the way to give it a condition. Needs {@code iam.policy.update}.
     *
     * @param id its id
     * @param grant what it shall say
     * @param etag the revision it was read at
     * @return the policy
     */
    public Policy replace(PolicyId id, Grant grant, ETag etag) {
        return wire.service()
                .put("replaceV2Policy", "/v2/policies/{id}", id)
                .ifMatch(etag)
                .json(PolicyV2.write(grant))
                .onConflict(PolicyConflictException::in)
                .as(JSON);
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
                        policy -> policy.withGrant(change.apply(understood(policy))),
                        (policy, etag) -> new Versioned<>(replace(id, policy.grant(), etag), etag))
                .value();
    }

    /**
     * Deletes a policy. It can be restored for a while. Needs {@code iam.policy.delete}.
     *
     * @param id its id
     */
    public void delete(PolicyId id) {
        wire.service().delete("deleteV2Policy", "/v2/policies/{id}", id).done();
    }

    /**
     * Restores a policy that was deleted not long ago. Only version 1 of the API can, for policies of both. Needs
     * {@code iam.policy.create}.
     *
     * @param id its id
     * @return the policy
     */
    public Policy restore(PolicyId id) {
        var deleted = get(id);
        wire.service()
                .patch("updatePolicyState", "/v1/policies/{id}", id)
                .ifMatch(deleted.etag())
                .json(Map.of("state", PolicyState.ACTIVE.value()))
                .onConflict(PolicyConflictException::in)
                .done();
        return get(id).value();
    }

    static Grant understood(Policy policy) {
        if (policy.unknown().isPresent()) {
            throw new IllegalStateException("policy " + policy.id()
                    + " has a shape that this version of Lanyard doesn't understand; changing it would lose a part of it."
                    + " Replace it as a whole instead.");
        }
        return policy.grant();
    }
}
