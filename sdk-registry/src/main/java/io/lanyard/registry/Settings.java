package io.lanyard.registry;

import java.util.function.Consumer;

/** Registry: an account's own switches in one region ({@code /api/v1/settings}). */
public final class Settings {

    private final AccountRegistry registry;

    Settings(AccountRegistry registry) {
        this.registry = registry;
    }

    /**
     * Gets the switches. Needs {@code container-registry.settings.get}: Reader, Writer or Manager on the account's registry.
     *
     * @return the switches
     */
    public RegistrySettings get() {
        return registry.get("getSettings", "/api/v1/settings").as(RegistrySettings.class);
    }

    /**
     * Changes some of them. Safe to repeat. Needs {@code container-registry.settings.set}: Manager on the account's registry.
     *
     * @param change what to change
     */
    public void update(Consumer<SettingsChange> change) {
        var body = new SettingsChange();
        change.accept(body);
        registry.patch("updateSettings", "/api/v1/settings")
                .idempotent()
                .json(body)
                .done();
    }
}
