// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry;

import io.lanyard.sandbox.content.ContentStore;
import io.lanyard.sandbox.content.DataFolder;
import io.lanyard.sandbox.services.registry.blobs.BlobStore;
import io.lanyard.sandbox.services.registry.blobs.SharedContent;
import io.lanyard.sandbox.services.registry.catalog.RegionCatalog;
import io.lanyard.sandbox.state.World;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The registries of all worlds: each world has one per region, and namespaces are unique in it among all accounts. A world that
 * ends takes its registries along.
 */
public final class RegistryState implements AutoCloseable {
    private static final class Regional {
        private final SharedContent content;
        private final Map<String, RegionCatalog> regions = new ConcurrentHashMap<>();

        Regional(SharedContent content) {
            this.content = content;
        }
    }

    private final Optional<SharedContent> onDisk;
    private final Map<World, Regional> worlds = new ConcurrentHashMap<>();

    /**
     * Begins empty.
     *
     * @param dataFolder where content goes; memory, and temporary files for what is large, when absent
     */
    public RegistryState(Optional<Path> dataFolder) {
        onDisk = dataFolder.map(folder -> new SharedContent(new BlobStore(DataFolder.open(folder, "registry"))));
    }

    /** Returns the registry of a region, with everything done that has become due by now. */
    public RegionCatalog catalog(World world, String region) {
        var known = worlds.get(world);
        var regional = known != null ? known : world.whileOpen(() -> worlds.computeIfAbsent(world, this::begin));
        var catalog = regional.regions.computeIfAbsent(region, r -> new RegionCatalog(regional.content));
        catalog.housekeeping().sweep(world.clock().now());
        return catalog;
    }

    private Regional begin(World world) {
        world.onClose(() -> end(world));
        return new Regional(onDisk.orElseGet(() -> new SharedContent(new BlobStore(ContentStore.ephemeral()))));
    }

    private void end(World world) {
        var ended = worlds.remove(world);
        if (ended != null && onDisk.isEmpty()) {
            ended.content.close();
        }
    }

    /** Removes temporary files and lets go of the data folder. */
    @Override
    public void close() {
        worlds.keySet().forEach(this::end);
        onDisk.ifPresent(SharedContent::close);
    }
}
