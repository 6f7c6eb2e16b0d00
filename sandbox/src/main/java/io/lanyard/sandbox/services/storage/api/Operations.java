// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.api;

import static io.lanyard.sandbox.kernel.Method.DELETE;
import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.HEAD;
import static io.lanyard.sandbox.kernel.Method.OPTIONS;
import static io.lanyard.sandbox.kernel.Method.POST;
import static io.lanyard.sandbox.kernel.Method.PUT;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Handler;
import io.lanyard.sandbox.kernel.Method;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.storage.sign.StorageCredentials;
import io.lanyard.sandbox.services.storage.store.StorageState;
import io.lanyard.sandbox.services.storage.wire.OperationNames;
import io.lanyard.sandbox.services.storage.wire.S3Code;
import io.lanyard.sandbox.services.storage.wire.StorageHeaders;
import io.lanyard.sandbox.services.storage.wire.Unset;
import java.util.function.Function;

/** The table of S3's operations: what each needs (IBM: iam-at of Object Storage), what it leaves, who does it (cos.md §2). */
public final class Operations {
    private static final String SERVICE = "cloud-object-storage.";

    private final StorageCredentials credentials;
    private final Desk desk;
    private final BucketCalls buckets;
    private final Listings listings;
    private final ObjectWrites writes;
    private final ObjectReads reads;
    private final Acls acls;
    private final Tags tags;
    private final Multiparts multiparts;
    private final Copies copies;
    private final UploadLists uploads;
    private final Deletes deletes;

    /** Makes the operations over a state. */
    public Operations(StorageState state, StorageCredentials credentials) {
        this.credentials = credentials;
        desk = new Desk(state, credentials);
        buckets = new BucketCalls(desk);
        listings = new Listings(desk);
        writes = new ObjectWrites(desk);
        reads = new ObjectReads(desk);
        acls = new Acls(desk);
        tags = new Tags(desk);
        multiparts = new Multiparts(desk, writes);
        copies = new Copies(desk, multiparts);
        uploads = new UploadLists(desk, multiparts);
        deletes = new Deletes(desk);
    }

    /** Declares them. */
    public void declare(Routes routes) {
        line(routes, GET, "ListBuckets", desk::aboutInstance, "account.get_account_buckets", "instance.list")
                .handledBy(answered(buckets::list));
        line(routes, PUT, "CreateBucket", desk::aboutNewBucket, "bucket.put_bucket", "bucket.create")
                .streams()
                .handledBy(answered(buckets::create));
        bucket(routes, DELETE, "DeleteBucket", "bucket.delete_bucket", "bucket.delete", Tracked.GLOBAL)
                .handledBy(answered(buckets::delete));
        bucket(routes, HEAD, "HeadBucket", "bucket.head", "bucket-metadata.read", Tracked.READ)
                .handledBy(answered(buckets::head));
        bucket(routes, GET, "GetBucketLocation", "bucket.get_location", "bucket-location.read", Tracked.MANAGEMENT)
                .handledBy(answered(buckets::place));
        bucket(routes, GET, "GetBucketVersioning", "bucket.get_versioning", "bucket-versioning.read", Tracked.READ)
                .handledBy(answered(buckets::versioning));
        bucket(routes, GET, "GetBucketAcl", "bucket.get_acl", "bucket-acl.read", Tracked.MANAGEMENT)
                .handledBy(answered(acls::getBucket));
        bucket(routes, PUT, "PutBucketAcl", "bucket.put_acl", "bucket-acl.create", Tracked.MANAGEMENT)
                .streams()
                .handledBy(answered(acls::putBucket));
        for (var unset : Unset.values()) {
            bucket(routes, GET, unset.operation(), unset.action(), unset.event(), Tracked.MANAGEMENT)
                    .handledBy(call -> {
                        throw unset.refusal();
                    });
        }
        listing(routes, "ListObjects").handledBy(answered(listings::first));
        listing(routes, "ListObjectsV2").handledBy(answered(listings::second));
        line(
                        routes,
                        GET,
                        "ListObjectVersions",
                        tracked(desk::aboutListing, Tracked.READ),
                        "bucket.get_versions",
                        "bucket.list")
                .handledBy(answered(listings::versions));
        objects(routes);
        copies(routes);
        multiparts(routes);
        tagging(routes);
        others(routes);
    }

    private void objects(Routes routes) {
        object(routes, PUT, "PutObject", "object.put", "object.create", Tracked.WRITE)
                .streams()
                .handledBy(answered(writes::put));
        object(routes, GET, "GetObject", "object.get", "object.read", Tracked.READ)
                .unless(reads::whyOpen)
                .handledBy(answered(reads::read));
        object(routes, HEAD, "HeadObject", "object.head", "object-metadata.read", Tracked.READ)
                .unless(reads::whyOpen)
                .handledBy(answered(reads::read));
        object(routes, DELETE, "DeleteObject", "object.delete", "object.delete", Tracked.WRITE)
                .handledBy(answered(writes::delete));
        object(routes, GET, "GetObjectAcl", "object.get_acl", "object-acl.read", Tracked.MANAGEMENT)
                .handledBy(answered(acls::getObject));
        object(routes, PUT, "PutObjectAcl", "object.put_acl", "object-acl.create", Tracked.MANAGEMENT)
                .streams()
                .handledBy(answered(acls::putObject));
    }

