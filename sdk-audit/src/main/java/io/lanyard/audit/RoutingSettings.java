package io.lanyard.audit;

import java.util.List;
import java.util.Optional;

/**
 * Audit: an account's settings for event routing.
 *
 * @param defaultTargets         where events go that no rule takes, at most 2; none: nowhere
 * @param permittedTargetRegions the regions in which targets may be; none: all
 * @param metadataRegionPrimary  where targets, routes and settings are kept
 * @param metadataRegionBackup   where a copy of them is kept
 * @param privateApiEndpointOnly whether the API may be asked over the private network alone
 * @param apiVersion             the version of the API that they were made with
 * @param message                what the service has to say about them
 */
public record RoutingSettings(
        List<TargetId> defaultTargets,
        List<Region> permittedTargetRegions,
        Region metadataRegionPrimary,
        Optional<Region> metadataRegionBackup,
        boolean privateApiEndpointOnly,
        Optional<Integer> apiVersion,
        Optional<String> message) {

    /** Copies the lists. */
    public RoutingSettings {
        defaultTargets = List.copyOf(defaultTargets);
        permittedTargetRegions = List.copyOf(permittedTargetRegions);
    }

    /**
     * Begins with what must be said.
     *
     * @param primary where targets, routes and settings are kept
     * @return settings without default targets, for all regions, over both networks
     */
    public static RoutingSettings in(Region primary) {
        return new RoutingSettings(
                List.of(), List.of(), primary, Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    /**
     * Says where events go that no rule takes.
     *
     * @param targets at most 2
     * @return the settings with those
     */
    public RoutingSettings withDefaultTargets(TargetId... targets) {
        return new RoutingSettings(
                List.of(targets),
                permittedTargetRegions,
                metadataRegionPrimary,
                metadataRegionBackup,
                privateApiEndpointOnly,
                apiVersion,
                message);
    }

    /**
     * Says in which regions targets may be.
     *
     * @param regions the regions; none: all
     * @return the settings with those
     */
    public RoutingSettings withPermittedTargetRegions(Region... regions) {
        return new RoutingSettings(
                defaultTargets,
                List.of(regions),
                metadataRegionPrimary,
                metadataRegionBackup,
                privateApiEndpointOnly,
                apiVersion,
                message);
    }

    /**
     * Says where targets, routes and settings are kept.
     *
     * @param primary where
     * @param backup  where a copy is kept
     * @return the settings with those
     */
    public RoutingSettings withMetadataRegions(Region primary, Region backup) {
        return new RoutingSettings(
                defaultTargets,
                permittedTargetRegions,
                primary,
                Optional.of(backup),
                privateApiEndpointOnly,
                apiVersion,
                message);
    }

    /**
     * Says whether the API may be asked over the private network alone.
     *
     * @param only whether it may
     * @return the settings with that
     */
    public RoutingSettings withPrivateApiEndpointOnly(boolean only) {
        return new RoutingSettings(
                defaultTargets,
                permittedTargetRegions,
                metadataRegionPrimary,
                metadataRegionBackup,
                only,
                apiVersion,
                message);
    }
}
