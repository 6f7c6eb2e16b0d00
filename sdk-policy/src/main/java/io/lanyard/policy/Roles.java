package io.lanyard.policy;

import io.lanyard.core.AccountId;
import io.lanyard.core.ETag;
import io.lanyard.core.Updates;
import io.lanyard.core.Versioned;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Policy: which roles there are, and the account's own. An account can have forty of its own. */
public final class Roles {
    private final Wire wire;

    Roles(Wire wire) {
        this.wire = wire;
    }

    /**
     * Lists roles. Anybody may list; without the right to see an account's own roles, those are empty.
     *
     * @param query says for which account, service, or pair of services
     * @return the roles: the account's own, the service's, the platform's
     */
    public RoleList list(Consumer<RoleQuery> query) {
        var asked = new RoleQuery();
        query.accept(asked);
        return asked.on(wire.spoken(wire.service().get("listRoles", "/v2/roles")))
                .as(RoleList.class);
    }

    /**
     * Creates a role of the account's own. Needs {@code iam-access-management.customRole.create}.
     *
     * @param account the account
     * @param name its name in its CRN: a capital letter, then letters and digits; unique in the account, and never changed
     * @param role the service it is for, and what it permits
     * @return the role
     * @throws RoleConflictException when a role has that name, or exactly these actions
     */
    public CustomRole create(AccountId account, String name, Consumer<RoleDraft> role) {
        var draft = new RoleDraft(account, name);
        role.accept(draft);
        return wire.spoken(wire.service().post("createRole", "/v2/roles"))
                .json(draft.body())
                .deduped()
                .onConflict(RoleConflictException::new)
                .as(CustomRole.class);
    }

    /**
     * Reads a role of the account's own. Needs {@code iam-access-management.customRole.read}.
     *
     * @param id its id
     * @return the role and its revision
     */
    public Versioned<CustomRole> get(RoleUuid id) {
        return wire.service().get("getRole", "/v2/roles/{id}", id).versioned(CustomRole.class);
    }

    /**
     * Replaces what a role permits and how it is shown. Needs {@code iam-access-management.customRole.update}.
     *
     * @param id its id
     * @param content what it shall be
     * @param etag the revision it was read at
     * @return the role
     * @throws RoleConflictException when another role has exactly these actions or that display name
     */
    public CustomRole replace(RoleUuid id, RoleContent content, ETag etag) {
        return wire.service()
                .put("replaceRole", "/v2/roles/{id}", id)
                .ifMatch(etag)
                .json(content)
                .onConflict(RoleConflictException::new)
                .as(CustomRole.class);
    }

    /**
     * Reads a role, changes it, and writes it if nobody else did in between; begins again, at most five times, if somebody did.
     * Needs {@code iam-access-management.customRole.read} and {@code …update}.
     *
     * @param id its id
     * @param change from what it is to what it shall be; must be pure, because it may run several times
     * @return the role
     */
    public CustomRole update(RoleUuid id, UnaryOperator<RoleContent> change) {
        return Updates.<CustomRole>update(
                        () -> get(id),
                        role -> role.with(change.apply(role.content())),
                        (role, etag) -> new Versioned<>(replace(id, role.content(), etag), etag))
                .value();
    }

    /**
     * Deletes a role of the account's own; it disappears from every policy that grants it. Needs
     * {@code iam-access-management.customRole.delete}.
     *
     * @param id its id
     */
    public void delete(RoleUuid id) {
        wire.service().delete("deleteRole", "/v2/roles/{id}", id).done();
    }

    /**
     * Lists the roles that a policy on a service can grant: what to choose from, instead of guessing.
     *
     * @param account the account
     * @param serviceName the service
     * @return their ids
     */
    public List<RoleId> grantable(AccountId account, String serviceName) {
        return list(query -> query.account(account).service(serviceName)).ids();
    }
}
