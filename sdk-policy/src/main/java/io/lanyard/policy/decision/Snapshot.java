package io.lanyard.policy.decision;

import io.lanyard.core.AccountId;
import io.lanyard.core.IamId;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decision: what an account's access looks like at one moment: its policies, who is in which group, who owns it, which role holds
 * which actions. Immutable and safe to share; a change makes another snapshot and copies next to nothing. Policies are compiled
 * when they come in, so that a decision among ten thousand takes less than a microsecond.
 */
public final class Snapshot {
    private final AccountId account;
    private final Actions actions;
    private final @Nullable String owner;
    private final boolean publicAccess;
    private final Set<String> restricted;
    private final Index index;
    private final Shards<List<String>> groupsOf;

    private Snapshot(
            AccountId account,
            Actions actions,
            @Nullable String owner,
            boolean publicAccess,
            Set<String> restricted,
            Index index,
            Shards<List<String>> groupsOf) {
        this.account = account;
        this.actions = actions;
        this.owner = owner;
        this.publicAccess = publicAccess;
        this.restricted = restricted;
        this.index = index;
        this.groupsOf = groupsOf;
    }

    /**
     * Begins with an account that has no policies and no owner. Public access is on, as it is for a new account.
     *
     * @param account the account
     * @param catalog which role holds which actions
     * @return the snapshot
     */
    public static Snapshot of(AccountId account, RoleCatalog catalog) {
        return new Snapshot(account, new Actions(catalog), null, true, Set.of(), Index.empty(), Shards.empty());
    }

    /**
     * Adds a policy, or puts it in the place of the one with the same id. A deleted one is kept and doesn't count.
     *
     * @param policy the policy
     * @return the snapshot with it
     */
    public Snapshot with(Policy policy) {
        return with(index.with(Compiled.of(policy, account, actions)));
    }

    /**
     * Adds policies.
     *
     * @param policies the policies
     * @return the snapshot with them
     */
    public Snapshot withAll(Collection<Policy> policies) {
        var more = index;
        for (var policy : policies) {
            more = more.with(Compiled.of(policy, account, actions));
        }
        return with(more);
    }

    /**
     * Takes a policy away.
     *
     * @param id its id
     * @return the snapshot without it
     */
    public Snapshot without(PolicyId id) {
        return with(index.without(id));
    }

    /**
     * Judges by another catalog, as when a custom role is made. All policies are compiled again.
     *
     * @param catalog which role holds which actions
     * @return the snapshot
     */
    public Snapshot with(RoleCatalog catalog) {
        var fresh = new Actions(catalog);
        return new Snapshot(
                account, fresh, owner, publicAccess, restricted, Index.of(index.policies(), account, fresh), groupsOf);
    }

    private Snapshot with(Index changed) {
        return new Snapshot(account, actions, owner, publicAccess, restricted, changed, groupsOf);
    }

    /**
     * Says who owns the account: he is Administrator and Manager of everything without a policy.
     *
     * @param identity his IAM id
     * @return the snapshot
     */
    public Snapshot ownedBy(IamId identity) {
        return new Snapshot(account, actions, identity.value(), publicAccess, restricted, index, groupsOf);
    }

    /**
     * Says whether policies for everybody count.
     *
     * @param on whether they do
     * @return the snapshot
     */
    public Snapshot publicAccess(boolean on) {
        return new Snapshot(account, actions, owner, on, restricted, index, groupsOf);
    }

    /**
     * Restricts actions so that even the owner needs a role for them, as {@code iam-identity.serviceid.create} is where the
     * account restricts who creates service IDs.
     *
     * @param restrictedActions the actions, in place of those restricted before
     * @return the snapshot
     */
    public Snapshot restricting(String... restrictedActions) {
        return new Snapshot(
                account, actions, owner, publicAccess, Set.copyOf(Arrays.asList(restrictedActions)), index, groupsOf);
    }

    /**
     * Puts an identity into an access group.
     *
     * @param identity its IAM id
     * @param accessGroupId the group
     * @return the snapshot
     */
    public Snapshot member(IamId identity, String accessGroupId) {
        var groups = new ArrayList<>(groupsOf(identity.value()));
        if (!groups.contains(accessGroupId)) {
            groups.add(accessGroupId);
        }
        return with(groupsOf.with(identity.value(), List.copyOf(groups)));
    }

    /**
     * Takes an identity out of an access group.
     *
     * @param identity its IAM id
     * @param accessGroupId the group
     * @return the snapshot
     */
    public Snapshot notMember(IamId identity, String accessGroupId) {
        var groups = new ArrayList<>(groupsOf(identity.value()));
        groups.remove(accessGroupId);
        return with(
                groups.isEmpty()
                        ? groupsOf.without(identity.value())
                        : groupsOf.with(identity.value(), List.copyOf(groups)));
    }

    private Snapshot with(Shards<List<String>> members) {
        return new Snapshot(account, actions, owner, publicAccess, restricted, index, members);
    }

    /** {@return the account} */
    public AccountId account() {
        return account;
    }

    /** {@return who owns it} */
    public Optional<IamId> owner() {
        return Optional.ofNullable(owner).map(IamId::of);
    }

    /** {@return which role holds which actions} */
    public RoleCatalog catalog() {
        return actions.catalog();
    }

    /** {@return all policies, in no order} */
    public List<Policy> policies() {
        return index.policies();
    }

    /**
     * Finds a policy.
     *
     * @param id its id
     * @return the policy, empty when there is none
     */
    public Optional<Policy> policy(PolicyId id) {
        return Optional.ofNullable(index.byId().get(id.value())).map(Compiled::policy);
    }

    /**
     * Finds the authorizations that have a service as their source, whatever their target is.
     *
     * @param service the service, as {@link Request#mayService} and {@link Request#caller} name it; what it wants to do doesn't matter
     * @return the active authorizations, in no order
     */
    public List<Policy> authorizations(Request service) {
        var found = new ArrayList<Policy>();
        index.forEachAuthorization(service.asker(), policy -> found.add(policy.policy()));
        return found;
    }

    /**
     * Answers a request. Pure: no clock, no network.
     *
     * @param request the question
     * @return the answer
     */
    public Decision decide(Request request) {
        return Judge.decide(this, request);
    }

    /**
     * Finds who would be denied: the question of anybody who is about to switch enforcement on.
     *
     * @param identities who to ask for
     * @param request what to ask; whom it is for doesn't matter
     * @return the denials, in the order of the identities
     */
    public List<Deny> denied(Collection<IamId> identities, Request request) {
        var denied = new ArrayList<Deny>();
        for (var identity : identities) {
            if (decide(request.as(identity)) instanceof Deny deny) {
                denied.add(deny);
            }
        }
        return denied;
    }

    Actions actions() {
        return actions;
    }

    Index index() {
        return index;
    }

    boolean hasPublicAccess() {
        return publicAccess;
    }

    boolean isOwnedBy(String identity) {
        return identity.equals(owner);
    }

    boolean isRestricted(String action) {
        return restricted.contains(action);
    }

    /** Lists the groups of an identity, those of the request included, the public one not. */
    Set<String> groupsOf(Asker asker) {
        var groups = new HashSet<>(groupsOf(asker.id()));
        groups.addAll(asker.groups());
        return groups;
    }

    List<String> groupsOf(String identity) {
        var groups = groupsOf.get(identity);
        return groups == null ? List.of() : groups;
    }
}
