package io.lanyard.identity;

import io.lanyard.core.call.Call;
import org.jspecify.annotations.Nullable;

/** Identity: which service IDs a list shall hold, and how; those of the default group when nothing is said. */
public final class ServiceIdQuery {

    private @Nullable ServiceIdGroupId group;
    private @Nullable String name;
    private @Nullable Filter filter;
    private @Nullable ServiceIdSort sort;
    private @Nullable String order;
    private @Nullable Integer pageSize;
    private @Nullable Boolean history;
    private @Nullable Boolean groupId;

    ServiceIdQuery() {}

    /**
     * Lists another group than the default group.
     *
     * @param id the group
     * @return this
     */
    public ServiceIdQuery group(ServiceIdGroupId id) {
        group = id;
        return this;
    }

    /**
     * Keeps to one name.
     *
     * @param exactly the whole name
     * @return this
     */
    public ServiceIdQuery name(String exactly) {
        name = exactly;
        return this;
    }

    /**
     * Keeps to what meets a condition.
     *
     * @param condition such as {@code Filter.name().contains("ci")}
     * @return this
     */
    public ServiceIdQuery where(Filter condition) {
        filter = condition;
        return this;
    }

    /**
     * Sorts the list, upwards unless said otherwise.
     *
     * @param by what to sort by
     * @return this
     */
    public ServiceIdQuery sortedBy(ServiceIdSort by) {
        sort = by;
        return this;
    }

    /**
     * Sorts upwards, which is the default.
     *
     * @return this
     */
    public ServiceIdQuery ascending() {
        order = "asc";
        return this;
    }

    /**
     * Sorts downwards.
     *
     * @return this
     */
    public ServiceIdQuery descending() {
        order = "desc";
        return this;
    }

    /**
     * Sets how many come in one request; all come in the end.
     *
     * @param items 1 to 100; 20 by default
     * @return this
     */
    public ServiceIdQuery pageSize(int items) {
        pageSize = items;
        return this;
    }

    /**
     * Asks for each one's history.
     *
     * @return this
     */
    public ServiceIdQuery history() {
        history = true;
        return this;
    }

    /**
     * Asks for each one's group.
     *
     * @return this
     */
    public ServiceIdQuery groupId() {
        groupId = true;
        return this;
    }

    Call onto(Call call) {
        return call.query("group_id", group)
                .query("name", name)
                .query("filter", filter)
                .query("sort", sort)
                .query("order", order)
                .query("pagesize", pageSize)
                .query("include_history", history)
                .query("show_group_id", groupId);
    }
}
