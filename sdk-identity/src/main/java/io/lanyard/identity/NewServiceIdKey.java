package io.lanyard.identity;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.Secret;
import io.lanyard.core.json.IdentityInstantAdapter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Identity: the optional part of a key that is created with its service ID; Gson writes its fields into the body. */
@SuppressWarnings("unused") // fields that only Gson reads
public final class NewServiceIdKey {

    private final String name;
    private @Nullable String description;
    private @Nullable Secret apikey;
    private @Nullable Boolean storeValue;
    private @Nullable ActionWhenLeaked actionWhenLeaked;

    @JsonAdapter(IdentityInstantAdapter.class)
    private @Nullable Instant expiresAt;

    NewServiceIdKey(String name) {
        this.name = name;
    }

    /**
     * Describes it.
     *
     * @param text what it is for
     * @return this
     */
    public NewServiceIdKey description(String text) {
        description = text;
        return this;
    }

    /**
     * Brings a key of one's own instead of having one made.
     *
     * @param own at least 32 characters, used nowhere else
     * @return this
     */
    public NewServiceIdKey value(Secret own) {
        apikey = own;
        return this;
    }

    /**
     * Lets the service keep the key, so that it can be read again.
     *
     * @param stored true to keep it; false by default
     * @return this
     */
    public NewServiceIdKey storeValue(boolean stored) {
        storeValue = stored;
        return this;
    }

    /**
     * Says what happens when IBM finds it in public.
     *
     * @param action what happens
     * @return this
     */
    public NewServiceIdKey actionWhenLeaked(ActionWhenLeaked action) {
        actionWhenLeaked = action;
        return this;
    }

    /**
     * Says when it stops working.
     *
     * @param instant the end; the service keeps it to the minute
     * @return this
     */
    public NewServiceIdKey expiresAt(Instant instant) {
        expiresAt = instant;
        return this;
    }
}
