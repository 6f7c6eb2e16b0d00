// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.store;

import io.lanyard.sandbox.services.resources.ServiceInstance;
import io.lanyard.sandbox.state.Account;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/**
 * A bucket: objects by key, in the order of their keys' UTF-8 bytes, and uploads that are under way. Reading needs no lock; changes
 * take the bucket's for a moment, never while bytes move.
 */
public final class Bucket {
    private final String name;
    private final Account account;
    private final String instanceId;
    private final String groupId;
    private final String location;
    private final Instant created;
    private final ConcurrentNavigableMap<String, StoredObject> objects = new ConcurrentSkipListMap<>(KeyOrder.BY_BYTES);
    private final ConcurrentNavigableMap<String, MultipartUpload> uploads = new ConcurrentSkipListMap<>();
    private volatile BucketSettings settings;
    private long used;
    private boolean gone;

    /** Makes an empty one. */
    public Bucket(
            String name,
            Account account,
            ServiceInstance instance,
            String location,
            boolean isPublic,
            Instant created) {
        this.name = name;
        this.account = account;
        this.instanceId = instance.guid();
        this.groupId = instance.groupId();
        this.location = location;
        this.created = created;
        this.settings = BucketSettings.initial(isPublic, created);
    }

    /** Returns its name. */
    public String name() {
        return name;
    }

    /** Returns the account it belongs to. */
    public Account account() {
        return account;
    }

    /** Returns the GUID of the instance it belongs to. */
    public String instanceId() {
        return instanceId;
    }

    /** Returns the resource group of that instance. */
    public String groupId() {
        return groupId;
    }

    /** Returns place and storage class, such as {@code us-south-standard}. */
    public String location() {
        return location;
    }

    /** Returns the place without the class, such as {@code us-south}. */
    public String place() {
        return location.substring(0, location.lastIndexOf('-'));
    }

    /** Returns when it was made. */
    public Instant created() {
        return created;
    }

    /** Returns its cloud resource name. */
    public String crn() {
        return "crn:v1:bluemix:public:cloud-object-storage:global:a/" + account.id() + ":" + instanceId + ":bucket:"
                + name;
    }

    /** Returns its settings. */
    public BucketSettings settings() {
        return settings;
    }

    /** Changes its settings. */
    public synchronized void change(UnaryOperator<BucketSettings> change) {
        settings = change.apply(settings);
    }

