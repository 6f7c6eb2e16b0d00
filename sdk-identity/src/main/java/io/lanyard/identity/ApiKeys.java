package io.lanyard.identity;

import io.lanyard.core.AccountId;
import io.lanyard.core.IamId;
import io.lanyard.core.Pages;
import io.lanyard.core.Secret;
import io.lanyard.core.Updates;
import io.lanyard.core.Versioned;
import io.lanyard.core.call.PageStyle;
import io.lanyard.core.call.Service;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Identity: keys of users and service IDs ({@code /v1/apikeys}). An identity may hold 20.
 *
 * <p>Everybody manages his own keys, and those of the service IDs he created. For the keys of others the rights below are needed
 * on IAM Identity; the roles are those of IBM's role data, while its pages name Administrator alone.
 */
public final class ApiKeys {

    private final Service iam;

    ApiKeys(Service iam) {
        this.iam = iam;
    }

    /**
     * Creates a key with nothing but a name.
     *
     * @param owner the user (only oneself) or service ID it shall belong to
     * @param name  its name, which need not be unique
     * @return the key, with its secret, this once
     * @see #create(IamId, String, Consumer)
     */
    public ApiKey create(IamId owner, String name) {
        return create(owner, name, options -> {});
    }

    /**
     * Creates a key. For a service ID of somebody else it needs {@code iam-identity.apikey.create}: Operator or Administrator;
     * for oneself nothing, unless the account restricts it to the role User API key creator. Never sent twice: the second
     * answer would hold another key, and the first would be lost with its secret.
     *
     * @param owner   the user (only oneself) or service ID it shall belong to
     * @param name    its name, which need not be unique
     * @param options the optional part: expiry, a value of one's own, …
     * @return the key, with its {@link ApiKey#secret() secret}, this once
     */
    public ApiKey create(IamId owner, String name, Consumer<NewApiKey> options) {
        var wanted = new NewApiKey(owner, name);
        options.accept(wanted);
        return iam.post("createApiKey", "/v1/apikeys")
                .header("Entity-Lock", wanted.lockHeader())
                .header("Entity-Disable", wanted.disableHeader())
                .json(wanted)
                .as(ApiKey.class);
    }

    /**
     * Gets a key at its current revision.
     *
     * @param id its id
     * @return the key and its revision
     * @see #get(ApiKeyId, Consumer)
     */
    public Versioned<ApiKey> get(ApiKeyId id) {
        return get(id, nothingMore -> {});
    }

    /**
     * Gets a key at its current revision, with more about it. Needs {@code iam-identity.apikey.get}: Editor, Operator or
     * Administrator.
     *
     * @param id   its id
     * @param more what else to tell: history, activity
     * @return the key and its revision; without its secret, unless it is a service ID's and the service keeps it
     */
    public Versioned<ApiKey> get(ApiKeyId id, Consumer<ApiKeyExtras> more) {
        var extras = new ApiKeyExtras();
        more.accept(extras);
        return extras.onto(iam.get("getApiKey", "/v1/apikeys/{id}", id)).versioned(ApiKey.class);
    }

    /**
     * Gets the details of a key by the key itself.
     *
     * @param value the key
     * @return what is known about it
     * @see #getByValue(Secret, Consumer)
     */
    public ApiKey getByValue(Secret value) {
        return getByValue(value, nothingMore -> {});
    }

    /**
     * Gets the details of a key by the key itself, which travels in a header and is logged nowhere. Needs
     * {@code iam-identity.apikey.get}: Editor, Operator or Administrator.
     *
     * @param value the key
     * @param more  what else to tell: history; this operation knows no activity
     * @return what is known about it
     */
    public ApiKey getByValue(Secret value, Consumer<ApiKeyHistory> more) {
        var extras = new ApiKeyHistory();
        more.accept(extras);
        return extras.onto(iam.get("getApiKeysDetails", "/v1/apikeys/details"))
                .header("IAM-ApiKey", value)
                .as(ApiKey.class);
    }

    /**
     * Lists the caller's own keys in an account.
     *
     * @param account the account
     * @return all of them, read as they are looked at
     * @see #list(AccountId, Consumer)
     */
    public Pages<ApiKey> list(AccountId account) {
        return list(account, everything -> {});
    }

