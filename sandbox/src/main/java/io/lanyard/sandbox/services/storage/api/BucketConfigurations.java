// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.api;

import static io.lanyard.sandbox.kernel.BodyShape.Type.ANY;
import static io.lanyard.sandbox.kernel.BodyShape.Type.BOOLEAN;
import static io.lanyard.sandbox.kernel.BodyShape.Type.INTEGER;
import static io.lanyard.sandbox.kernel.BodyShape.Type.OBJECT;
import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.PATCH;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.BodyShape;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Service;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.kernel.errors.PlatformErrors;
import io.lanyard.sandbox.services.storage.StorageRights;
import io.lanyard.sandbox.services.storage.store.Bucket;
import io.lanyard.sandbox.services.storage.store.BucketSettings;
import io.lanyard.sandbox.services.storage.wire.HttpDate;
import java.util.List;

/** The configuration API, {@code /v1/b/{bucket}}: quota and events of a bucket. What wouldn't be enforced is refused in words. */
public final class BucketConfigurations implements Service {
    private static final String TRACKING = "activity_tracking";
    private static final List<String> NOT_ENFORCED =
            List.of("firewall", "metrics_monitoring", "protection_management", "inventory");
    private static final BodyShape CHANGES = BodyShape.object()
            .optional(INTEGER, "hard_quota")
            .optional(
                    TRACKING,
                    OBJECT,
                    BodyShape.object()
                            .optional(BOOLEAN, "read_data_events", "write_data_events", "management_events")
                            .optional(ANY, "activity_tracker_crn"))
            .optional(ANY, NOT_ENFORCED.toArray(String[]::new));

    private final Desk desk;

    /** Configures the buckets that a desk finds. */
    public BucketConfigurations(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return StorageRights.SERVICE;
    }

    @Override
    public String displayName() {
        return "Object Storage";
    }

    @Override
    public ErrorShape errors() {
        return PlatformErrors.INSTANCE;
    }

    @Override
    public void routes(Routes routes) {
        routes.on(GET, "/v1/b/{bucket}", "getBucketConfig")
                .about(this::named)
                .needs(StorageRights.SERVICE + ".bucket.get_basic")
                .leaves(StorageRights.SERVICE + ".resource-configuration.read")
                .handledBy(call -> Response.ok(view(bucket(call))).withEtag(etag(bucket(call))));
        routes.on(PATCH, "/v1/b/{bucket}", "updateBucketConfig")
                .takes(CHANGES)
                .about(this::changed)
                .needs(call -> StorageRights.SERVICE
                        + (call.json().has("hard_quota") ? ".bucket.put_quota" : ".bucket.put_activity_tracking"))
                .leaves(StorageRights.SERVICE + ".resource-configuration.update")
                .handledBy(this::change);
    }

    private Bucket bucket(Call call) {
        return desk.find(call, call.path("bucket")).orElseThrow(() -> Refusal.notFound("Bucket", call.path("bucket")));
    }

    private Target named(Call call) {
        var bucket = bucket(call);
        Tracked.note(call, bucket);
        Tracked.MANAGEMENT.mark(call, bucket);
        return StorageRights.bucket(bucket).at(etag(bucket));
    }

    private Target changed(Call call) {
        for (var field : NOT_ENFORCED) {
            if (call.json().maybe(field).isPresent()) {
                throw Refusal.of(
                                Problem.INVALID,
                                "The sandbox doesn't enforce '" + field + "' of a bucket, so it doesn't take it.")
                        .about(field);
            }
        }
        if (call.json()
                .object(TRACKING)
                .filter(tracking -> tracking.maybe("activity_tracker_crn").isPresent())
                .isPresent()) {
            throw Refusal.of(
                            Problem.INVALID,
                            "Events go where the routes of Activity Tracker Event Routing say; a bucket has no instance of"
                                    + " its own for them.")
                    .about("activity_tracker_crn");
        }
        if (call.json().number("hard_quota").filter(bytes -> bytes < 0).isPresent()) {
            throw Refusal.of(Problem.INVALID, "'hard_quota' is a number of bytes; 0 is no limit.")
                    .about("hard_quota");
        }
        return named(call);
    }

    private Response change(Call call) {
        var bucket = bucket(call);
        if (call.header("If-Match")
                .filter(tag -> !tag.equals("*") && !tag.equals(etag(bucket)))
                .isPresent()) {
            throw Refusal.of(Problem.STALE, "The bucket was changed since it was read.")
                    .status(412);
        }
        var quota = call.json().number("hard_quota");
        var tracking = call.json().object(TRACKING);
        if (quota.isPresent() && tracking.isPresent()) {
            call.require(StorageRights.SERVICE + ".bucket.put_activity_tracking", call.target());
        }
        quota.ifPresent(bytes -> {
            bucket.change(settings -> settings.quota(bytes, call.now()));
            call.event().request("hardQuota", bytes);
        });
        tracking.ifPresent(wanted -> bucket.change(settings -> settings.events(
                wanted.flag("management_events", settings.managementEvents()),
                wanted.flag("read_data_events", settings.readEvents()),
                wanted.flag("write_data_events", settings.writeEvents()),
                call.now())));
        return Response.noContent();
    }

    private static String etag(Bucket bucket) {
        return Integer.toHexString(bucket.settings().hashCode());
    }

    private static JsonObject view(Bucket bucket) {
        BucketSettings settings = bucket.settings();
        var view = new JsonObject();
        view.addProperty("name", bucket.name());
        view.addProperty("crn", bucket.crn());
        view.addProperty("service_instance_id", bucket.instanceId());
        view.addProperty("service_instance_crn", bucket.crn().replaceFirst(":bucket:.*", "::"));
        view.addProperty("time_created", HttpDate.document(bucket.created()));
        view.addProperty("time_updated", HttpDate.document(settings.updated()));
        view.addProperty("object_count", bucket.objects().size());
        view.addProperty("bytes_used", bucket.used());
        view.addProperty("hard_quota", settings.hardQuota());
        var tracking = new JsonObject();
        tracking.addProperty("read_data_events", settings.readEvents());
        tracking.addProperty("write_data_events", settings.writeEvents());
        tracking.addProperty("management_events", settings.managementEvents());
        view.add(TRACKING, tracking);
        return view;
    }
}
