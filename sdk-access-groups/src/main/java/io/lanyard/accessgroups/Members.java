package io.lanyard.accessgroups;

import io.lanyard.core.AccountId;
import io.lanyard.core.IamId;
import io.lanyard.core.Pages;
import io.lanyard.core.call.PageStyle;
import io.lanyard.core.call.Service;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Access groups: who is in them ({@code /v2/groups/…/members}). Whoever joins has what the group has from the next decision on, and whoever
 * leaves loses it, whatever his token says.
 *
 * <p>Calls about several take some and may refuse others: they don't throw then, so look at each outcome. The rights named below are on access
 * groups as a whole ({@code iam-groups}) or on that one group.
 */
public final class Members {

    private final Service iam;

    Members(Service iam) {
        this.iam = iam;
    }

    /**
     * Adds identities to a group. Adding one that is in it already does no harm. Needs {@code iam-groups.members.add}: Editor or
     * Administrator; whoever holds that can give himself what any group has.
     *
     * @param group      the group
     * @param identities who, at most 50; what kind each is follows from how its IAM id begins
     * @return what became of each
     * @see #add(AccessGroupId, List)
     */
    public List<MemberOutcome> add(AccessGroupId group, IamId... identities) {
        return add(group, Stream.of(identities).map(NewMember::of).toList());
    }

    /**
     * Adds identities to a group. Adding one that is in it already does no harm. Needs {@code iam-groups.members.add}: Editor or
     * Administrator; whoever holds that can give himself what any group has.
     *
     * @param group   the group
     * @param members who, at most 50
     * @return what became of each
     */
    public List<MemberOutcome> add(AccessGroupId group, List<NewMember> members) {
        return iam.put("addMembersToAccessGroup", "/v2/groups/{access_group_id}/members", group)
                .json(new Added(members))
                .items("members", MemberOutcome.class);
    }

    /**
     * Lists the members of a group that somebody added.
     *
     * @param group the group
     * @return all of them, read as they are looked at
     * @see #list(AccessGroupId, Consumer)
     */
    public Pages<Member> list(AccessGroupId group) {
        return list(group, everybody -> {});
    }

    /**
     * Lists members of a group. Needs {@code iam-groups.members.list}: Viewer.
     *
     * @param group  the group
     * @param filter which, and in which order
     * @return all of them, read as they are looked at
     */
    public Pages<Member> list(AccessGroupId group, Consumer<MemberQuery> filter) {
        var query = new MemberQuery();
        filter.accept(query);
        return query.onto(iam.get("listAccessGroupMembers", "/v2/groups/{access_group_id}/members", group))
                .pages(PageStyle.offset(), "members", Member.class);
    }

    /**
     * Asks whether an identity is in a group, added or let in by a rule. Needs {@code iam-groups.members.read}: Viewer.
     *
     * @param group    the group
     * @param identity the identity
     * @return false, too, when there is no such group
     */
    public boolean contains(AccessGroupId group, IamId identity) {
        return iam.head("isMemberOfAccessGroup", "/v2/groups/{access_group_id}/members/{iam_id}", group, identity)
                .exists();
    }

    /**
     * Takes an identity out of a group. One that a rule let in can't be taken out. Needs {@code iam-groups.members.delete}: Editor or
     * Administrator.
     *
     * @param group    the group
     * @param identity the identity
     * @throws io.lanyard.core.NotFoundException when it isn't in the group
     */
    public void remove(AccessGroupId group, IamId identity) {
        iam.delete("removeMemberFromAccessGroup", "/v2/groups/{access_group_id}/members/{iam_id}", group, identity)
                .done();
    }

    /**
     * Takes several identities out of a group. Needs {@code iam-groups.members.delete}: Editor or Administrator.
     *
     * @param group      the group
     * @param identities who, at most 50
     * @return what became of each
     */
    public List<MemberOutcome> remove(AccessGroupId group, List<IamId> identities) {
        return iam.post("removeMembersFromAccessGroup", "/v2/groups/{access_group_id}/members/delete", group)
                .idempotent()
                .json(new Removed(identities))
                .items("members", MemberOutcome.class);
    }

    /**
     * Adds one identity to several groups. Needs {@code iam-groups.members.add} on each: Editor or Administrator.
     *
     * @param account  the account that the groups belong to
     * @param identity the identity; what kind it is follows from how its IAM id begins
     * @param groups   which groups, at most 50
     * @return what became of each
     */
    public List<GroupOutcome> addToAll(AccountId account, IamId identity, List<AccessGroupId> groups) {
        return iam.put("addMemberToMultipleAccessGroups", "/v2/groups/_allgroups/members/{iam_id}", identity)
                .query("account_id", account)
                .json(new Spread(MemberType.of(identity), groups))
                .items("groups", GroupOutcome.class);
    }

    /**
     * Takes one identity out of all groups of an account. Needs {@code iam-groups.members.delete} on each: Editor or Administrator.
     *
     * @param account  the account
     * @param identity the identity
     * @return what became of each
     * @throws io.lanyard.core.NotFoundException when it is in none
     */
    public List<GroupOutcome> removeFromAll(AccountId account, IamId identity) {
        return iam.delete("removeMemberFromAllAccessGroups", "/v2/groups/_allgroups/members/{iam_id}", identity)
                .query("account_id", account)
                .items("groups", GroupOutcome.class);
    }

    /** The body of an addition. */
    record Added(List<NewMember> members) {}

    /** The body of a removal. */
    record Removed(List<IamId> members) {}

    /** The body of an addition to several groups. */
    record Spread(MemberType type, List<AccessGroupId> groups) {}
}
