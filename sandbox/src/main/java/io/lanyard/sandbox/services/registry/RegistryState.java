// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry;

import io.lanyard.sandbox.services.registry.blobs.EphemeralBlobs;
import io.lanyard.sandbox.services.registry.blobs.FileBlobs;
import io.lanyard.sandbox.services.registry.blobs.SharedContent;
import io.lanyard.sandbox.services.registry.catalog.RegionCatalog;
import io.lanyard.sandbox.state.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The registries of all worlds: each world has one per region, and namespaces are unique in it among all accounts. A world that
 * is gone takes its registries along.
 */
public final class RegistryState {
    private static final class Regional {
        private final SharedContent content;
        private final Map<String, RegionCatalog> regions = new ConcurrentHashMap<>();

        Regional(SharedContent content) {
            this.content = content;
        }
    }

    private final Optional<SharedContent> onDisk;
    private final Map<World, Regional> worlds = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Begins empty.
     *
     * @param dataFolder where content goes; memory, and temporary files for what is large, when absent
     */
    public RegistryState(Optional<Path> dataFolder) {
        onDisk = dataFolder.map(folder -> {
            try {
                return new SharedContent(FileBlobs.in(folder.resolve("registry"), true));
            } catch (IOException unusable) {
                throw new UncheckedIOException(
                        "The data folder " + folder + " can't be used: " + unusable.getMessage(), unusable);
            }
        });
    }

    /** Returns the registry of a region, with everything done that has become due by now. */
    public RegionCatalog catalog(World world, String region) {
        var regional = worlds.computeIfAbsent(
                world, w -> new Regional(onDisk.orElseGet(() -> new SharedContent(new EphemeralBlobs()))));
        var catalog = regional.regions.computeIfAbsent(region, r -> new RegionCatalog(regional.content));
        catalog.housekeeping().sweep(world.clock().now());
        return catalog;
    }
}
