// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.api;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.storage.store.Bucket;
import io.lanyard.sandbox.services.storage.wire.HttpDate;
import io.lanyard.sandbox.services.storage.wire.Location;
import io.lanyard.sandbox.services.storage.wire.S3Code;
import io.lanyard.sandbox.services.storage.wire.Xml;
import io.lanyard.sandbox.services.storage.wire.XmlBody;
import java.util.List;
import java.util.regex.Pattern;

/** Buckets come, go, and are looked at. */
final class BucketCalls {
    /** How many buckets an instance may have (IBM: 100 unless one asks for more). */
    static final int MOST = 100;

    /** What a bucket would say of itself without being it. */
    private static final List<String> REFUSED = List.of(
            "ibm-sse-kp-encryption-algorithm",
            "ibm-sse-kp-customer-root-key-crn",
            "x-amz-bucket-object-lock-enabled",
            "x-amz-grant-full-control",
            "x-amz-grant-read",
            "x-amz-grant-read-acp",
            "x-amz-grant-write",
            "x-amz-grant-write-acp");

    private static final int LARGEST_DOCUMENT = 64 * 1024;
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9]|[.-](?=[a-z0-9-])){1,61}[a-z0-9]");
    private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

    private final Desk desk;

    BucketCalls(Desk desk) {
        this.desk = desk;
    }

    Response list(Call call) {
        var instance = desk.instance(call);
        var after = call.query("marker").orElse("");
        var prefix = call.query("prefix").orElse("");
        var extended = call.queries().containsKey("extended");
        var limit = Numbers.limit(call, "max-keys", 1_000);
        List<Bucket> all = desk.buckets(call).of(instance.guid()).stream()
                .filter(bucket ->
                        bucket.name().startsWith(prefix) && bucket.name().compareTo(after) > 0)
                .toList();
        var page = extended ? all.subList(0, Math.min(limit, all.size())) : all;
        return Xml.answer("ListAllMyBucketsResult", root -> {
            root.element("Owner", owner -> owner.text("ID", instance.guid()).text("DisplayName", instance.guid()));
            if (extended) {
                root.text("IsTruncated", Boolean.toString(page.size() < all.size()))
                        .text("MaxKeys", Integer.toString(limit))
                        .text("Prefix", prefix)
                        .text("Marker", after);
            }
            root.element(
                    "Buckets",
                    buckets -> page.forEach(bucket -> buckets.element("Bucket", one -> {
                        one.text("Name", bucket.name()).text("CreationDate", HttpDate.document(bucket.created()));
                        if (extended) {
                            one.text("LocationConstraint", bucket.location());
                        }
                    })));
        });
    }

    Response create(Call call) {
        var name = Desk.address(call).bucket();
        if (!NAME.matcher(name).matches()
                || name.contains("..")
                || name.contains(".-")
                || name.contains("-.")
                || name.startsWith("xn--")
                || ADDRESS.matcher(name).matches()) {
            throw S3Code.INVALID_BUCKET_NAME.refusal();
        }
        ObjectHeaders.refuse(call, REFUSED);
        var location = location(call);
        var instance = desk.instance(call);
        var open = Acls.asked(call, "cloud-object-storage.bucket.put_acl", call.target());
        var buckets = desk.buckets(call);
        var made = new Bucket(name, call.account(), instance, location, open, call.now());
        var taken = buckets.find(name);
        if (taken.isEmpty() && buckets.of(instance.guid()).size() >= MOST) {
            throw S3Code.TOO_MANY_BUCKETS.refusal();
        }
        taken.or(() -> buckets.add(made)).ifPresent(other -> {
            throw other.instanceId().equals(instance.guid())
                    ? S3Code.BUCKET_OWNED.refusal()
                    : S3Code.BUCKET_EXISTS.refusal();
        });
        call.event().request("bucketLocation", location).response("bucketLocation", location);
        return Response.status(200).with("Location", "/" + name);
    }

    /** IBM's own curl examples create a bucket without any document, and so without a length. */
    private String location(Call call) {
        var document = desk.document(call).bytes(LARGEST_DOCUMENT, S3Code.MALFORMED_XML);
        if (document.length == 0) {
            return Location.USUAL;
        }
        var location = XmlBody.parse(document, "CreateBucketConfiguration")
                .first("LocationConstraint")
                .map(element -> element.text().strip())
                .filter(text -> !text.isEmpty())
                .orElse(Location.USUAL);
        if (!Location.exists(location)) {
            throw S3Code.INVALID_LOCATION.refusal();
        }
        return location;
    }

    Response head(Call call) {
        var bucket = desk.bucket(call);
        return Response.status(200).with("ibm-sse-kp-enabled", "false").with("x-amz-bucket-region", bucket.place());
    }

    Response delete(Call call) {
        if (!desk.buckets(call).removeIfEmpty(desk.bucket(call))) {
            throw S3Code.BUCKET_NOT_EMPTY.refusal();
        }
        return Response.noContent();
    }

    Response place(Call call) {
        var bucket = desk.bucket(call);
        return Xml.answer("LocationConstraint", root -> root.characters(bucket.location()));
    }

    /** No bucket keeps versions here, which is what an empty answer says. */
    Response versioning(Call call) {
        desk.bucket(call);
        return Xml.answer("VersioningConfiguration", root -> {});
    }
}
