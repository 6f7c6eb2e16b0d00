package io.lanyard.identity;

import io.lanyard.core.call.Call;
import org.jspecify.annotations.Nullable;

/** Identity: what else to tell about account settings. */
public final class SettingsExtras {

    private @Nullable Boolean history;
    private @Nullable Boolean names;

    SettingsExtras() {}

    /**
     * Tells what was done to the settings, too.
     *
     * @return this
     */
    public SettingsExtras history() {
        history = true;
        return this;
    }

    /**
     * Tells the names and addresses of the users in {@link IdentitySettings#userMfa}, too.
     *
     * @return this
     */
    public SettingsExtras userNames() {
        names = true;
        return this;
    }

    Call onto(Call call) {
        return call.query("include_history", history).query("resolve_user_mfa", names);
    }
}
