// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.store;

import io.lanyard.sandbox.content.ContentStore;
import io.lanyard.sandbox.content.DataFolder;
import io.lanyard.sandbox.content.Sweeper;
import io.lanyard.sandbox.state.World;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Object Storage of all worlds. A world that ends takes its buckets along, and what is in them. */
public final class StorageState implements AutoCloseable {
    private record Home(Buckets buckets, ContentStore contents) {}

    private final Sweeper sweeper = new Sweeper("sandbox-storage-sweeper");
    private final Optional<ContentStore> onDisk;
    private final Map<World, Home> worlds = new ConcurrentHashMap<>();

    /**
     * Begins empty.
     *
     * @param dataFolder where content goes; memory, and temporary files for what is large, when absent
     */
    public StorageState(Optional<Path> dataFolder) {
        onDisk = dataFolder.map(folder -> DataFolder.open(folder, "storage"));
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

    /** Removes the buckets of an instance at once, and soon what is in them: the caller holds the lock of the account. */
    public void removeInstance(World world, String guid) {
        var gone = in(world).take(guid);
        if (!gone.isEmpty()) {
            sweeper.later(() -> gone.forEach(Bucket::empty));
        }
    }

    private Home begin(World world) {
        world.onClose(() -> end(world));
        var contents = onDisk.orElseGet(ContentStore::ephemeral);
        return new Home(new Buckets(contents), contents);
    }

    private void end(World world) {
        var ended = worlds.remove(world);
        if (ended == null) {
            return;
        }
        var gone = ended.buckets().takeAll();
        if (onDisk.isEmpty()) {
            ended.contents().close();
        } else {
            gone.forEach(Bucket::empty);
        }
    }

    /** Removes all files, and lets go of the data folder. */
    @Override
    public void close() {
        sweeper.close();
        worlds.keySet().forEach(this::end);
        onDisk.ifPresent(ContentStore::close);
    }
}
