package io.lanyard.workshop.labs.iam;

import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.OBJECT_WRITER;
import static io.lanyard.policy.Targets.bucket;
import static io.lanyard.workshop.labs.iam.Names.BUCKET;
import static io.lanyard.workshop.labs.iam.Names.OBJECT;
import static io.lanyard.workshop.labs.iam.Names.OTHER_BUCKET;
import static io.lanyard.workshop.labs.iam.Names.UPLOADER;

import io.lanyard.core.Crn;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyClient;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.labs.Denials;
import io.lanyard.workshop.labs.LabEnvironment;
import io.lanyard.workshop.storage.ObjectStore;
import java.util.List;

/** Labs, integrate-iam: the steps in which the service ID uploads an event, and can't read it. */
final class UploadActs {
    private static final String EVENT =
            "{\"action\":\"iam-identity.account-serviceid.create\",\"outcome\":\"success\"}";

    private final LabEnvironment environment;
    private final AuditStore store;
    private final Uploader uploader;

    UploadActs(LabEnvironment environment, AuditStore store, Uploader uploader) {
        this.environment = environment;
        this.store = store;
        this.uploader = uploader;
    }

    void makeBuckets(Scene scene) throws Exception {
        var created = scene.ask(
                Request.of("create", "Object Storage instance " + Names.INSTANCE + " in the default resource group"),
                store::create,
                instance -> instance.guid());
        var owned = environment.objectStorage(environment.ownerKey(), created.crn());
        for (String name : List.of(BUCKET, OTHER_BUCKET)) {
            scene.ask(
                    Request.of("create", "bucket " + name).as(Names.OWNER),
                    () -> {
                        owned.createBucket(name);
                        return name;
                    },
                    bucket -> bucket);
        }
    }

    void uploadWithObjectWriter(Scene scene) throws Exception {
        var buckets = asUploader();
        var request = Request.of("upload", BUCKET + "/" + OBJECT).as(UPLOADER);
        Denials.explain(environment, scene, scene.refused(request, () -> upload(buckets, BUCKET)));
        scene.ask(
                Request.of("grant", "Object Writer on the bucket " + BUCKET + " to " + UPLOADER),
                this::grantObjectWriter,
                policy -> "policy " + policy.id());
        scene.ask(request, () -> upload(buckets, BUCKET), size -> size + " bytes");
        Denials.explain(
                environment,
                scene,
                scene.refused(
                        Request.of("upload", OTHER_BUCKET + "/" + OBJECT).as(UPLOADER),
                        () -> upload(buckets, OTHER_BUCKET)));
    }

    private static int upload(ObjectStore buckets, String bucket) {
        buckets.put(bucket, OBJECT, EVENT);
        return EVENT.length();
    }

    private Policy grantObjectWriter() {
        var policies = new PolicyClient(environment.cloud()).policies();
        var identity = uploader.demand().iamId();
        Crn instance = store.demand();
        // tag::grant-object-writer[]
        var policy = policies.create(grant(OBJECT_WRITER)
                .to(identity)
                .on(bucket(instance, "audit-events"))
                .because("uploads events"));
        // end::grant-object-writer[]
        return policy;
    }

    void readIsDenied(Scene scene) throws Exception {
        var buckets = asUploader();
        Denials.explain(
                environment,
                scene,
                scene.refused(
                        Request.of("read", BUCKET + "/" + OBJECT).as(UPLOADER), () -> buckets.get(BUCKET, OBJECT)));
        Denials.explain(
                environment, scene, scene.refused(Request.of("list", BUCKET).as(UPLOADER), () -> buckets.keys(BUCKET)));
        scene.ask(
                Request.of("read", BUCKET + "/" + OBJECT).as(Names.OWNER),
                () -> store.asOwner().get(BUCKET, OBJECT),
                event -> event.length() + " bytes: it is there");
        scene.say(
                "A client that looks at the bucket before it uploads is denied, too: upload blindly. Activity Tracker itself"
                        + " needs no key any more: the lab 'authorize-targets' lets the service write by an authorization.");
    }

    void recapAndCleanUp(Scene scene) {
        scene.say(
                "Creating identities takes a role of its own now, for the owner as well; addresses count when a token is made,"
                        + " and both lists must match; and the uploader can add events to one bucket, and do nothing else.");
        scene.cleanUp();
    }

    private ObjectStore asUploader() {
        return environment.objectStorage(uploader.demandKey(), store.demand());
    }
}
