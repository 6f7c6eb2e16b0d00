package io.lanyard.identity;

import io.lanyard.core.IamId;
import io.lanyard.core.call.Call;
import org.jspecify.annotations.Nullable;

/** Identity: which API keys a list shall hold, and how; the caller's own when nothing is said. */
public final class ApiKeyQuery {

    private @Nullable IamId owner;
    private @Nullable ApiKeyScope scope;
    private @Nullable ApiKeyType type;
    private @Nullable ServiceIdGroupId group;
    private @Nullable Filter filter;
    private @Nullable ApiKeySort sort;
    private @Nullable String order;
    private @Nullable Integer pageSize;
    private @Nullable Boolean history;

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

    /**
     * Keeps to what meets a condition.
     *
     * @param condition such as {@code Filter.name().contains("ci")}
     * @return this
     */
    public ApiKeyQuery where(Filter condition) {
        filter = condition;
        return this;
    }

    /**
     * Sorts the list, upwards unless said otherwise.
     *
     * @param by what to sort by
     * @return this
     */
    public ApiKeyQuery sortedBy(ApiKeySort by) {
        sort = by;
        return this;
    }

    /**
     * Sorts upwards, which is the default.
     *
     * @return this
     */
    public ApiKeyQuery ascending() {
        order = "asc";
        return this;
    }

    /**
     * Sorts downwards.
     *
     * @return this
     */
    public ApiKeyQuery descending() {
        order = "desc";
        return this;
    }

    /**
     * Sets how many come in one request; all come in the end.
     *
     * @param items 1 to 100; 20 by default
     * @return this
     */
    public ApiKeyQuery pageSize(int items) {
        pageSize = items;
        return this;
    }

    /**
     * Asks for each one's history.
     *
     * @return this
     */
    public ApiKeyQuery history() {
        history = true;
        return this;
    }

    Call onto(Call call) {
        return call.query("iam_id", owner)
                .query("scope", scope)
                .query("type", type)
                .query("group_id", group)
                .query("filter", filter)
                .query("sort", sort)
                .query("order", order)
                .query("pagesize", pageSize)
                .query("include_history", history);
    }
}