    /** Finds an object. */
    public Optional<StoredObject> find(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    /** Returns the objects by key; a live view. */
    public NavigableMap<String, StoredObject> objects() {
        return objects;
    }

    /** Returns the uploads under way by id; a live view. */
    public Map<String, MultipartUpload> uploads() {
        return uploads;
    }

    /** Returns how many bytes its objects and parts have. */
    public synchronized long used() {
        return used;
    }

    /**
     * Puts an object in its place, if the condition holds for what is there.
     *
     * @throws StoreException when the bucket is gone, its quota is used up, or the condition doesn't hold; the new body is let go
     */
    public void put(StoredObject object, Condition condition) throws StoreException {
        Optional<StoredObject> before;
        try {
            before = replace(object, condition);
        } catch (StoreException refused) {
            object.body().release();
            throw refused;
        }
        before.ifPresent(old -> old.body().release());
    }

    private synchronized Optional<StoredObject> replace(StoredObject object, Condition condition)
            throws StoreException {
        var before = find(object.key());
        if (!condition.holds(before)) {
            throw new StoreException(StoreException.Kind.CONDITION);
        }
        take(object.size() - before.map(StoredObject::size).orElse(0L), object.size());
        objects.put(object.key(), object);
        return before;
    }

    /** Counts bytes that come or go; refused when they make the bucket larger than it may be. */
    private void take(long more, long whole) throws StoreException {
        if (gone) {
            throw new StoreException(StoreException.Kind.NO_BUCKET);
        }
        var quota = settings.hardQuota();
        if (quota > 0 && whole > 0 && used + more > quota) {
            throw new StoreException(StoreException.Kind.QUOTA);
        }
        used += more;
    }

    /** Tells whether so many more bytes fit, before they come. */
    public synchronized boolean fits(long bytes) {
        return settings.hardQuota() == 0 || used + bytes <= settings.hardQuota();
    }

    /** Changes an object without touching its bytes; false when it isn't there. */
    public synchronized boolean change(String key, UnaryOperator<StoredObject> change) {
        return objects.computeIfPresent(key, (k, before) -> change.apply(before)) != null;
    }

    /** Removes an object, if it is there. */
    public void remove(String key) {
        taken(key).ifPresent(old -> old.body().release());
    }

    private synchronized Optional<StoredObject> taken(String key) {
        var before = Optional.ofNullable(objects.remove(key));
        used -= before.map(StoredObject::size).orElse(0L);
        return before;
    }

    /**
     * Begins an upload.
     *
     * @throws StoreException when the bucket is gone
     */
    public synchronized void begin(MultipartUpload upload) throws StoreException {
        take(0, 0);
        uploads.put(upload.id(), upload);
    }

    /**
     * Puts a part into an upload; one of that number before is let go.
     *
     * @throws StoreException when the upload is over, or the quota is used up; the part is let go
     */
    public void put(MultipartUpload upload, Part part) throws StoreException {
        Optional<Part> before;
        try {
            before = add(upload, part);
        } catch (StoreException refused) {
            part.body().release();
            throw refused;
        }
        before.ifPresent(old -> old.body().release());
    }

    private synchronized Optional<Part> add(MultipartUpload upload, Part part) throws StoreException {
        if (!uploads.containsKey(upload.id())) {
            throw new StoreException(StoreException.Kind.NO_UPLOAD);
        }
        var before = upload.part(part.number());
        take(part.size() - before.map(Part::size).orElse(0L), part.size());
        upload.put(part);
        return before;
    }

    /** Makes an object of the parts that came. */
    public interface Assembly {
        /** Says which of the parts, in their order, and what they become; refuses what can't be put together. */
        Assembled of(MultipartUpload upload);
    }

    /**
     * What an upload becomes.
     *
     * @param object the object, whose body is that of the parts
     * @param parts the numbers of the parts in it
     */
    public record Assembled(StoredObject object, Set<Integer> parts) {}

    /**
     * Ends an upload as an object; parts that are not in it are let go.
     *
     * @throws StoreException when it is over already, or the condition doesn't hold: it stays then
     */
    public StoredObject complete(MultipartUpload upload, Assembly assembly, Condition condition) throws StoreException {
        Optional<StoredObject> before;
        Assembled assembled;
        synchronized (this) {
            if (gone || !uploads.containsKey(upload.id())) {
                throw new StoreException(StoreException.Kind.NO_UPLOAD);
            }
            assembled = assembly.of(upload);
            var object = assembled.object();
            before = find(object.key());
            if (!condition.holds(before)) {
                throw new StoreException(StoreException.Kind.CONDITION);
            }
            uploads.remove(upload.id());
            used += object.size()
                    - upload.size()
                    - before.map(StoredObject::size).orElse(0L);
            objects.put(object.key(), object);
        }
        before.ifPresent(old -> old.body().release());
        upload.parts().stream()
                .filter(part -> !assembled.parts().contains(part.number()))
                .forEach(part -> part.body().release());
        return assembled.object();
    }

    /** Ends an upload without an object; false when it was over already. */
    public boolean abort(MultipartUpload upload) {
        synchronized (this) {
            if (uploads.remove(upload.id()) == null) {
                return false;
            }
            used -= upload.size();
        }
        upload.parts().forEach(part -> part.body().release());
        return true;
    }

    /** Ends the bucket if nothing is in it. */
    synchronized boolean endIfEmpty() {
        gone = gone || (objects.isEmpty() && uploads.isEmpty());
        return gone;
    }

    /** Ends the bucket: it takes nothing more. What is in it goes when it is emptied. */
    synchronized void end() {
        gone = true;
    }

    /** Lets go of all that is in it. */
    void empty() {
        objects.keySet().forEach(this::remove);
        uploads.values().forEach(this::abort);
    }
}
