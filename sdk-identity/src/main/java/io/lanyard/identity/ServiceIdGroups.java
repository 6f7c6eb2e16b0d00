package io.lanyard.identity;

import io.lanyard.core.AccountId;
import io.lanyard.core.Updates;
import io.lanyard.core.Versioned;
import io.lanyard.core.call.Service;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Identity: groups that keep the service IDs of an account apart ({@code /v1/serviceid_groups}). They give no access. Each
 * account has a default group, which can't be deleted; a service ID stays in the group it was created in.
 */
public final class ServiceIdGroups {

    private final Service iam;

    ServiceIdGroups(Service iam) {
        this.iam = iam;
    }

    /**
     * Creates a group with nothing but a name.
     *
     * @param account the account it shall belong to
     * @param name    its name, unique in the account
     * @return the group
     * @see #create(AccountId, String, Consumer)
     */
    public ServiceIdGroup create(AccountId account, String name) {
        return create(account, name, options -> {});
    }

    /**
     * Creates a group. A repeat does no harm, since names are unique. Needs
     * {@code iam-identity.serviceid-group.create}: Operator or Administrator.
     *
     * @param account the account it shall belong to
     * @param name    its name, unique in the account
     * @param options the optional part
     * @return the group
     * @throws io.lanyard.core.ConflictException when the account has a group of that name
     */
    public ServiceIdGroup create(AccountId account, String name, Consumer<NewServiceIdGroup> options) {
        var wanted = new NewServiceIdGroup(account, name);
        options.accept(wanted);
        return iam.post("createServiceIdGroup", "/v1/serviceid_groups")
                .deduped()
                .json(wanted)
                .as(ServiceIdGroup.class);
    }

    /**
     * Gets a group at its current revision. Needs {@code iam-identity.serviceid-group.get}: Viewer.
     *
     * @param id its id
     * @return the group and its revision
     */
    public Versioned<ServiceIdGroup> get(ServiceIdGroupId id) {
        return iam.get("getServiceIdGroup", "/v1/serviceid_groups/{id}", id).versioned(ServiceIdGroup.class);
    }

    /**
     * Lists the groups of an account; the service has no pages here. Needs
     * {@code iam-identity.serviceid-group.list}: Viewer.
     *
     * @param account the account
     * @return its groups
     */
    public List<ServiceIdGroup> list(AccountId account) {
        return iam.get("listServiceIdGroup", "/v1/serviceid_groups")
                .query("account_id", account)
                .items("serviceid_groups", ServiceIdGroup.class);
    }

    /**
     * Reads a group, changes it and writes it, and begins again when somebody else was faster. Needs
     * {@code iam-identity.serviceid-group.update}: Editor, Operator or Administrator.
     *
     * @param id     its id
     * @param change makes the new one of the current one, by its {@code with…} methods; it may run more than once
     * @return the group as it is now
     * @throws io.lanyard.core.ConflictException          when others were faster every time
     * @throws io.lanyard.core.PreconditionFailedException likewise
     */
    public Versioned<ServiceIdGroup> update(ServiceIdGroupId id, UnaryOperator<ServiceIdGroup> change) {
        return Updates.update(() -> get(id), read -> replace(read, change));
    }

    /**
     * Changes a group that was read before, if it is still the same: one request, and no second try. Needs
     * {@code iam-identity.serviceid-group.update}: Editor, Operator or Administrator.
     *
     * @param read   the group as it was read
     * @param change makes the new one of it, by its {@code with…} methods
     * @return the group as it is now
     * @throws io.lanyard.core.ConflictException          when somebody else changed it in between
     * @throws io.lanyard.core.PreconditionFailedException likewise
     */
    public Versioned<ServiceIdGroup> replace(Versioned<ServiceIdGroup> read, UnaryOperator<ServiceIdGroup> change) {
        var before = read.value();
        return iam.put("updateServiceIdGroup", "/v1/serviceid_groups/{id}", before.id())
                .ifMatch(read.etag())
                .json(Changes.OfServiceIdGroup.between(before, change.apply(before)))
                .versioned(ServiceIdGroup.class);
    }

    /**
     * Deletes an empty group. Needs {@code iam-identity.serviceid-group.delete}: Operator or Administrator.
     *
     * @param id its id
     * @throws io.lanyard.core.ConflictException when service IDs are in it
     */
    public void delete(ServiceIdGroupId id) {
        iam.delete("deleteServiceIdGroup", "/v1/serviceid_groups/{id}", id).done();
    }
}
