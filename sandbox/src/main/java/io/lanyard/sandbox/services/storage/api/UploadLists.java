// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.api;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.storage.store.KeyOrder;
import io.lanyard.sandbox.services.storage.store.MultipartUpload;
import io.lanyard.sandbox.services.storage.store.Part;
import io.lanyard.sandbox.services.storage.wire.HttpDate;
import io.lanyard.sandbox.services.storage.wire.Percent;
import io.lanyard.sandbox.services.storage.wire.S3Code;
import io.lanyard.sandbox.services.storage.wire.Xml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Uploads under way, and the parts of one. */
final class UploadLists {
    private static final Comparator<MultipartUpload> BY_KEY =
            Comparator.comparing(MultipartUpload::key, KeyOrder.BY_BYTES).thenComparing(MultipartUpload::id);

    private final Desk desk;
    private final Multiparts multiparts;

    UploadLists(Desk desk, Multiparts multiparts) {
        this.desk = desk;
        this.multiparts = multiparts;
    }

    Response parts(Call call) {
        var bucket = desk.bucket(call);
        var upload = multiparts.upload(call, bucket);
        var after = call.query("part-number-marker")
                .filter(text -> !text.isEmpty() && !text.equals("0"))
                .map(Numbers::partNumber)
                .orElse(0);
        var limit = Numbers.limit(call, "max-parts", Listings.MOST);
        List<Part> rest =
                upload.parts().stream().filter(part -> part.number() > after).toList();
        var page = rest.subList(0, Math.min(limit, rest.size()));
        return Xml.answer("ListPartsResult", root -> {
            root.text("Bucket", bucket.name())
                    .text("Key", upload.key())
                    .text("UploadId", upload.id())
                    .element(
                            "Initiator",
                            who -> who.text("ID", upload.initiator()).text("DisplayName", upload.initiator()))
                    .element("Owner", owner -> Acls.owner(owner, bucket))
                    .text("StorageClass", "STANDARD")
                    .text("PartNumberMarker", Integer.toString(after))
                    .text(
                            "NextPartNumberMarker",
                            Integer.toString(
                                    page.isEmpty()
                                            ? after
                                            : page.get(page.size() - 1).number()))
                    .text("MaxParts", Integer.toString(limit))
                    .text("IsTruncated", Boolean.toString(page.size() < rest.size()));
            page.forEach(part -> root.element(
                    "Part",
                    one -> one.text("PartNumber", Integer.toString(part.number()))
                            .text("LastModified", HttpDate.document(part.modified()))
                            .text("ETag", '"' + part.etag() + '"')
                            .text("Size", Long.toString(part.size()))));
        });
    }

    /** A page of uploads by key and id, and what keys up to a delimiter have in common. */
    Response uploads(Call call) {
        var bucket = desk.bucket(call);
        var prefix = call.query("prefix").orElse("");
        var delimiter = call.query("delimiter").orElse("");
        var keyMarker = call.query("key-marker").orElse("");
        var idMarker = call.query("upload-id-marker").orElse("");
        var limit = Numbers.limit(call, "max-uploads", Listings.MOST);
        var encoding = call.query("encoding-type").orElse("");
        if (!encoding.isEmpty() && !encoding.equals("url")) {
            throw S3Code.INVALID_ARGUMENT.refusal("Invalid Encoding Method specified in Request");
        }
        UnaryOperator<String> encoded = encoding.isEmpty() ? UnaryOperator.identity() : Percent::encodePath;
        List<MultipartUpload> rest = bucket.uploads().values().stream()
                .filter(upload -> upload.key().startsWith(prefix) && after(upload, keyMarker, idMarker))
                .sorted(BY_KEY)
                .toList();
        List<MultipartUpload> page = new ArrayList<>();
        var prefixes = new TreeSet<String>(KeyOrder.BY_BYTES);
        var seen = 0;
        for (var upload : rest) {
            var at = delimiter.isEmpty() ? -1 : upload.key().indexOf(delimiter, prefix.length());
            var common = at < 0 ? "" : upload.key().substring(0, at + delimiter.length());
            if (!prefixes.contains(common)) {
                if (page.size() + prefixes.size() == limit) {
                    break;
                }
                if (common.isEmpty()) {
                    page.add(upload);
                } else {
                    prefixes.add(common);
                }
            }
            seen++;
        }
        var last = seen;
        return Xml.answer("ListMultipartUploadsResult", root -> {
            root.text("Bucket", bucket.name())
                    .text("KeyMarker", encoded.apply(keyMarker))
                    .text("UploadIdMarker", idMarker);
            if (last > 0 && last < rest.size()) {
                root.text("NextKeyMarker", encoded.apply(rest.get(last - 1).key()))
                        .text("NextUploadIdMarker", rest.get(last - 1).id());
            }
            root.text("MaxUploads", Integer.toString(limit))
                    .text("IsTruncated", Boolean.toString(limit > 0 && last < rest.size()))
                    .text("Prefix", encoded.apply(prefix));
            if (!delimiter.isEmpty()) {
                root.text("Delimiter", encoded.apply(delimiter));
            }
            if (!encoding.isEmpty()) {
                root.text("EncodingType", encoding);
            }
            page.forEach(upload -> root.element(
                    "Upload",
                    one -> one.text("Key", encoded.apply(upload.key()))
                            .text("UploadId", upload.id())
                            .element(
                                    "Initiator",
                                    who -> who.text("ID", upload.initiator()).text("DisplayName", upload.initiator()))
                            .element("Owner", owner -> Acls.owner(owner, bucket))
                            .text("StorageClass", "STANDARD")
                            .text("Initiated", HttpDate.document(upload.initiated()))));
            prefixes.forEach(
                    common -> root.element("CommonPrefixes", one -> one.text("Prefix", encoded.apply(common))));
        });
    }

    private static boolean after(MultipartUpload upload, String key, String id) {
        var order = KeyOrder.BY_BYTES.compare(upload.key(), key);
        return order > 0 || (order == 0 && !id.isEmpty() && upload.id().compareTo(id) > 0);
    }
}
