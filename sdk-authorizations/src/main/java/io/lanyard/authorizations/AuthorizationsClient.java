package io.lanyard.authorizations;

import io.lanyard.core.AccessDeniedException;
import io.lanyard.core.AccountId;
import io.lanyard.core.IamException;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.InvalidRequestException;
import io.lanyard.core.NotFoundException;
import io.lanyard.core.Pages;
import io.lanyard.core.call.Polling;
import io.lanyard.policy.Grant;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyClient;
import io.lanyard.policy.PolicyConflictException;
import io.lanyard.policy.PolicyId;
import io.lanyard.policy.PolicyQueryV2;
import io.lanyard.policy.PolicyType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Authorizations: the way in. They live in the account that owns the target, wherever the source runs.
 *
 * <pre>{@code
 * var authorizations = new AuthorizationsClient(cloud);
 * authorizations.ensure(allow(ACTIVITY_TRACKER).toAct(OBJECT_WRITER).on(bucket(store, "audit-logs")));
 * authorizations.ensure(ActivityTracker.toTopic(streams, "audit").from(otherAccount));
 * }</pre>
 *
 * <p>Whoever sees, creates or deletes one needs Administrator on the target, and may grant no more than he holds there. A client is
 * a cheap view: it holds no connection, and many threads may share it. Every operation throws an {@link io.lanyard.core.IamException} when the service says no or can't be reached.
 */
public final class AuthorizationsClient {

    private final IbmCloud cloud;
    private final PolicyClient policies;

    /**
     * Opens the client; nothing is sent yet.
     *
     * @param cloud whose credentials and connections to use
     */
    public AuthorizationsClient(IbmCloud cloud) {
        this.cloud = cloud;
        this.policies = new PolicyClient(cloud);
    }

    /**
     * Creates an authorization, and makes sure of what it needs besides: see {@link Allowance#companions}. Needs
     * {@code iam.policy.create} on the target: Administrator.
     *
     * @param allowance what it shall say
     * @return the authorization
     * @throws PolicyConflictException when there is one already that says so, which it carries
     * @throws io.lanyard.core.AccessDeniedException when the caller isn't Administrator there, or holds less than it grants
     * @throws IllegalArgumentException when the allowance names no role, or no target in an account
     */
    public Authorization create(Allowance allowance) {
        return withCompanions(write(allowance.grant()), allowance);
    }

    /**
     * Makes sure that a source may act: creates the authorization, or adopts the one that is there. When that one is about the same
     * source and target and lacks a role, the role is added to it. Safe to run twice. Needs {@code iam.policy.create} on the target,
     * and {@code iam.policy.update} to add a role: Administrator.
     *
     * @param allowance what shall hold
     * @return the authorization that says so
     * @throws PolicyConflictException when the one in the way is about something else and lacks a role
     * @throws IllegalArgumentException when the allowance names no role, or no target in an account
     */
    public Authorization ensure(Allowance allowance) {
        return withCompanions(written(allowance.grant()), allowance);
    }

    /**
     * Lists the authorizations of an account, those that services created for one another included. Needs {@code iam.policy.read}
     * on the targets: Administrator; the others are left out, without an error.
     *
     * @param account the account that owns the targets
     * @return the authorizations, page by page
     */
    public Pages<Authorization> list(AccountId account) {
        return list(account, everything -> {});
    }

    /**
     * Lists authorizations of an account that fit a query, such as {@code q -> q.serviceName("logs")} for those on Cloud Logs.
     *
     * @param account the account that owns the targets
     * @param query   says which ones
     * @return the authorizations, page by page
     */
    public Pages<Authorization> list(AccountId account, Consumer<PolicyQueryV2> query) {
        return policies.policies()
                .list(account, q -> query.accept(q.type(PolicyType.AUTHORIZATION)))
                .map(Authorization::of);
    }

    /**
     * Reads an authorization. A deleted one can still be read: see {@link Authorization#isActive}. Needs {@code iam.policy.read} on
     * the target: Administrator.
     *
     * @param id its id
     * @return the authorization
     */
    public Authorization get(PolicyId id) {
        return Authorization.of(policies.policies().get(id).value());
    }

