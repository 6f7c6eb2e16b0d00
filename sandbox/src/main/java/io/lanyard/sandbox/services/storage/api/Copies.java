// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.api;

import io.lanyard.sandbox.content.ByteRange;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.storage.StorageRights;
import io.lanyard.sandbox.services.storage.intake.Intake;
import io.lanyard.sandbox.services.storage.store.Body;
import io.lanyard.sandbox.services.storage.store.Bucket;
import io.lanyard.sandbox.services.storage.store.MultipartUpload;
import io.lanyard.sandbox.services.storage.store.Part;
import io.lanyard.sandbox.services.storage.store.StoreException;
import io.lanyard.sandbox.services.storage.store.StoredObject;
import io.lanyard.sandbox.services.storage.wire.HttpDate;
import io.lanyard.sandbox.services.storage.wire.Percent;
import io.lanyard.sandbox.services.storage.wire.S3Code;
import io.lanyard.sandbox.services.storage.wire.Xml;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Objects and parts that come from other objects: judged at both ends. The bytes stay where they are. */
final class Copies {
    private static final Pattern RANGE = Pattern.compile("bytes=\\d{1,15}-\\d{1,15}");

    private final Desk desk;
    private final Multiparts multiparts;

    Copies(Desk desk, Multiparts multiparts) {
        this.desk = desk;
        this.multiparts = multiparts;
    }

    /** What is copied, held until the copy is made. */
    private record Source(Bucket bucket, StoredObject object, Body body) implements AutoCloseable {
        @Override
        public void close() {
            body.release();
        }
    }

    /** Finds what is copied, and asks whether the caller may read it. */
    private Source source(Call call, String action) {
        var header = call.header("x-amz-copy-source").orElse("");
        var version = header.indexOf("?versionId=");
        if (version >= 0 && !header.endsWith("?versionId=null")) {
            throw S3Code.NO_SUCH_VERSION.refusal();
        }
        var source = version < 0 ? header : header.substring(0, version);
        var path = Percent.decode(source.replace("+", "%20"));
        var text = path.startsWith("/") ? path.substring(1) : path;
        var slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw S3Code.INVALID_ARGUMENT.refusal("x-amz-copy-source must be /<bucket>/<key>, percent-encoded.");
        }
        var key = text.substring(slash + 1);
        var bucket = Desk.usable(desk.find(call, text.substring(0, slash)).orElseThrow(S3Code.NO_SUCH_BUCKET::refusal));
        Tracked.copied(call, bucket, key);
        call.require("cloud-object-storage." + action, StorageRights.object(bucket, key));
        call.event().request("copySource", bucket.name() + "/" + key);
        for (var tries = 0; tries < ObjectReads.MOST_TRIES; tries++) {
            var object = bucket.find(key).orElseThrow(S3Code.NO_SUCH_KEY::refusal);
            Preconditions.source(call, object);
            var held = held(object);
            if (held.isPresent()) {
                return new Source(bucket, object, held.get());
            }
        }
        throw S3Code.NO_SUCH_KEY.refusal();
    }

    /** Holds its bytes; empty when it was overwritten between finding and holding it, so that it is looked for again. */
    private static Optional<Body> held(StoredObject object) {
        try {
            return Optional.of(object.body().share(0, object.size()));
        } catch (IOException overwritten) {
            return Optional.empty();
        }
    }

    Response object(Call call) {
        var bucket = desk.bucket(call);
        try (var source = source(call, "object.copy_get")) {
            return copy(call, bucket, source);
        }
    }

    private static Response copy(Call call, Bucket bucket, Source from) {
        var source = from.object();
        var key = Desk.key(call);
        var replaces = directive(call, "x-amz-metadata-directive");
        if (from.bucket().equals(bucket) && source.key().equals(key) && !replaces) {
            throw S3Code.INVALID_REQUEST.refusal(
                    "This copy request is illegal because it is trying to copy an object to itself without changing the"
                            + " object's metadata.");
        }
        var newTags = directive(call, "x-amz-tagging-directive")
                ? Optional.of(tags(call))
                : Optional.<Map<String, String>>empty();
        var open = Acls.asked(call, "cloud-object-storage.object.put_acl", call.target());
        var condition = Preconditions.write(call);
        var headers = replaces ? ObjectHeaders.of(call) : source.headers();
        var etag = source.partSizes().isEmpty() ? source.etag() : md5(from.body());
        var object = new StoredObject(
                key,
                shared(from.body(), 0, source.size()),
                etag,
                call.now(),
                headers,
                List.of(),
                newTags.orElse(source.tags()),
                open);
        try {
            bucket.put(object, condition);
        } catch (StoreException refused) {
            throw ObjectWrites.refusal(refused);
        }
        return Xml.answer(
                "CopyObjectResult",
                root -> root.text("LastModified", HttpDate.document(object.modified()))
                        .text("ETag", object.quotedEtag()));
    }

    private static Map<String, String> tags(Call call) {
        call.require("cloud-object-storage.object.put_tagging", call.target());
        return Tags.ofHeader(call).orElseGet(Map::of);
    }

    /** Whether what is at the source is replaced, rather than copied. */
    private static boolean directive(Call call, String header) {
        return switch (call.header(header).orElse("COPY")) {
            case "COPY" -> false;
            case "REPLACE" -> true;
            default -> throw S3Code.INVALID_ARGUMENT.refusal(header + " must be COPY or REPLACE.");
        };
    }

    private static Body shared(Body held, long first, long length) {
        try {
            return held.share(first, length);
        } catch (IOException impossible) {
            throw new IllegalStateException("what is held can be shared", impossible);
        }
    }

    Response part(Call call) {
        var bucket = desk.bucket(call);
        var upload = multiparts.upload(call, bucket);
        var number = Numbers.partNumber(call.query("partNumber").orElse(""));
        try (var source = source(call, "object.copy_part_get")) {
            return part(call, bucket, upload, number, source);
        }
    }

    private static Response part(Call call, Bucket bucket, MultipartUpload upload, int number, Source from) {
        var source = from.object();
        var range = call.header("x-amz-copy-source-range").map(header -> range(header, source.size()));
        var body = shared(
                from.body(),
                range.map(ByteRange::first).orElse(0L),
                range.map(ByteRange::length).orElse(source.size()));
        var part = new Part(
                number,
                body,
                Optional.of(source)
                        .filter(whole -> range.isEmpty() && whole.partSizes().isEmpty())
                        .map(StoredObject::etag)
                        .orElseGet(() -> md5(body)),
                call.now());
        Multiparts.keep(bucket, upload, part);
        return Xml.answer(
                "CopyPartResult",
                root -> root.text("LastModified", HttpDate.document(part.modified()))
                        .text("ETag", '"' + part.etag() + '"'));
    }

    private static ByteRange range(String header, long size) {
        if (!RANGE.matcher(header).matches()) {
            throw S3Code.INVALID_ARGUMENT.refusal("x-amz-copy-source-range must be bytes=<first>-<last>.");
        }
        try {
            return ByteRange.of(header, size)
                    .filter(range -> header.endsWith("-" + range.last()))
                    .orElseThrow(S3Code.INVALID_RANGE::refusal);
        } catch (ByteRange.Unsatisfiable nothing) {
            throw S3Code.INVALID_RANGE.refusal();
        }
    }

    private static String md5(Body body) {
        try (var in = body.share(0, body.size()).open()) {
            return Intake.md5(in);
        } catch (IOException broken) {
            throw S3Code.NO_ROOM.refusal(
                    "The content could not be read: " + broken.getClass().getSimpleName());
        }
    }
}
