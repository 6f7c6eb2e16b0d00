package io.lanyard.identity;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.AccountId;
import io.lanyard.core.IamId;
import io.lanyard.core.Secret;
import io.lanyard.core.json.IdentityInstantAdapter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Identity: the optional part of a new API key; Gson writes its fields as the request's body. */
@SuppressWarnings("unused") // fields that only Gson reads
public final class NewApiKey {

    private final String name;
    private final IamId iamId;
    private @Nullable String description;
    private @Nullable AccountId accountId;
    private @Nullable Secret apikey;
    private @Nullable Boolean storeValue;
    private @Nullable Boolean supportSessions;
    private @Nullable ActionWhenLeaked actionWhenLeaked;

    @JsonAdapter(IdentityInstantAdapter.class)
    private @Nullable Instant expiresAt;

    private transient boolean locked;
    private transient boolean disabled;

    NewApiKey(IamId owner, String name) {
        this.iamId = owner;
        this.name = name;
    }

    /**
     * Describes it.
     *
     * @param text what it is for
     * @return this
     */
    public NewApiKey description(String text) {
        description = text;
        return this;
    }

    /**
     * Says which account its tokens are for; for a service ID's key it can only be the service ID's own.
     *
     * @param id the account
     * @return this
     */
    public NewApiKey account(AccountId id) {
        accountId = id;
        return this;
    }

    /**
     * Brings a key of one's own instead of having one made.
     *
     * @param own at least 32 characters, used nowhere else
     * @return this
     */
    public NewApiKey value(Secret own) {
        apikey = own;
        return this;
    }

    /**
     * Lets the service keep the key, so that it can be read again; for keys of service IDs.
     *
     * @param stored true to keep it; false by default
     * @return this
     */
    public NewApiKey storeValue(boolean stored) {
        storeValue = stored;
        return this;
    }

    /**
     * Makes sessions of logins with it, which can be listed and revoked; for keys of users.
     *
     * @param supported true for sessions; false by default
     * @return this
     */
    public NewApiKey supportSessions(boolean supported) {
        supportSessions = supported;
        return this;
    }

    /**
     * Says what happens when IBM finds it in public.
     *
     * @param action what happens
     * @return this
     */
    public NewApiKey actionWhenLeaked(ActionWhenLeaked action) {
        actionWhenLeaked = action;
        return this;
    }

    /**
     * Says when it stops working.
     *
     * @param instant the end; the service keeps it to the minute
     * @return this
     */
    public NewApiKey expiresAt(Instant instant) {
        expiresAt = instant;
        return this;
    }

    /**
     * Locks it from the start.
     *
     * @return this
     */
    public NewApiKey locked() {
        locked = true;
        return this;
    }

    /**
     * Disables it from the start.
     *
     * @return this
     */
    public NewApiKey disabled() {
        disabled = true;
        return this;
    }

    @Nullable String lockHeader() {
        return locked ? "true" : null;
    }

    @Nullable String disableHeader() {
        return disabled ? "true" : null;
    }
}
