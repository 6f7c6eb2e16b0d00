package io.lanyard.identity;

import io.lanyard.core.IamId;
import io.lanyard.core.call.Call;
import org.jspecify.annotations.Nullable;

/** Identity: which API keys a list shall hold, and how; the caller's own when nothing is said. */
public final class ApiKeyQuery extends IdentityQuery<ApiKeyQuery, ApiKeySort> {

    private @Nullable IamId owner;
    private @Nullable ApiKeyScope scope;
    private @Nullable ApiKeyType type;
    private @Nullable ServiceIdGroupId group;

    ApiKeyQuery() {}

    /**
     * Lists the keys of one user or service ID.
     *
     * @param identity whose keys
     * @return this
     */
    public ApiKeyQuery of(IamId identity) {
        owner = identity;
        return this;
    }

    /**
     * Says how far to look.
     *
     * @param scope one identity, or the whole account
     * @return this
     */
    public ApiKeyQuery scope(ApiKeyScope scope) {
        this.scope = scope;
        return this;
    }

    /**
     * Keeps to keys of users or to keys of service IDs.
     *
     * @param type which; for {@link ApiKeyScope#ACCOUNT} only
     * @return this
     */
    public ApiKeyQuery type(ApiKeyType type) {
        this.type = type;
        return this;
    }

    /**
     * Keeps to keys of the service IDs of one group.
     *
     * @param id the group
     * @return this
     */
    public ApiKeyQuery group(ServiceIdGroupId id) {
        group = id;
        return this;
    }

    @Override
    ApiKeyQuery self() {
        return this;
    }

    @Override
    Call onto(Call call) {
        return super.onto(call.query("iam_id", owner)
                .query("scope", scope)
                .query("type", type)
                .query("group_id", group));
    }
}
