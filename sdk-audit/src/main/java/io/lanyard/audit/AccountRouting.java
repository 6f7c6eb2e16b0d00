package io.lanyard.audit;

import io.lanyard.core.call.Service;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Audit: an account's settings for event routing ({@code /api/v2/settings}). */
public final class AccountRouting {

    private final Service atracker;

    AccountRouting(Service atracker) {
        this.atracker = atracker;
    }

    /**
     * Gets them. Needs {@code atracker.setting.get} for the whole account: Viewer.
     *
     * @return the settings
     */
    public RoutingSettings get() {
        return atracker.get("getSettings", "/api/v2/settings").as(RoutingSettings.class);
    }

    /**
     * Replaces them, all of them. Needs {@code atracker.setting.update} for the whole account: Administrator.
     *
     * @param settings the settings as they shall be
     * @return the settings as they are now
     */
    public RoutingSettings replace(RoutingSettings settings) {
        return atracker.put("putSettings", "/api/v2/settings")
                .json(new Wanted(
                        settings.metadataRegionPrimary(),
                        settings.privateApiEndpointOnly(),
                        settings.defaultTargets(),
                        settings.permittedTargetRegions(),
                        settings.metadataRegionBackup()))
                .as(RoutingSettings.class);
    }

    /**
     * Reads them, changes them and writes them. The API knows no revisions: who writes last wins, so what somebody else changes
     * between the two is lost. Needs {@code atracker.setting.get} and {@code atracker.setting.update}: Administrator.
     *
     * @param change makes the new settings of the current ones
     * @return the settings as they are now
     */
    public RoutingSettings update(UnaryOperator<RoutingSettings> change) {
        return replace(change.apply(get()));
    }

    /** The body of a replacement. */
    record Wanted(
            Region metadataRegionPrimary,
            boolean privateApiEndpointOnly,
            List<TargetId> defaultTargets,
            List<Region> permittedTargetRegions,
            Optional<Region> metadataRegionBackup) {}
}
