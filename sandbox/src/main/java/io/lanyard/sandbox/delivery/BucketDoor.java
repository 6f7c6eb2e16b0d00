// Room: sandbox / delivery.
package io.lanyard.sandbox.delivery;

import io.lanyard.sandbox.kernel.ServiceCall;

/** Object Storage, as other services write to it. */
@FunctionalInterface
public interface BucketDoor {
    /**
     * Writes one object, whole or not at all; needs {@code cloud-object-storage.object.put} on the bucket.
     *
     * @param call who writes
     * @param instanceCrn the storage instance
     * @param bucket a name in the one namespace of all buckets; it has to belong to the instance
     * @throws DeliveryException when it isn't written
     */
    void put(ServiceCall call, String instanceCrn, String bucket, String key, byte[] content) throws DeliveryException;
}
