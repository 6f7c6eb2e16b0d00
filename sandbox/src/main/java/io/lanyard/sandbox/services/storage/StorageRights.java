// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage;

import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.resources.ServiceInstance;
import io.lanyard.sandbox.services.storage.store.Bucket;
import io.lanyard.sandbox.state.Account;

/** What policies are matched against (cos.md §4). */
public final class StorageRights {
    /** The service's name in policies and CRNs. */
    public static final String SERVICE = "cloud-object-storage";

    private StorageRights() {}

    /** Returns an instance as a target. */
    public static Target instance(ServiceInstance instance, Account account) {
        return place(account, instance.guid(), instance.groupId()).named(instance.crn(), instance.name());
    }

    private static Target place(Account account, String guid, String group) {
        return Target.in(account, SERVICE)
                .with("serviceInstance", guid)
                .with("resourceGroupId", group)
                .with("region", "global");
    }

    /** Returns a bucket that is to be as a target. */
    public static Target newBucket(ServiceInstance instance, Account account, String name) {
        var crn = instance.crn();
        return place(account, instance.guid(), instance.groupId())
                .resource("bucket", name)
                .named(crn.substring(0, crn.length() - 1) + "bucket:" + name, name);
    }

    /** Returns a bucket as a target. */
    public static Target bucket(Bucket bucket) {
        return place(bucket.account(), bucket.instanceId(), bucket.groupId())
                .resource("bucket", bucket.name())
                .named(bucket.crn(), bucket.name());
    }

    /** Returns a bucket's listing as a target: what isn't asked for is an empty text to conditions, as in IBM's samples. */
    public static Target listing(Bucket bucket, String prefix, String delimiter) {
        return bucket(bucket).with("prefix", prefix).with("delimiter", delimiter);
    }

    /** Returns an object as a target, whether it exists or not. */
    public static Target object(Bucket bucket, String key) {
        return bucket(bucket).with("path", key).named(bucket.crn(), bucket.name() + "/" + key);
    }
}
