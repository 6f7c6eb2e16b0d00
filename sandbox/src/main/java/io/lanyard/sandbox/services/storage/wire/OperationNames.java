// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.wire;

import io.lanyard.sandbox.kernel.Method;
import io.lanyard.sandbox.kernel.Naming;
import io.lanyard.sandbox.kernel.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** What buckets have beside themselves, and what can be done with it. Whatever else is asked of one is refused, never ignored. */
    private static final Map<String, Map<Method, String>> OF_BUCKETS = Map.of(
            "acl", Map.of(Method.GET, "GetBucketAcl", Method.PUT, "PutBucketAcl"),
            "delete", Map.of(Method.POST, "DeleteObjects"),
            "location", Map.of(Method.GET, "GetBucketLocation"),
            "tagging", Map.of(Method.GET, NOT_IMPLEMENTED, Method.PUT, NOT_IMPLEMENTED, Method.DELETE, NOT_IMPLEMENTED),
            "uploads", Map.of(Method.GET, "ListMultipartUploads"),
            "versioning", Map.of(Method.GET, "GetBucketVersioning", Method.PUT, NOT_IMPLEMENTED),
            "versions", Map.of(Method.GET, "ListObjectVersions"));

    /** What objects have beside themselves. */
    private static final Map<String, Map<Method, String>> OF_OBJECTS = Map.of(
            "acl", Map.of(Method.GET, "GetObjectAcl", Method.PUT, "PutObjectAcl"),
            "tagging",
                    Map.of(
                            Method.GET,
                            "GetObjectTagging",
                            Method.PUT,
                            "PutObjectTagging",
                            Method.DELETE,
                            "DeleteObjectTagging"),
            "uploads", Map.of(Method.POST, "CreateMultipartUpload"),
            "uploadId",
                    Map.of(
                            Method.GET,
                            "ListParts",
                            Method.PUT,
                            "UploadPart",
                            Method.POST,
                            "CompleteMultipartUpload",
                            Method.DELETE,
                            "AbortMultipartUpload"));

    private static final Set<String> PARTS = Stream.of(OF_BUCKETS, OF_OBJECTS)
            .flatMap(parts -> parts.keySet().stream())
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public String operation(Request head) {
        var address = Address.of(head);
        var query = head.query().keySet();
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
        var own = address.hasKey() ? OF_OBJECTS : OF_BUCKETS;
        var parts = query.stream().filter(PARTS::contains).toList();
        if (parts.isEmpty()) {
            return address.hasKey() ? object(head, query) : bucket(head);
        }
        var operation = parts.size() > 1
                ? NOT_ALLOWED
                : own.getOrDefault(parts.get(0), Map.of()).getOrDefault(head.method(), NOT_ALLOWED);
        return operation.equals("UploadPart") && copies(head) ? "UploadPartCopy" : operation;
    }

    /** Objects have no versions here, but for the one that S3 calls {@code null} in buckets that keep none. */
    private static boolean namesVersion(Request head, Set<String> query) {
        return query.contains("versionId")
                && !head.query().getOrDefault("versionId", List.of()).equals(List.of("null"));
    }

    private static String bucket(Request head) {
        return switch (head.method()) {
            case GET -> List.of("2").equals(head.query().get("list-type")) ? "ListObjectsV2" : "ListObjects";
            case HEAD -> "HeadBucket";
            case PUT -> "CreateBucket";
            case DELETE -> "DeleteBucket";
            case POST -> NOT_IMPLEMENTED;
            case PATCH, OPTIONS, OTHER -> NOT_ALLOWED;
        };
    }

    private static String object(Request head, Set<String> query) {
        return switch (head.method()) {
            case GET -> "GetObject";
            case HEAD -> "HeadObject";
            case PUT -> query.contains("partNumber") ? "UploadPart" : copies(head) ? "CopyObject" : "PutObject";
            case DELETE -> "DeleteObject";
            case POST -> NOT_IMPLEMENTED;
            case PATCH, OPTIONS, OTHER -> NOT_ALLOWED;
        };
    }

    private static boolean copies(Request head) {
        return head.header("x-amz-copy-source").isPresent();
    }
}
