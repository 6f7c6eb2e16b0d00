// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage;

import io.lanyard.core.Crn;
import io.lanyard.sandbox.delivery.BucketDoor;
import io.lanyard.sandbox.delivery.DeliveryException;
import io.lanyard.sandbox.delivery.DeliveryException.Reason;
import io.lanyard.sandbox.kernel.ServiceCall;
import io.lanyard.sandbox.services.resources.ResourcePart;
import io.lanyard.sandbox.services.resources.ServiceInstance;
import io.lanyard.sandbox.services.storage.store.Body;
import io.lanyard.sandbox.services.storage.store.Bucket;
import io.lanyard.sandbox.services.storage.store.Condition;
import io.lanyard.sandbox.services.storage.store.StorageState;
import io.lanyard.sandbox.services.storage.store.StoreException;
import io.lanyard.sandbox.services.storage.store.StoredObject;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.Directory;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** How other services put objects into buckets. What they put leaves no event of its own: an event about events would never end. */
public final class StorageDoor implements BucketDoor {
    private final StorageState state;
    private final Directory directory;

    /** Puts objects into the buckets of a state. */
    public StorageDoor(StorageState state, Directory directory) {
        this.state = state;
        this.directory = directory;
    }

    @Override
    public void put(ServiceCall call, String instanceCrn, String bucket, String key, byte[] content)
            throws DeliveryException {
        var place = place(instanceCrn, bucket);
        var denial = call.denial(
                StorageRights.SERVICE + ".object.put",
                StorageRights.object(place, key),
                "there is no authorization for it, or it names another role or bucket.");
        if (denial.isPresent()) {
            throw new DeliveryException(
                    Reason.DENIED, "The bucket '" + bucket + "' may not be written to: " + denial.get());
        }
        try {
            place.put(object(place, key, content), Condition.NONE);
        } catch (StoreException refused) {
            throw refused.kind() == StoreException.Kind.QUOTA
                    ? new DeliveryException(Reason.FULL, "The hard quota of the bucket '" + bucket + "' is reached.")
                    : missing(bucket);
        } catch (IOException full) {
            throw new DeliveryException(Reason.FULL, "There is no room left for the content of buckets.");
        }
    }

    private Bucket place(String instanceCrn, String bucket) throws DeliveryException {
        var guid = Crn.guid(instanceCrn);
        Account home = directory.homeOf(guid).orElseThrow(() -> missing(bucket));
        if (ResourcePart.of(home)
                .instance(guid)
                .filter(instance -> instance.state() == ServiceInstance.State.ACTIVE)
                .isEmpty()) {
            throw missing(bucket);
        }
        return state.in(home.world())
                .find(bucket)
                .filter(found -> found.instanceId().equals(guid))
                .orElseThrow(() -> missing(bucket));
    }

    private static DeliveryException missing(String bucket) {
        return new DeliveryException(
                Reason.NO_SUCH_PLACE, "The instance, or the bucket '" + bucket + "' in it, does not exist.");
    }

    private StoredObject object(Bucket bucket, String key, byte[] content) throws IOException {
        var buckets = state.in(bucket.account().world());
        var sink = buckets.sink(content.length);
        Body body;
        try {
            sink.write(content, content.length);
            body = buckets.keep(sink);
        } catch (IOException full) {
            sink.discard();
            throw full;
        }
        return new StoredObject(
                key,
                body,
                md5(content),
                bucket.account().now(),
                Map.of("Content-Type", "application/octet-stream"),
                List.of(),
                Map.of(),
                false);
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has MD5", impossible);
        }
    }
}
