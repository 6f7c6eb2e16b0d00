package io.lanyard.identity;

import io.lanyard.core.call.Call;
import org.jspecify.annotations.Nullable;

/** Identity: which service IDs a list shall hold, and how; those of the default group when nothing is said. */
public final class ServiceIdQuery extends IdentityQuery<ServiceIdQuery, ServiceIdSort> {

    private @Nullable ServiceIdGroupId group;
    private @Nullable String name;
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
     * Asks for each one's group.
     *
     * @return this
     */
    public ServiceIdQuery groupId() {
        groupId = true;
        return this;
    }

    @Override
    ServiceIdQuery self() {
        return this;
    }

    @Override
    Call onto(Call call) {
        return super.onto(call.query("group_id", group).query("name", name).query("show_group_id", groupId));
    }
}
