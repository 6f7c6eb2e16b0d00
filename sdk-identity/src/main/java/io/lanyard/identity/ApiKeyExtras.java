package io.lanyard.identity;

import io.lanyard.core.call.Call;
import org.jspecify.annotations.Nullable;

/** Identity: what else to tell about an API key; nothing more when nothing is said. */
public final class ApiKeyExtras {

    private @Nullable Boolean history;
    private @Nullable Boolean activity;

    ApiKeyExtras() {}

    /**
     * Asks for what was done to it.
     *
     * @return this
     */
    public ApiKeyExtras history() {
        history = true;
        return this;
    }

    /**
     * Asks for how often it authenticated.
     *
     * @return this
     */
    public ApiKeyExtras activity() {
        activity = true;
        return this;
    }

    Call onto(Call call) {
        return call.query("include_history", history).query("include_activity", activity);
    }
}