    /**
     * Deletes an authorization. What its source does on the target ends with it. Its companions stay, because others may need them.
     * Needs {@code iam.policy.delete} on the target: Administrator.
     *
     * @param id its id
     */
    public void delete(PolicyId id) {
        policies.policies().delete(id);
    }

    /**
     * Waits until an authorization can be read and counts. That isn't yet to say that it has effect: see
     * {@link #await(PolicyId, Probe)}.
     *
     * @param id its id
     * @return the authorization
     * @throws io.lanyard.core.DeadlineException when it can't within the cloud's deadline
     * @throws IllegalStateException when it was deleted
     */
    public Authorization await(PolicyId id) {
        return await(id, anyway -> true);
    }

    /**
     * Waits until an authorization can be read, counts, and has effect. The deadline of the cloud covers it all; IBM Cloud may take
     * some minutes, so allow more than the usual: {@code cloud.with(o -> o.deadline(ofMinutes(5)))}.
     *
     * @param id    its id
     * @param probe tries whether it has effect, such as the write test of an Activity Tracker target
     * @return the authorization
     * @throws io.lanyard.core.DeadlineException when it has none within the cloud's deadline
     * @throws IllegalStateException when it was deleted
     */
    public Authorization await(PolicyId id, Probe probe) {
        var refusals = new Refusals();
        return Polling.until(
                cloud,
                "awaitAuthorization",
                () -> "authorization " + id + " to have effect" + refusals.last(),
                within -> readable(id, within).filter(there -> refusals.works(probe, within)));
    }

    private static Optional<Authorization> readable(PolicyId id, IbmCloud within) {
        Authorization there;
        try {
            there = new AuthorizationsClient(within).get(id);
        } catch (NotFoundException notYet) {
            return Optional.empty();
        }
        if (!there.isActive()) {
            throw new IllegalStateException("authorization " + id
                    + " was deleted and won't have effect: create it anew, or restore its policy");
        }
        return Optional.of(there);
    }

    /** What a probe was told last, for whoever waited in vain. */
    private static final class Refusals {
        private @Nullable IamException last;

        boolean works(Probe probe, IbmCloud within) {
            try {
                var works = probe.works(within);
                last = null; // only now: a try that the deadline cuts off says nothing new
                return works;
            } catch (AccessDeniedException | InvalidRequestException e) {
                last = e;
                return false;
            }
        }

        String last() {
            return last == null ? "" : " (the last try was refused: " + last.getMessage() + ")";
        }
    }

    private Authorization withCompanions(Policy policy, Allowance allowance) {
        List<Authorization> companions =
                allowance.companions().stream().map(this::ensure).toList();
        return new Authorization(policy, companions);
    }

    /** Version 1 as in the guides, so that the command line and the console show it; only version 2 knows enterprises. */
    private Policy write(Grant grant) {
        return new Source(grant.subject()).isOfEnterprise()
                ? policies.policies().create(grant)
                : policies.v1().create(grant);
    }

    private Policy written(Grant grant) {
        try {
            return write(grant);
        } catch (PolicyConflictException conflict) {
            try {
                return adopted(grant, conflict);
            } catch (NotFoundException deletedSince) {
                return write(grant);
            }
        }
    }

    private Policy adopted(Grant grant, PolicyConflictException conflict) {
        var existing = conflict.policy()
                .orElseGet(
                        () -> policies.policies().get(conflict.existing().id()).value());
        var there = Authorization.of(existing);
        if (grant.roles().stream().allMatch(there::holds)) {
            return existing;
        }
        if (!isAboutTheSame(existing, grant)) {
            throw conflict;
        }
        var lacking = grant.roles().stream().filter(role -> !there.holds(role)).toList();
        return existing.href().filter(href -> href.contains("/v2/")).isPresent()
                ? policies.policies().update(existing.id(), held -> held.plusRoles(lacking))
                : policies.v1().update(existing.id(), held -> held.plusRoles(lacking));
    }

    private static boolean isAboutTheSame(Policy existing, Grant grant) {
        return new HashSet<>(existing.subject().attributes())
                        .equals(new HashSet<>(grant.subject().attributes()))
                && new HashSet<>(existing.resource().attributes())
                        .equals(new HashSet<>(grant.resource().attributes()))
                && existing.condition().isEmpty();
    }
}
