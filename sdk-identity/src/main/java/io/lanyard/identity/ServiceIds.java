package io.lanyard.identity;

import io.lanyard.core.AccountId;
import io.lanyard.core.Pages;
import io.lanyard.core.Updates;
import io.lanyard.core.Versioned;
import io.lanyard.core.call.PageStyle;
import io.lanyard.core.call.Service;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Identity: identities for programs ({@code /v1/serviceids}).
 *
 * <p>Whoever created a service ID may do everything with it; the rights named below are what others need, on IAM Identity as a
 * whole or on that one service ID.
 */
public final class ServiceIds {

    private final Service iam;

    ServiceIds(Service iam) {
        this.iam = iam;
    }

    /**
     * Creates a service ID with nothing but a name.
     *
     * @param account the account it shall belong to
     * @param name    its name, which need not be unique
     * @return the service ID
     * @see #create(AccountId, String, Consumer)
     */
    public ServiceId create(AccountId account, String name) {
        return create(account, name, options -> {});
    }

    /**
     * Creates a service ID. Every member of the account may, unless the account restricts it to the role Service ID creator
     * ({@code iam-identity.serviceid.create}). Never sent twice: a second service ID of the same name would be another one.
     *
     * @param account the account it shall belong to
     * @param name    its name, which need not be unique
     * @param options the optional part: description, group, a key of its own, …
     * @return the service ID; a key that was asked for is in {@link ServiceId#apikey()}, with its secret, this once
     */
    public ServiceId create(AccountId account, String name, Consumer<NewServiceId> options) {
        var wanted = new NewServiceId(account, name);
        options.accept(wanted);
        return iam.post("createServiceId", "/v1/serviceids/")
                .query("show_group_id", wanted.showsGroupId())
                .header("Entity-Lock", wanted.lockHeader())
                .json(wanted)
                .as(ServiceId.class);
    }

    /**
     * Gets a service ID at its current revision.
     *
     * @param id its id
     * @return the service ID and its revision
     * @see #get(ServiceIdId, Consumer)
     */
    public Versioned<ServiceId> get(ServiceIdId id) {
        return get(id, nothingMore -> {});
    }

    /**
     * Gets a service ID at its current revision, with more about it. Needs {@code iam-identity.serviceid.get}: Viewer.
     *
     * @param id   its id
     * @param more what else to tell: history, activity, group
     * @return the service ID and its revision
     */
    public Versioned<ServiceId> get(ServiceIdId id, Consumer<ServiceIdExtras> more) {
        var extras = new ServiceIdExtras();
        more.accept(extras);
        return extras.onto(iam.get("getServiceId", "/v1/serviceids/{id}", id)).versioned(ServiceId.class);
    }

    /**
     * Lists the service IDs of an account's default group.
     *
     * @param account the account
     * @return all of them, read as they are looked at
     * @see #list(AccountId, Consumer)
     */
    public Pages<ServiceId> list(AccountId account) {
        return list(account, everything -> {});
    }

    /**
     * Lists service IDs of an account. Those of one group at a time: of the default group unless another is named. Needs
     * {@code iam-identity.serviceid.get}: Viewer; a caller without it gets only those that he may see.
     *
     * @param account the account
     * @param filter  which, and in which order
     * @return all of them, read as they are looked at
     */
    public Pages<ServiceId> list(AccountId account, Consumer<ServiceIdQuery> filter) {
        var query = new ServiceIdQuery();
        filter.accept(query);
        return query.onto(iam.get("listServiceIds", "/v1/serviceids/").query("account_id", account))
                .pages(PageStyle.pageToken("pagetoken"), "serviceids", ServiceId.class);
    }

    /**
     * Reads a service ID, changes it and writes it, and begins again when somebody else was faster, so that no change is lost:
     * {@code update(id, s -> s.withDescription("pulls images"))}. Needs {@code iam-identity.serviceid.update}: Editor, Operator
     * or Administrator.
     *
     * @param id     its id
     * @param change makes the new one of the current one, by its {@code with…} methods; it may run more than once
     * @return the service ID as it is now
     * @throws io.lanyard.core.ConflictException          when others were faster every time
     * @throws io.lanyard.core.PreconditionFailedException likewise
     * @throws io.lanyard.core.AccessDeniedException      when it is locked, too
     */
    public Versioned<ServiceId> update(ServiceIdId id, UnaryOperator<ServiceId> change) {
        return Updates.update(() -> get(id), read -> replace(read, change));
    }

    /**
     * Changes a service ID that was read before, if it is still the same: one request, and no second try. Needs
     * {@code iam-identity.serviceid.update}: Editor, Operator or Administrator.
     *
     * @param read   the service ID as it was read; its group is in the answer if it is in here
     * @param change makes the new one of it, by its {@code with…} methods
     * @return the service ID as it is now
     * @throws io.lanyard.core.ConflictException          when somebody else changed it in between
     * @throws io.lanyard.core.PreconditionFailedException likewise
     * @throws io.lanyard.core.AccessDeniedException      when it is locked, too
     */
    public Versioned<ServiceId> replace(Versioned<ServiceId> read, UnaryOperator<ServiceId> change) {
        var before = read.value();
        return iam.put("updateServiceId", "/v1/serviceids/{id}", before.id())
                .query("show_group_id", before.groupId().map(group -> true))
                .ifMatch(read.etag())
                .json(Changes.OfServiceId.between(before, change.apply(before)))
                .versioned(ServiceId.class);
    }

    /**
     * Deletes a service ID with its keys and policies. Needs {@code iam-identity.serviceid.delete}: Operator or Administrator.
     *
     * @param id its id
     * @throws io.lanyard.core.ConflictException     when one of its keys can't be deleted, because it is locked
     * @throws io.lanyard.core.AccessDeniedException when it is locked itself, too
     */
    public void delete(ServiceIdId id) {
        iam.delete("deleteServiceId", "/v1/serviceids/{id}", id).done();
    }

    /**
     * Locks a service ID: it can't be changed or deleted, nor can its policies; its keys still work. Safe to repeat. Needs
     * {@code iam-identity.serviceid.update}: Editor or Administrator.
     *
     * @param id its id
     */
    public void lock(ServiceIdId id) {
        iam.post("lockServiceId", "/v1/serviceids/{id}/lock", id).idempotent().done();
    }

    /**
     * Unlocks a service ID. Safe to repeat. Needs {@code iam-identity.serviceid.update}: Editor or Administrator.
     *
     * @param id its id
     */
    public void unlock(ServiceIdId id) {
        iam.delete("unlockServiceId", "/v1/serviceids/{id}/lock", id).done();
    }
}
