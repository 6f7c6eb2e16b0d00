package io.lanyard.identity;

import io.lanyard.core.TextValue;
import io.lanyard.core.call.Call;
import org.jspecify.annotations.Nullable;

/**
 * Identity: what every paged list of IAM Identity can be told.
 *
 * @param <Q> the list's own query
 * @param <S> what it can be sorted by
 */
public abstract sealed class IdentityQuery<Q extends IdentityQuery<Q, S>, S extends TextValue>
        permits ServiceIdQuery, ApiKeyQuery {

    private @Nullable Filter filter;
    private @Nullable S sort;
    private @Nullable String order;
    private @Nullable Integer pageSize;
    private @Nullable Boolean history;

    IdentityQuery() {}

    /**
     * Keeps to what meets a condition.
     *
     * @param condition such as {@code Filter.name().contains("ci")}
     * @return this
     */
    public Q where(Filter condition) {
        filter = condition;
        return self();
    }

    /**
     * Sorts the list, upwards unless said otherwise.
     *
     * @param by what to sort by
     * @return this
     */
    public Q sortedBy(S by) {
        sort = by;
        return self();
    }

    /**
     * Sorts upwards, which is the default.
     *
     * @return this
     */
    public Q ascending() {
        order = "asc";
        return self();
    }

    /**
     * Sorts downwards.
     *
     * @return this
     */
    public Q descending() {
        order = "desc";
        return self();
    }

    /**
     * Sets how many come in one request; all come in the end.
     *
     * @param items 1 to 100; 20 by default
     * @return this
     */
    public Q pageSize(int items) {
        pageSize = items;
        return self();
    }

    /**
     * Asks for each one's history.
     *
     * @return this
     */
    public Q history() {
        history = true;
        return self();
    }

    abstract Q self();

    Call onto(Call call) {
        return call.query("filter", filter)
                .query("sort", sort)
                .query("order", order)
                .query("pagesize", pageSize)
                .query("include_history", history);
    }
}