    private void copies(Routes routes) {
        object(routes, PUT, "CopyObject", "object.copy", "object-copy.create", Tracked.WRITE)
                .waits()
                .handledBy(answered(copies::object));
        object(routes, PUT, "UploadPartCopy", "object.copy_part", "object-multipart.create", Tracked.WRITE)
                .waits()
                .handledBy(answered(copies::part));
        bucketOf(routes, POST, "DeleteObjects", Tracked.WRITE)
                .leaves(SERVICE + "objects.delete")
                .streams()
                .handledBy(answered(deletes::delete));
    }

    private void multiparts(Routes routes) {
        object(
                        routes,
                        POST,
                        "CreateMultipartUpload",
                        "object.post_initiate_upload",
                        "object-multipart.start",
                        Tracked.WRITE)
                .streams()
                .handledBy(answered(multiparts::begin));
        object(routes, PUT, "UploadPart", "object.put_part", "object-multipart.create", Tracked.WRITE)
                .streams()
                .handledBy(answered(multiparts::put));
        object(
                        routes,
                        POST,
                        "CompleteMultipartUpload",
                        "object.post_complete_upload",
                        "object-multipart.complete",
                        Tracked.WRITE)
                .streams()
                .handledBy(answered(multiparts::complete));
        object(routes, DELETE, "AbortMultipartUpload", "object.delete_upload", "object-multipart.delete", Tracked.WRITE)
                .handledBy(answered(multiparts::abort));
        object(routes, GET, "ListParts", "object.get_uploads", "object-multipart.list", Tracked.READ)
                .handledBy(answered(uploads::parts));
        line(
                        routes,
                        GET,
                        "ListMultipartUploads",
                        tracked(desk::aboutListing, Tracked.READ),
                        "bucket.get_uploads",
                        "bucket-multipart.list")
                .handledBy(answered(uploads::uploads));
    }

    private void tagging(Routes routes) {
        object(routes, GET, "GetObjectTagging", "object.get_tagging", "object-tagging.read", Tracked.READ)
                .handledBy(answered(tags::get));
        object(routes, PUT, "PutObjectTagging", "object.put_tagging", "object-tagging.create", Tracked.WRITE)
                .streams()
                .handledBy(answered(tags::put));
        object(routes, DELETE, "DeleteObjectTagging", "object.delete_tagging", "object-tagging.delete", Tracked.WRITE)
                .handledBy(answered(tags::delete));
    }

    private void others(Routes routes) {
        routes.on(OPTIONS, "/{any}", OperationNames.PREFLIGHT).open().handledBy(call -> {
            if (call.header("Origin").isEmpty()) {
                throw S3Code.BAD_REQUEST.refusal("Insufficient information. Origin request header needed.");
            }
            throw S3Code.ACCESS_FORBIDDEN.refusal();
        });
        routes.on(GET, "/{any}", OperationNames.NOT_ALLOWED)
                .authenticatedBy(credentials)
                .open()
                .streams()
                .handledBy(call -> {
                    throw S3Code.METHOD_NOT_ALLOWED.refusal();
                });
        routes.on(GET, "/{any}", OperationNames.NOT_IMPLEMENTED)
                .authenticatedBy(credentials)
                .open()
                .streams()
                .handledBy(call -> {
                    throw S3Code.NOT_IMPLEMENTED.refusal(
                            "A header or query you provided requested a function that is not implemented: the sandbox has"
                                    + " no such operation of S3.");
                });
    }

    private Routes.Line line(
            Routes routes, Method method, String operation, Function<Call, Target> about, String action, String event) {
        return routes.on(method, "/{bucket}/{key+}", operation)
                .authenticatedBy(credentials)
                .open()
                .beside()
                .about(about)
                .needs(SERVICE + action)
                .leaves(SERVICE + event);
    }

    /** A bucket's route whose handler judges by itself. */
    private Routes.Line bucketOf(Routes routes, Method method, String operation, Tracked tracked) {
        return routes.on(method, "/{bucket}", operation)
                .authenticatedBy(credentials)
                .open()
                .beside()
                .about(tracked(desk::aboutBucket, tracked));
    }

    private Routes.Line bucket(
            Routes routes, Method method, String operation, String action, String event, Tracked tracked) {
        return line(routes, method, operation, tracked(desk::aboutBucket, tracked), action, event);
    }

    private Routes.Line object(
            Routes routes, Method method, String operation, String action, String event, Tracked tracked) {
        return line(routes, method, operation, tracked(desk::aboutObject, tracked), action, event);
    }

    private Routes.Line listing(Routes routes, String operation) {
        return line(routes, GET, operation, tracked(desk::aboutListing, Tracked.READ), "bucket.get", "bucket.list")
                .unless(listings::whyOpen);
    }

    private Function<Call, Target> tracked(Function<Call, Target> about, Tracked tracked) {
        return call -> {
            var target = about.apply(call);
            desk.find(call, Desk.address(call).bucket()).ifPresent(bucket -> tracked.mark(call, bucket));
            return target;
        };
    }

    private static Handler answered(Handler handler) {
        return call -> StorageHeaders.on(handler.handle(call), call.transactionId());
    }
}
