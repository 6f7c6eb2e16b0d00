package io.lanyard.identity;

import com.google.gson.annotations.SerializedName;
import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.core.ETag;
import io.lanyard.core.IamId;
import io.lanyard.core.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Identity: a key that a user or a service ID authenticates with.
 *
 * <p>What can be changed has a {@code with…} method; {@link ApiKeys#update} takes a change made of those.
 *
 * @param id               its own id, no secret
 * @param entityTag        its revision
 * @param crn              its CRN
 * @param locked           whether it can neither be changed nor deleted; it still works
 * @param disabled         whether it is refused at present
 * @param createdAt        when it was created
 * @param createdBy        by whom
 * @param modifiedAt       when it was last changed
 * @param name             its name, which need not be unique
 * @param supportSessions  whether logins with it become sessions that can be listed and revoked; keys of users only
 * @param actionWhenLeaked what happens when IBM finds it in public
 * @param expiresAt        when it stops working; to the minute
 * @param description      what it is for
 * @param iamId            the user or service ID it belongs to
 * @param accountId        the account its tokens are for
 * @param value            the key itself; see {@link #secret()}
 * @param history          what was done to it; only when asked for
 * @param activity         how often it authenticated; only when asked for
 * @param context          how IBM's servers handled the request
 */
public record ApiKey(
        ApiKeyId id,
        Optional<ETag> entityTag,
        Crn crn,
        boolean locked,
        Optional<Boolean> disabled,
        Optional<Instant> createdAt,
        IamId createdBy,
        Optional<Instant> modifiedAt,
        String name,
        Optional<Boolean> supportSessions,
        Optional<ActionWhenLeaked> actionWhenLeaked,
        Optional<Instant> expiresAt,
        Optional<String> description,
        IamId iamId,
        AccountId accountId,
        @SerializedName("apikey") Optional<Secret> value,
        List<HistoryEntry> history,
        Optional<Activity> activity,
        Optional<RequestContext> context) {

    /**
     * Hands out the key itself, where the service told it: in the answer to its creation, and later only for keys of service
     * IDs that were created with {@code storeValue}.
     *
     * @return the secret
     * @throws IllegalStateException when this answer doesn't hold it
     */
    public Secret secret() {
        return value.orElseThrow(() -> new IllegalStateException(
                "the value of " + id + " is not in this answer: it is shown once, when the key is created"));
    }

    /**
     * Renames it.
     *
     * @param name its new name
     * @return the same key with that name
     */
    public ApiKey withName(String name) {
        return changed(name, description, supportSessions, actionWhenLeaked, expiresAt);
    }

    /**
     * Describes it anew.
     *
     * @param description what it is for; the empty text clears the description
     * @return the same key with that description
     */
    public ApiKey withDescription(String description) {
        return changed(name, Optional.of(description), supportSessions, actionWhenLeaked, expiresAt);
    }

    /**
     * Says whether logins with it become sessions; for keys of users.
     *
     * @param supported true if they do
     * @return the same key with that setting
     */
    public ApiKey withSupportSessions(boolean supported) {
        return changed(name, description, Optional.of(supported), actionWhenLeaked, expiresAt);
    }

    /**
     * Says what happens when IBM finds it in public.
     *
     * @param action what happens
     * @return the same key with that setting
     */
    public ApiKey withActionWhenLeaked(ActionWhenLeaked action) {
        return changed(name, description, supportSessions, Optional.of(action), expiresAt);
    }

    /**
     * Says when it stops working.
     *
     * @param instant the end; the service keeps it to the minute
     * @return the same key with that end
     */
    public ApiKey withExpiresAt(Instant instant) {
        return changed(name, description, supportSessions, actionWhenLeaked, Optional.of(instant));
    }

    /**
     * Lets it work without an end.
     *
     * @return the same key without an end
     */
    public ApiKey withoutExpiry() {
        return changed(name, description, supportSessions, actionWhenLeaked, Optional.empty());
    }

    private ApiKey changed(
            String name,
            Optional<String> description,
            Optional<Boolean> supportSessions,
            Optional<ActionWhenLeaked> actionWhenLeaked,
            Optional<Instant> expiresAt) {
        return new ApiKey(
                id,
                entityTag,
                crn,
                locked,
                disabled,
                createdAt,
                createdBy,
                modifiedAt,
                name,
                supportSessions,
                actionWhenLeaked,
                expiresAt,
                description,
                iamId,
                accountId,
                value,
                history,
                activity,
                context);
    }
}
