package io.lanyard.identity;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Identity: the optional part of a new service ID; Gson writes its fields as the request's body. */
@SuppressWarnings("unused") // fields that only Gson reads
public final class NewServiceId {

    private final AccountId accountId;
    private final String name;
    private @Nullable String description;
    private @Nullable ServiceIdGroupId groupId;
    private @Nullable List<Crn> uniqueInstanceCrns;
    private @Nullable NewServiceIdKey apikey;

    private transient boolean locked;
    private transient @Nullable Boolean showGroupId;

    NewServiceId(AccountId account, String name) {
        this.accountId = account;
        this.name = name;
    }

    /**
     * Describes it.
     *
     * @param text what it is for
     * @return this
     */
    public NewServiceId description(String text) {
        description = text;
        return this;
    }

    /**
     * Puts it into a group, for good; the default group otherwise.
     *
     * @param id the group
     * @return this
     */
    public NewServiceId group(ServiceIdGroupId id) {
        groupId = id;
        return this;
    }

    /**
     * Says which service instances it is for.
     *
     * @param crns their CRNs
     * @return this
     */
    public NewServiceId uniqueInstanceCrns(Crn... crns) {
        uniqueInstanceCrns = List.of(crns);
        return this;
    }

    /**
     * Creates a key with it, in the same call.
     *
     * @param name the key's name
     * @return this
     */
    public NewServiceId apiKey(String name) {
        return apiKey(name, key -> {});
    }

    /**
     * Creates a key with it, in the same call. Its secret is in the answer: {@code created.apikey()}.
     *
     * @param name    the key's name
     * @param options the optional part of the key
     * @return this
     */
    public NewServiceId apiKey(String name, Consumer<NewServiceIdKey> options) {
        var key = new NewServiceIdKey(name);
        options.accept(key);
        apikey = key;
        return this;
    }

    /**
     * Locks it from the start.
     *
     * @return this
     */
    public NewServiceId locked() {
        locked = true;
        return this;
    }

    /**
     * Asks for its group in the answer.
     *
     * @return this
     */
    public NewServiceId showGroupId() {
        showGroupId = true;
        return this;
    }

    @Nullable String lockHeader() {
        return locked ? "true" : null;
    }

    @Nullable Boolean showsGroupId() {
        return showGroupId;
    }
}
