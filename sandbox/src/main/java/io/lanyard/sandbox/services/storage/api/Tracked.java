// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.api;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.EventDraft;
import io.lanyard.sandbox.services.resources.ServiceInstance;
import io.lanyard.sandbox.services.storage.store.Bucket;
import io.lanyard.sandbox.services.storage.store.BucketSettings;

/** What the audit events of Object Storage hold beside the usual (IBM: at-events of Object Storage). */
enum Tracked {
    /** Managing buckets; told for the whole world. */
    GLOBAL,
    /** Managing one bucket. */
    MANAGEMENT,
    /** Reading data. */
    READ,
    /** Writing data. */
    WRITE;

    /** Adds what is known of the instance. */
    static void note(Call call, ServiceInstance instance) {
        call.event()
                .source("global", instance.guid())
                .response("requestId", call.transactionId())
                .response("serviceInstanceId", instance.guid());
    }

    /** Adds what is known of the bucket. */
    static void note(Call call, Bucket bucket) {
        note(call.event(), call, bucket);
    }

    /** Leaves a second event, about the object that is copied. */
    static void copied(Call call, Bucket bucket, String key) {
        var event = call.event().another("cloud-object-storage.object-copy.read", bucket.account());
        note(event.target(bucket.crn(), bucket.name() + "/" + key).data(), call, bucket);
        if (!READ.told(bucket.settings())) {
            event.skip();
        }
    }

    private static void note(EventDraft event, Call call, Bucket bucket) {
        event.source(bucket.place(), bucket.instanceId())
                .response("requestId", call.transactionId())
                .response("serviceInstanceId", bucket.instanceId())
                .response("bucketLocation", bucket.location());
    }

    /** Marks the event, or leaves it out as the bucket's settings say. */
    void mark(Call call, Bucket bucket) {
        if (this == GLOBAL) {
            call.event().source("global", bucket.instanceId());
        }
        if (this == READ || this == WRITE) {
            call.event().data();
        }
        if (!told(bucket.settings())) {
            call.event().skip();
        }
    }

    private boolean told(BucketSettings settings) {
        return switch (this) {
            case GLOBAL -> true;
            case MANAGEMENT -> settings.managementEvents();
            case READ -> settings.readEvents();
            case WRITE -> settings.writeEvents();
        };
    }
}
