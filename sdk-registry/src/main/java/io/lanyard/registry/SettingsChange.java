package io.lanyard.registry;

import org.jspecify.annotations.Nullable;

/** Registry: what to change about {@link RegistrySettings}; what isn't named stays as it is. */
@SuppressWarnings("unused") // fields that only Gson reads
public final class SettingsChange {

    private @Nullable Boolean platformMetrics;

    SettingsChange() {}

    /**
     * Publishes platform metrics, or stops it.
     *
     * @param published true to publish
     * @return this
     */
    public SettingsChange platformMetrics(boolean published) {
        platformMetrics = published;
        return this;
    }
}
