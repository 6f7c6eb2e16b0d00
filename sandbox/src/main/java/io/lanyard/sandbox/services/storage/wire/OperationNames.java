// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.wire;

import io.lanyard.sandbox.kernel.Method;
import io.lanyard.sandbox.kernel.Naming;
import io.lanyard.sandbox.kernel.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells S3's operations apart: by method, by what the path names, by the query's first words, by the copy source. */
public final class OperationNames implements Naming {
    /** A method that the resource doesn't have. */
    public static final String NOT_ALLOWED = "MethodNotAllowed";

    /** A browser that asks whether a page of another origin may do something. */
    public static final String PREFLIGHT = "Preflight";

    /** Something of S3 that the sandbox doesn't do. */
    public static final String NOT_IMPLEMENTED = "NotImplemented";

    /** Parameters that make a request another operation, one that isn't served. */
    private static final Set<String> ELSEWHERE = Set.of(
            "accelerate",
            "analytics",
            "attributes",
            "encryption",
            "extendRetention",
            "intelligent-tiering",
            "inventory",
            "legal-hold",
            "legalHold",
            "logging",
            "metrics",
            "notification",
            "ownershipControls",
            "policy",
            "policyStatus",
            "protection",
            "requestPayment",
            "restore",
            "retention",
            "select",
            "sseKpCrn",
            "torrent");

    @Override
    public String operation(Request head) {
        var address = Address.of(head);
        var query = names(head.rawQuery());
        if (head.method() == Method.OPTIONS) {
            return PREFLIGHT;
        }
        if (head.method() == Method.OTHER) {
            return NOT_ALLOWED;
        }
        if (!address.hasBucket()) {
            return head.method().reads() ? "ListBuckets" : NOT_ALLOWED;
        }
        if (query.stream().anyMatch(ELSEWHERE::contains) || namesVersion(head, query)) {
            return NOT_IMPLEMENTED;
        }
        var unset = Unset.in(query);
        if (unset.isPresent()) {
            return head.method() == Method.GET && !address.hasKey()
                    ? unset.get().operation()
                    : NOT_IMPLEMENTED;
        }
        return address.hasKey() ? object(head, query) : bucket(head, query);
    }

    /** Objects have no versions here, but for the one that S3 calls {@code null} in buckets that keep none. */
    private static boolean namesVersion(Request head, Set<String> query) {
        return query.contains("versionId")
                && !head.query().getOrDefault("versionId", List.of()).equals(List.of("null"));
    }

    private static String bucket(Request head, Set<String> query) {
        return switch (head.method()) {
            case GET -> bucketRead(head, query);
            case HEAD -> "HeadBucket";
            case PUT ->
                query.contains("acl")
                        ? "PutBucketAcl"
                        : query.contains("versioning") || query.contains("tagging") ? NOT_IMPLEMENTED : "CreateBucket";
            case DELETE -> query.contains("tagging") ? NOT_IMPLEMENTED : "DeleteBucket";
            case POST -> query.contains("delete") ? "DeleteObjects" : NOT_IMPLEMENTED;
            case PATCH, OPTIONS, OTHER -> NOT_ALLOWED;
        };
    }

    private static String bucketRead(Request head, Set<String> query) {
        if (query.contains("location")) {
            return "GetBucketLocation";
        }
        if (query.contains("uploads")) {
            return "ListMultipartUploads";
        }
        if (query.contains("acl")) {
            return "GetBucketAcl";
        }
        if (query.contains("versioning")) {
            return "GetBucketVersioning";
        }
        if (query.contains("tagging")) {
            return NOT_IMPLEMENTED;
        }
        if (query.contains("versions")) {
            return "ListObjectVersions";
        }
        return query.contains("list-type") && head.rawQuery().contains("list-type=2") ? "ListObjectsV2" : "ListObjects";
    }

    private static String object(Request head, Set<String> query) {
        return switch (head.method()) {
            case GET ->
                query.contains("acl")
                        ? "GetObjectAcl"
                        : query.contains("tagging")
                                ? "GetObjectTagging"
                                : query.contains("uploadId") ? "ListParts" : "GetObject";
            case HEAD -> "HeadObject";
            case PUT -> objectWrite(head, query);
            case DELETE ->
                query.contains("uploadId")
                        ? "AbortMultipartUpload"
                        : query.contains("tagging") ? "DeleteObjectTagging" : "DeleteObject";
            case POST ->
                query.contains("uploads")
                        ? "CreateMultipartUpload"
                        : query.contains("uploadId") ? "CompleteMultipartUpload" : NOT_IMPLEMENTED;
            case PATCH, OPTIONS, OTHER -> NOT_ALLOWED;
        };
    }

    private static String objectWrite(Request head, Set<String> query) {
        if (query.contains("acl")) {
            return "PutObjectAcl";
        }
        if (query.contains("tagging")) {
            return "PutObjectTagging";
        }
        var copies = head.header("x-amz-copy-source").isPresent();
        if (query.contains("uploadId") || query.contains("partNumber")) {
            return copies ? "UploadPartCopy" : "UploadPart";
        }
        return copies ? "CopyObject" : "PutObject";
    }

    private static Set<String> names(String rawQuery) {
        return rawQuery.isEmpty()
                ? Set.of()
                : Arrays.stream(rawQuery.split("&"))
                        .map(pair -> pair.split("=", 2)[0])
                        .collect(Collectors.toUnmodifiableSet());
    }
}
