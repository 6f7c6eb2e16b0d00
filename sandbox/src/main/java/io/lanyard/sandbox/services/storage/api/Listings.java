// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.api;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.storage.store.Bucket;
import io.lanyard.sandbox.services.storage.store.KeyPage;
import io.lanyard.sandbox.services.storage.store.StoredObject;
import io.lanyard.sandbox.services.storage.wire.HttpDate;
import io.lanyard.sandbox.services.storage.wire.Percent;
import io.lanyard.sandbox.services.storage.wire.S3Code;
import io.lanyard.sandbox.services.storage.wire.Xml;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is in a bucket, a page at a time, in both versions of the list. */
final class Listings {
    /** The most entries of a page. */
    static final int MOST = 1_000;

    private final Desk desk;

    Listings(Desk desk) {
        this.desk = desk;
    }

    /** Why no policy is asked: the bucket is open for everybody. */
    Optional<String> whyOpen(Call call) {
        return desk.find(call, call.target().attributes().getOrDefault("resource", ""))
                .filter(bucket -> bucket.settings().isPublic())
                .map(bucket -> "the bucket's ACL is public-read");
    }

    Response first(Call call) {
        var bucket = desk.bucket(call);
        var marker = call.query("marker").orElse("");
        var question = question(call);
        var page = KeyPage.of(bucket.objects(), question.prefix, question.delimiter, marker, question.limit);
        return Xml.answer("ListBucketResult", root -> {
            question.echo(root, bucket);
            root.text("Marker", question.encoded.apply(marker));
            if (page.truncated() && !question.delimiter.isEmpty()) {
                root.text("NextMarker", question.encoded.apply(page.last()));
            }
            root.text("IsTruncated", Boolean.toString(page.truncated()));
            page.objects().forEach(object -> contents(root, bucket, object, question.encoded, true));
            prefixes(root, page, question.encoded);
        });
    }

    Response second(Call call) {
        var bucket = desk.bucket(call);
        var token = call.query("continuation-token").filter(text -> !text.isEmpty());
        var after = call.query("start-after").orElse("");
        var owners = call.query("fetch-owner").filter("true"::equals).isPresent();
        var question = question(call);
        var page = KeyPage.of(
                bucket.objects(),
                question.prefix,
                question.delimiter,
                token.map(Listings::opened).orElse(after),
                question.limit);
        return Xml.answer("ListBucketResult", root -> {
            question.echo(root, bucket);
            root.text("KeyCount", Integer.toString(page.size()));
            token.ifPresent(text -> root.text("ContinuationToken", text));
            if (!after.isEmpty()) {
                root.text("StartAfter", question.encoded.apply(after));
            }
            root.text("IsTruncated", Boolean.toString(page.truncated()));
            if (page.truncated()) {
                root.text("NextContinuationToken", sealed(page.last()));
            }
            page.objects().forEach(object -> contents(root, bucket, object, question.encoded, owners));
            prefixes(root, page, question.encoded);
        });
    }

    /** No bucket keeps versions here: each object is its own latest, by the name that S3 has for it in such a bucket. */
    Response versions(Call call) {
        var bucket = desk.bucket(call);
        var marker = call.query("key-marker").orElse("");
        var question = question(call);
        var page = KeyPage.of(bucket.objects(), question.prefix, question.delimiter, marker, question.limit);
        return Xml.answer("ListVersionsResult", root -> {
            question.echo(root, bucket);
            root.text("KeyMarker", question.encoded.apply(marker))
                    .text("VersionIdMarker", call.query("version-id-marker").orElse(""));
            if (page.truncated()) {
                root.text("NextKeyMarker", question.encoded.apply(page.last())).text("NextVersionIdMarker", "null");
            }
            root.text("IsTruncated", Boolean.toString(page.truncated()));
            page.objects()
                    .forEach(object -> root.element("Version", one -> {
                        one.text("Key", question.encoded.apply(object.key()))
                                .text("VersionId", "null")
                                .text("IsLatest", "true");
                        facts(one, bucket, object, true);
                    }));
            prefixes(root, page, question.encoded);
        });
    }

    private static String sealed(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String opened(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException other) {
            throw S3Code.INVALID_ARGUMENT.refusal("The continuation token provided is incorrect");
        }
    }

    private static void contents(
            Xml root, Bucket bucket, StoredObject object, UnaryOperator<String> encoded, boolean owners) {
        root.element("Contents", one -> {
            one.text("Key", encoded.apply(object.key()));
            facts(one, bucket, object, owners);
        });
    }

    private static void facts(Xml one, Bucket bucket, StoredObject object, boolean owners) {
        one.text("LastModified", HttpDate.document(object.modified()))
                .text("ETag", object.quotedEtag())
                .text("Size", Long.toString(object.size()));
        if (owners) {
            one.element("Owner", owner -> Acls.owner(owner, bucket));
        }
        one.text("StorageClass", "STANDARD");
    }

    private static void prefixes(Xml root, KeyPage page, UnaryOperator<String> encoded) {
        page.prefixes()
                .forEach(prefix -> root.element("CommonPrefixes", one -> one.text("Prefix", encoded.apply(prefix))));
    }

    /** What every list asks for. */
    private record Question(
            String prefix, String delimiter, int limit, boolean urlEncoded, UnaryOperator<String> encoded) {
        void echo(Xml root, Bucket bucket) {
            root.text("Name", bucket.name())
                    .text("Prefix", encoded.apply(prefix))
                    .text("MaxKeys", Integer.toString(limit));
            if (!delimiter.isEmpty()) {
                root.text("Delimiter", encoded.apply(delimiter));
            }
            if (urlEncoded) {
                root.text("EncodingType", "url");
            }
        }
    }

    private static Question question(Call call) {
        var encoding = call.query("encoding-type").orElse("");
        if (!encoding.isEmpty() && !encoding.equals("url")) {
            throw S3Code.INVALID_ARGUMENT.refusal("Invalid Encoding Method specified in Request");
        }
        UnaryOperator<String> encoded = encoding.isEmpty() ? UnaryOperator.identity() : Percent::encodePath;
        return new Question(
                call.query("prefix").orElse(""),
                call.query("delimiter").orElse(""),
                Numbers.limit(call, "max-keys", MOST),
                !encoding.isEmpty(),
                encoded);
    }
}
