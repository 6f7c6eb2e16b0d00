// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.store;

import io.lanyard.sandbox.content.ContentStore;
import io.lanyard.sandbox.content.DataFolder;
import io.lanyard.sandbox.state.World;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Object Storage of all worlds. A world that ends takes its buckets along. */
public final class StorageState implements AutoCloseable {
    private record Home(Buckets buckets, ContentStore contents) {}

    private final Optional<ContentStore> onDisk;
    private final Map<World, Home> worlds = new ConcurrentHashMap<>();

    /**
     * Begins empty; what a sandbox before this one left in the folder is removed, as nothing names it any more.
     *
     * @param dataFolder where content goes; memory, and temporary files for what is large, when absent
     */
    public StorageState(Optional<Path> dataFolder) {
        onDisk = dataFolder.map(folder -> DataFolder.fresh(folder, "storage"));
    }

    /** Returns the buckets of a world. */
    public Buckets in(World world) {
        var known = worlds.get(world);
        var home = known != null ? known : world.whileOpen(() -> worlds.computeIfAbsent(world, this::begin));
        return home.buckets();
    }

    /** Finds a bucket wherever it is, for those who belong to no world: the server's first one counts first. */
    public Optional<Bucket> anywhere(World first, String name) {
        return in(first)
                .find(name)
                .or(() -> worlds.values().stream()
                        .flatMap(home -> home.buckets().find(name).stream())
                        .findFirst());
    }

    private Home begin(World world) {
        world.onClose(() -> end(world));
        var contents = onDisk.orElseGet(ContentStore::ephemeral);
        return new Home(new Buckets(contents), contents);
    }

    private void end(World world) {
        var ended = worlds.remove(world);
        if (ended != null && onDisk.isEmpty()) {
            ended.contents().close();
        }
    }

    /** Removes temporary files and lets go of the data folder. */
    @Override
    public void close() {
        worlds.keySet().forEach(this::end);
        onDisk.ifPresent(ContentStore::close);
    }
}
