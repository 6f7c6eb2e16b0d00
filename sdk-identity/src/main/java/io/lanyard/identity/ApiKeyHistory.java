package io.lanyard.identity;

import io.lanyard.core.call.Call;
import org.jspecify.annotations.Nullable;

/** Identity: what else to tell about an API key that is looked up by its value. */
public final class ApiKeyHistory {

    private @Nullable Boolean history;

    ApiKeyHistory() {}

    /**
     * Asks for what was done to it.
     *
     * @return this
     */
    public ApiKeyHistory history() {
        history = true;
        return this;
    }

    Call onto(Call call) {
        return call.query("include_history", history);
    }
}
