package io.lanyard.identity;

import io.lanyard.core.call.Call;
import org.jspecify.annotations.Nullable;

/** Identity: what else to tell about a service ID; nothing more when nothing is said. */
public final class ServiceIdExtras {

    private @Nullable Boolean history;
    private @Nullable Boolean activity;
    private @Nullable Boolean groupId;

    ServiceIdExtras() {}

    /**
     * Asks for what was done to it.
     *
     * @return this
     */
    public ServiceIdExtras history() {
        history = true;
        return this;
    }

    /**
     * Asks for how often it authenticated.
     *
     * @return this
     */
    public ServiceIdExtras activity() {
        activity = true;
        return this;
    }

    /**
     * Asks for its group.
     *
     * @return this
     */
    public ServiceIdExtras groupId() {
        groupId = true;
        return this;
    }

    Call onto(Call call) {
        return call.query("include_history", history)
                .query("include_activity", activity)
                .query("show_group_id", groupId);
    }
}
