// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.wire;

import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What a bucket can be given at IBM, and none has here. Who reads it hears what S3 says of a bucket that was never given any, which is
 * true; who wants to set it is refused.
 */
public enum Unset {
    /** Which pages of other origins may read. */
    CORS(
            "cors",
            "GetBucketCors",
            "bucket.get_cors",
            "bucket-cors.read",
            "NoSuchCORSConfiguration",
            "The CORS configuration does not exist"),
    /** When objects expire, or move to an archive. */
    LIFECYCLE(
            "lifecycle",
            "GetBucketLifecycleConfiguration",
            "bucket.get_lifecycle",
            "bucket-lifecycle.read",
            "NoSuchLifecycleConfiguration",
            "The lifecycle configuration does not exist"),
    /** Which pages a static site has. */
    WEBSITE(
            "website",
            "GetBucketWebsite",
            "bucket.get_website",
            "bucket-website.read",
            "NoSuchWebsiteConfiguration",
            "The specified bucket does not have a website configuration"),
    /** Where objects are copied to. */
    REPLICATION(
            "replication",
            "GetBucketReplication",
            "bucket.get_replication",
            "bucket-replication.read",
            "ReplicationConfigurationNotFoundError",
            "The replication configuration was not found"),
    /** Whether objects can be locked. */
    OBJECT_LOCK(
            "object-lock",
            "GetObjectLockConfiguration",
            "bucket.get_object_lock_configuration",
            "bucket-object-lock.read",
            "ObjectLockConfigurationNotFoundError",
            "Object Lock configuration does not exist for this bucket"),
    /** Whether access lists that open something are refused. */
    PUBLIC_ACCESS_BLOCK(
            "publicAccessBlock",
            "GetPublicAccessBlock",
            "bucket.get_public_access_block",
            "bucket-public-access-block.read",
            "NoSuchPublicAccessBlockConfiguration",
            "The public access block configuration was not found");

    private final String parameter;
    private final String operation;
    private final String action;
    private final String event;
    private final String code;
    private final String sentence;

    Unset(String parameter, String operation, String action, String event, String code, String sentence) {
        this.parameter = parameter;
        this.operation = operation;
        this.action = action;
        this.event = event;
        this.code = code;
        this.sentence = sentence;
    }

    /** Finds the one that a query asks for. */
    static Optional<Unset> in(Set<String> query) {
        return Arrays.stream(values())
                .filter(one -> query.contains(one.parameter))
                .findFirst();
    }

    /** Returns S3's name for reading it. */
    public String operation() {
        return operation;
    }

    /** Returns the action that reading it needs. */
    public String action() {
        return action;
    }

    /** Returns the event that reading it leaves. */
    public String event() {
        return event;
    }

    /** Says that the bucket has none. */
    public Refusal refusal() {
        return Refusal.of(Problem.NOT_FOUND, sentence).code(code);
    }
}
