// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** An upload under way: what its object will be served with, and the parts that came so far. Its bucket guards its changes. */
public final class MultipartUpload {
    private final String id;
    private final String key;
    private final String initiator;
    private final Instant initiated;
    private final Map<String, String> headers;
    private final Map<String, String> tags;
    private final boolean isPublic;
    private final ConcurrentSkipListMap<Integer, Part> parts = new ConcurrentSkipListMap<>();

    /** Begins without parts. */
    public MultipartUpload(
            String id,
            String key,
            String initiator,
            Instant initiated,
            Map<String, String> headers,
            Map<String, String> tags,
            boolean isPublic) {
        this.id = id;
        this.key = key;
        this.initiator = initiator;
        this.initiated = initiated;
        this.headers = headers;
        this.tags = tags;
        this.isPublic = isPublic;
    }

    /** Returns its id. */
    public String id() {
        return id;
    }

    /** Returns the key of the object to be. */
    public String key() {
        return key;
    }

    /** Returns the IAM id of who began it. */
    public String initiator() {
        return initiator;
    }

    /** Returns when it began. */
    public Instant initiated() {
        return initiated;
    }

    /** Returns what the object will be served with. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the object's tags. */
    public Map<String, String> tags() {
        return tags;
    }

    /** Tells whether anybody may read the object. */
    public boolean isPublic() {
        return isPublic;
    }

    /** Finds a part. */
    public Optional<Part> part(int number) {
        return Optional.ofNullable(parts.get(number));
    }

    /** Returns the parts by number. */
    public Collection<Part> parts() {
        return parts.values();
    }

    void put(Part part) {
        parts.put(part.number(), part);
    }

    long size() {
        return parts.values().stream().mapToLong(Part::size).sum();
    }
}
