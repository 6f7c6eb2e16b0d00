package io.lanyard.accessgroups;

import io.lanyard.core.AccountId;
import io.lanyard.core.Pages;
import io.lanyard.core.Updates;
import io.lanyard.core.Versioned;
import io.lanyard.core.call.PageStyle;
import io.lanyard.core.call.Service;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Access groups: named sets of identities of an account ({@code /v2/groups}). The rights named below are on access groups as a whole
 * ({@code iam-groups}) or on that one group.
 */
public final class AccessGroups {

    private final Service iam;

    AccessGroups(Service iam) {
        this.iam = iam;
    }

    /**
     * Creates a group with nothing but a name.
     *
     * @param account the account it shall belong to
     * @param name    its name
     * @return the group; nobody is in it
     * @see #create(AccountId, String, Consumer)
     */
    public AccessGroup create(AccountId account, String name) {
        return create(account, name, nothingMore -> {});
    }

    /**
     * Creates a group. Never sent twice by itself: IBM's pages disagree on whether names are unique, so a second one might be another
     * group. Needs {@code iam-groups.groups.create}: Editor or Administrator.
     *
     * @param account the account it shall belong to
     * @param name    its name
     * @param options the optional part
     * @return the group; nobody is in it
     * @throws io.lanyard.core.ConflictException when the account has a group of that name, where names are unique
     */
    public AccessGroup create(AccountId account, String name, Consumer<NewAccessGroup> options) {
        var wanted = new NewAccessGroup(name);
        options.accept(wanted);
        return iam.post("createAccessGroup", "/v2/groups")
                .query("account_id", account)
                .json(wanted)
                .as(AccessGroup.class);
    }

    /**
     * Gets a group at its current revision. Needs {@code iam-groups.groups.read}: Viewer.
     *
     * @param id its id
     * @return the group and its revision
     */
    public Versioned<AccessGroup> get(AccessGroupId id) {
        return iam.get("getAccessGroup", "/v2/groups/{access_group_id}", id)
                .query("show_federated", true)
                .versioned(AccessGroup.class);
    }

    /**
     * Lists the groups of an account that the caller may see.
     *
     * @param account the account
     * @return all of them, read as they are looked at
     * @see #list(AccountId, Consumer)
     */
    public Pages<AccessGroup> list(AccountId account) {
        return list(account, everything -> {});
    }

    /**
     * Lists groups of an account that the caller may see: those that he holds {@code iam-groups.groups.list} on, which is part of Viewer.
     *
     * @param account the account
     * @param filter  which, and in which order
     * @return all of them, read as they are looked at
     */
    public Pages<AccessGroup> list(AccountId account, Consumer<AccessGroupQuery> filter) {
        var query = new AccessGroupQuery();
        filter.accept(query);
        return query.onto(iam.get("listAccessGroups", "/v2/groups").query("account_id", account))
                .pages(PageStyle.offset(), "groups", AccessGroup.class);
    }

    /**
     * Reads a group, changes it and writes it, and begins again when somebody else was faster:
     * {@code update(id, g -> g.withDescription("who may create service IDs"))}. Needs {@code iam-groups.groups.update}: Editor or
     * Administrator.
     *
     * @param id     its id
     * @param change makes the new one of the current one, by its {@code with…} methods; it may run more than once
     * @return the group as it is now
     * @throws io.lanyard.core.ConflictException           when others were faster every time, or the new name is taken
     * @throws io.lanyard.core.PreconditionFailedException when others were faster every time
     */
    public Versioned<AccessGroup> update(AccessGroupId id, UnaryOperator<AccessGroup> change) {
        return Updates.update(() -> get(id), read -> replace(read, change));
    }

    /**
     * Changes a group that was read before, if it is still the same: one request, and no second try. Needs
     * {@code iam-groups.groups.update}: Editor or Administrator.
     *
     * @param read   the group as it was read
     * @param change makes the new one of it, by its {@code with…} methods
     * @return the group as it is now
     * @throws io.lanyard.core.ConflictException           when somebody else changed it in between, or the new name is taken
     * @throws io.lanyard.core.PreconditionFailedException when somebody else changed it in between
     */
    public Versioned<AccessGroup> replace(Versioned<AccessGroup> read, UnaryOperator<AccessGroup> change) {
        var before = read.value();
        return iam.patch("updateAccessGroup", "/v2/groups/{access_group_id}", before.id())
                .idempotent()
                .ifMatch(read.etag())
                .json(Change.between(before, change.apply(before)))
                .versioned(AccessGroup.class);
    }

    /**
     * Deletes a group that nobody is in and that has no rules; its policies go with it. Needs {@code iam-groups.groups.delete}: Editor
     * or Administrator.
     *
     * @param id its id
     * @throws io.lanyard.core.ConflictException when somebody is in it, or it has rules
     */
    public void delete(AccessGroupId id) {
        iam.delete("deleteAccessGroup", "/v2/groups/{access_group_id}", id).done();
    }

    /**
     * Deletes a group, whoever is in it, with its rules and policies: its members lose at once what the group gave them. Needs
     * {@code iam-groups.groups.delete}: Editor or Administrator.
     *
     * @param id its id
     */
    public void deleteWithMembers(AccessGroupId id) {
        iam.delete("deleteAccessGroup", "/v2/groups/{access_group_id}", id)
                .query("force", true)
                .done();
    }

    /** The body of an update: what differs. */
    record Change(Optional<String> name, Optional<String> description) {
        static Change between(AccessGroup before, AccessGroup after) {
            return new Change(
                    before.name().equals(after.name()) ? Optional.empty() : Optional.of(after.name()),
                    Objects.equals(before.description(), after.description())
                            ? Optional.empty()
                            : Optional.of(after.description().orElse("")));
        }
    }
}
