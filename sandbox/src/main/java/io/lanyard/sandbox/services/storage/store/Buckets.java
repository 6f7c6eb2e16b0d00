// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.store;

import io.lanyard.sandbox.content.ContentStore;
import io.lanyard.sandbox.content.Sink;
import io.lanyard.sandbox.services.resources.ResourcePart;
import io.lanyard.sandbox.services.resources.ServiceInstance;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The buckets of one world, in one namespace whatever account they are in, and the content of their objects. */
public final class Buckets {
    private final ContentStore contents;
    private final Map<String, Bucket> byName = new ConcurrentHashMap<>();

    Buckets(ContentStore contents) {
        this.contents = contents;
    }

    /** Finds a bucket. */
    public Optional<Bucket> find(String name) {
        return Optional.ofNullable(byName.get(name)).filter(this::lives);
    }

    /** Asking for the instance settles what has become due: that of an ended one tells us, and its buckets go. */
    private boolean lives(Bucket bucket) {
        return ResourcePart.of(bucket.account())
                .instance(bucket.instanceId())
                .filter(instance -> instance.state() != ServiceInstance.State.REMOVED)
                .isPresent();
    }

    /** Adds a bucket unless its name is taken; returns the one that has it. */
    public Optional<Bucket> add(Bucket bucket) {
        return Optional.ofNullable(byName.putIfAbsent(bucket.name(), bucket));
    }

    /** Removes a bucket if nothing is in it. */
    public boolean removeIfEmpty(Bucket bucket) {
        return bucket.endIfEmpty() && byName.remove(bucket.name(), bucket);
    }

    /** Takes the buckets of an instance away; what is in them is still to be let go. */
    List<Bucket> take(String guid) {
        return taken(of(guid));
    }

    /** Takes all buckets away; what is in them is still to be let go. */
    List<Bucket> takeAll() {
        return taken(List.copyOf(byName.values()));
    }

    private List<Bucket> taken(List<Bucket> some) {
        var gone = some.stream()
                .filter(bucket -> byName.remove(bucket.name(), bucket))
                .toList();
        gone.forEach(Bucket::end);
        return gone;
    }

    /** Returns the buckets of an instance, by name. */
    public List<Bucket> of(String instanceId) {
        return byName.values().stream()
                .filter(bucket -> bucket.instanceId().equals(instanceId))
                .sorted(Comparator.comparing(Bucket::name))
                .toList();
    }

    /**
     * Opens a place for bytes that are arriving.
     *
     * @param expected how many will come, or -1
     * @throws IOException when there is no room
     */
    public Sink sink(long expected) throws IOException {
        return contents.sink(expected);
    }

    /**
     * Makes what arrived the body of an object or part.
     *
     * @throws IOException when the disk refuses
     */
    public Body keep(Sink sink) throws IOException {
        var id = UUID.randomUUID().toString();
        var name = "objects/" + id.substring(0, 2) + "/" + id;
        return Body.of(new Shared(contents, name, sink.keep(name)));
    }
}
