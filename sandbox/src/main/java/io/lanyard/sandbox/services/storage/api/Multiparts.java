// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.api;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.storage.store.Body;
import io.lanyard.sandbox.services.storage.store.Bucket;
import io.lanyard.sandbox.services.storage.store.MultipartUpload;
import io.lanyard.sandbox.services.storage.store.Part;
import io.lanyard.sandbox.services.storage.store.StoreException;
import io.lanyard.sandbox.services.storage.store.StoredObject;
import io.lanyard.sandbox.services.storage.wire.S3Code;
import io.lanyard.sandbox.services.storage.wire.Xml;
import io.lanyard.sandbox.services.storage.wire.XmlBody;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Objects that come in parts: begun, brought, put together or given up. */
final class Multiparts {
    /** The smallest part but the last: 5 MiB. */
    static final long SMALLEST_PART = 5L << 20;

    private static final int LARGEST_DOCUMENT = 2 << 20;

    private final Desk desk;
    private final ObjectWrites writes;

    Multiparts(Desk desk, ObjectWrites writes) {
        this.desk = desk;
        this.writes = writes;
    }

    Response begin(Call call) {
        var bucket = desk.bucket(call);
        var headers = ObjectHeaders.of(call);
        var tags = Tags.ofHeader(call);
        tags.ifPresent(some -> call.require("cloud-object-storage.object.put_tagging", call.target()));
        var open = Acls.asked(call, "cloud-object-storage.object.put_acl", call.target());
        var upload = new MultipartUpload(
                call.account().ids().uuid(),
                Desk.key(call),
                call.caller().iamId(),
                call.now(),
                headers,
                tags.orElseGet(Map::of),
                open);
        try {
            bucket.begin(upload);
        } catch (StoreException refused) {
            throw ObjectWrites.refusal(refused);
        }
        call.event().response("uploadId", upload.id());
        return Xml.answer(
                "InitiateMultipartUploadResult",
                root -> root.text("Bucket", bucket.name())
                        .text("Key", upload.key())
                        .text("UploadId", upload.id()));
    }

    /** The upload that a call names, in its bucket and for its key. */
    MultipartUpload upload(Call call, Bucket bucket) {
        var id = call.query("uploadId").orElse("");
        call.event().response("uploadId", id);
        var upload = bucket.uploads().get(id);
        if (upload == null || !upload.key().equals(Desk.key(call))) {
            throw S3Code.NO_SUCH_UPLOAD.refusal();
        }
        return upload;
    }

    Response put(Call call) {
        var bucket = desk.bucket(call);
        var upload = upload(call, bucket);
        var number = Numbers.partNumber(call.query("partNumber").orElse(""));
        var arrived = writes.arrive(call, bucket);
        var part = new Part(number, arrived.body(), arrived.received().md5(), call.now());
        keep(bucket, upload, part);
        var answer = Response.status(200).withEtag('"' + part.etag() + '"');
        for (var checksum : arrived.received().checksums().entrySet()) {
            answer = answer.with(checksum.getKey(), checksum.getValue());
        }
        return answer;
    }

    static void keep(Bucket bucket, MultipartUpload upload, Part part) {
        try {
            bucket.put(upload, part);
        } catch (StoreException refused) {
            throw ObjectWrites.refusal(refused);
        }
    }

    private record Wanted(int number, String etag) {}

    Response complete(Call call) {
        var bucket = desk.bucket(call);
        var upload = upload(call, bucket);
        var document = XmlBody.parse(
                desk.document(call).bytes(LARGEST_DOCUMENT, S3Code.MALFORMED_XML), "CompleteMultipartUpload");
        List<Wanted> wanted = document.all("Part").stream()
                .map(part -> new Wanted(
                        Numbers.partNumber(part.required("PartNumber").strip()),
                        part.required("ETag").strip().replace("\"", "")))
                .toList();
        if (wanted.isEmpty()) {
            throw S3Code.MALFORMED_XML.refusal();
        }
        try {
            var object = bucket.complete(upload, all -> assembled(call, all, wanted), Preconditions.write(call));
            return Xml.answer(
                    "CompleteMultipartUploadResult",
                    root -> root.text("Location", call.request().origin() + "/" + bucket.name() + "/" + upload.key())
                            .text("Bucket", bucket.name())
                            .text("Key", upload.key())
                            .text("ETag", object.quotedEtag()));
        } catch (StoreException refused) {
            throw ObjectWrites.refusal(refused);
        }
    }

    private static Bucket.Assembled assembled(Call call, MultipartUpload upload, List<Wanted> wanted) {
        List<Part> parts = new ArrayList<>(wanted.size());
        var before = 0;
        for (var want : wanted) {
            if (want.number() <= before) {
                throw S3Code.INVALID_PART_ORDER.refusal();
            }
            before = want.number();
            parts.add(upload.part(want.number())
                    .filter(part -> part.etag().equals(want.etag()))
                    .orElseThrow(S3Code.INVALID_PART::refusal));
        }
        if (parts.subList(0, parts.size() - 1).stream().anyMatch(part -> part.size() < SMALLEST_PART)) {
            throw S3Code.ENTITY_TOO_SMALL.refusal();
        }
        var object = new StoredObject(
                upload.key(),
                Body.join(parts.stream().map(Part::body).toList()),
                etag(parts),
                call.now(),
                upload.headers(),
                parts.stream().map(Part::size).toList(),
                upload.tags(),
                upload.isPublic());
        return new Bucket.Assembled(object, parts.stream().map(Part::number).collect(Collectors.toUnmodifiableSet()));
    }

    /** The MD5 of the parts' MD5s, and how many they are. */
    private static String etag(List<Part> parts) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            parts.forEach(part -> digest.update(HexFormat.of().parseHex(part.etag())));
            return HexFormat.of().formatHex(digest.digest()) + "-" + parts.size();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has MD5", impossible);
        }
    }

    Response abort(Call call) {
        var bucket = desk.bucket(call);
        if (!bucket.abort(upload(call, bucket))) {
            throw S3Code.NO_SUCH_UPLOAD.refusal();
        }
        return Response.noContent();
    }
}