    /**
     * Lists keys in an account, never with their secrets. Needs {@code iam-identity.apikey.list} for other keys than one's own
     * and those of one's own service IDs: Editor, Operator or Administrator.
     *
     * @param account the account
     * @param filter  whose, which, and in which order
     * @return all of them, read as they are looked at
     */
    public Pages<ApiKey> list(AccountId account, Consumer<ApiKeyQuery> filter) {
        var query = new ApiKeyQuery();
        filter.accept(query);
        return query.onto(iam.get("listApiKeys", "/v1/apikeys").query("account_id", account))
                .pages(PageStyle.pageToken("pagetoken"), "apikeys", ApiKey.class);
    }

    /**
     * Reads a key, changes it and writes it, and begins again when somebody else was faster. Needs
     * {@code iam-identity.apikey.update}: Editor, Operator or Administrator.
     *
     * @param id     its id
     * @param change makes the new one of the current one, by its {@code with…} methods; it may run more than once
     * @return the key as it is now
     * @throws io.lanyard.core.ConflictException          when others were faster every time
     * @throws io.lanyard.core.PreconditionFailedException likewise
     * @throws io.lanyard.core.AccessDeniedException      when it is locked, too
     */
    public Versioned<ApiKey> update(ApiKeyId id, UnaryOperator<ApiKey> change) {
        return Updates.update(() -> get(id), read -> replace(read, change));
    }

    /**
     * Changes a key that was read before, if it is still the same: one request, and no second try. Needs
     * {@code iam-identity.apikey.update}: Editor, Operator or Administrator.
     *
     * @param read   the key as it was read
     * @param change makes the new one of it, by its {@code with…} methods
     * @return the key as it is now
     * @throws io.lanyard.core.ConflictException          when somebody else changed it in between
     * @throws io.lanyard.core.PreconditionFailedException likewise
     * @throws io.lanyard.core.AccessDeniedException      when it is locked, too
     */
    public Versioned<ApiKey> replace(Versioned<ApiKey> read, UnaryOperator<ApiKey> change) {
        var before = read.value();
        return iam.put("updateApiKey", "/v1/apikeys/{id}", before.id())
                .ifMatch(read.etag())
                .json(Changes.OfApiKey.between(before, change.apply(before)))
                .versioned(ApiKey.class);
    }

    /**
     * Deletes a key. Tokens that were issued for it stay valid until they expire. Needs {@code iam-identity.apikey.delete}:
     * Operator or Administrator.
     *
     * @param id its id
     * @throws io.lanyard.core.AccessDeniedException when it is locked, too
     */
    public void delete(ApiKeyId id) {
        iam.delete("deleteApiKey", "/v1/apikeys/{id}", id).done();
    }

    /**
     * Locks a key: it can't be changed or deleted; it still works. Safe to repeat. Needs {@code iam-identity.apikey.update}:
     * Editor, Operator or Administrator.
     *
     * @param id its id
     */
    public void lock(ApiKeyId id) {
        iam.post("lockApiKey", "/v1/apikeys/{id}/lock", id).idempotent().done();
    }

    /**
     * Unlocks a key. Safe to repeat. Needs {@code iam-identity.apikey.update}:
     * Editor, Operator or Administrator.
     *
     * @param id its id
     */
    public void unlock(ApiKeyId id) {
        iam.delete("unlockApiKey", "/v1/apikeys/{id}/lock", id).done();
    }

    /**
     * Disables a key: no token is issued for it any more. Safe to repeat. Needs {@code iam-identity.apikey.update}:
     * Editor, Operator or Administrator.
     *
     * @param id its id
     */
    public void disable(ApiKeyId id) {
        iam.post("disableApiKey", "/v1/apikeys/{id}/disable", id).idempotent().done();
    }

    /**
     * Enables a key again. Safe to repeat. Needs {@code iam-identity.apikey.update}:
     * Editor, Operator or Administrator.
     *
     * @param id its id
     */
    public void enable(ApiKeyId id) {
        iam.delete("enableApiKey", "/v1/apikeys/{id}/disable", id).done();
    }
}
