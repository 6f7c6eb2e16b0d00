// Room: sandbox / object storage tests. Who may do what, and what it leaves.
package io.lanyard.sandbox.services.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.services.storage.StorageScene.Answer;
import io.lanyard.sandbox.services.storage.StorageScene.Hands;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsTest {
    private static final String WRITER = "iam::::serviceRole:Writer";
    private static final String READER = "iam::::serviceRole:Reader";
    private static final String MANAGER = "iam::::serviceRole:Manager";
    private static final String OBJECT_READER = "cloud-object-storage::::serviceRole:ObjectReader";
    private static final String OBJECT_WRITER = "cloud-object-storage::::serviceRole:ObjectWriter";
    private static final String CONTENT_READER = "cloud-object-storage::::serviceRole:ContentReader";

    private static StorageScene scene;

    @BeforeAll
    static void begin() {
        scene = new StorageScene();
        scene.owner.bucket("team-a");
        scene.owner.bucket("team-b");
        scene.owner.put("/team-a/k", "content");
        scene.owner.put("/team-b/k", "content");
    }

    @AfterAll
    static void end() {
        scene.close();
    }

    /** Sends one operation of each kind. */
    private static Answer operation(Hands hands, String name) {
        Function<Hands, Answer> call = switch (name) {
            case "list-buckets" -> h -> h.get("/", "ibm-service-instance-id", h.instance());
            case "create-bucket" ->
                h -> h.put("/new-" + System.nanoTime(), "", "ibm-service-instance-id", h.instance());
            case "head-bucket" -> h -> h.head("/team-a");
            case "location" -> h -> h.get("/team-a?location");
            case "list" -> h -> h.get("/team-a?list-type=2");
            case "list-uploads" -> h -> h.get("/team-a?uploads");
            case "put" -> h -> h.put("/team-a/written", "x");
            case "get" -> h -> h.get("/team-a/k");
            case "head" -> h -> h.head("/team-a/k");
            case "delete" -> h -> h.delete("/team-a/gone");
            case "copy" -> h -> h.put("/team-a/copied", "", "x-amz-copy-source", "/team-a/k");
            case "initiate" -> h -> h.post("/team-a/parts?uploads", "");
            case "put-acl" -> h -> h.put("/team-a/k?acl", "", "x-amz-acl", "private");
            case "get-acl" -> h -> h.get("/team-a/k?acl");
            case "get-tags" -> h -> h.get("/team-a/k?tagging");
            case "put-tags" -> h -> h.put("/team-a/k?tagging", "<Tagging><TagSet/></Tagging>");
            case "delete-tags" -> h -> h.delete("/team-a/k?tagging");
            case "list-parts" -> h -> h.get("/team-a/k?uploadId=none");
            case "put-part" -> h -> h.put("/team-a/k?uploadId=none&partNumber=1", "x");
            case "copy-part" ->
                h -> h.put("/team-a/k?uploadId=none&partNumber=1", "", "x-amz-copy-source", "/team-a/k");
            case "complete" -> h -> h.post("/team-a/k?uploadId=none", "<CompleteMultipartUpload/>");
            case "abort" -> h -> h.delete("/team-a/k?uploadId=none");
            case "multi-delete" ->
                h -> h.post(
                        "/team-a?delete",
                        "<Delete><Object><Key>gone</Key></Object></Delete>",
                        "Content-MD5",
                        "huHypdSrravATozENYdOuw==");
            case "delete-bucket" -> h -> h.delete("/team-a");
            case "versions" -> h -> h.get("/team-a?versions");
            case "bucket-acl" -> h -> h.get("/team-a?acl");
            default -> h -> h.get("/team-a?" + name);
        };
        return call.apply(hands);
    }

    @ParameterizedTest
    @CsvSource({
        // operation, ObjectWriter, ObjectReader, ContentReader, Reader, Writer, Manager
        "list-buckets,  -,-,-,x,x,x",
        "create-bucket, -,-,-,-,x,x",
        "head-bucket,   -,-,x,x,x,x",
        "location,      -,-,x,x,x,x",
        "list,          -,-,x,x,x,x",
        "list-uploads,  -,-,-,x,x,x",
        "put,           x,-,-,-,x,x",
        "get,           -,x,x,x,x,x",
        "head,          -,x,x,x,x,x",
        "delete,        -,-,-,-,x,x",
        "copy,          -,-,-,-,x,x",
        "initiate,      x,-,-,-,x,x",
        "put-acl,       -,-,-,-,-,x",
        "get-acl,       -,-,-,-,-,x",
        "get-tags,      -,-,-,x,x,x",
        "put-tags,      x,-,-,-,x,x",
        "delete-tags,   x,-,-,-,x,x",
        "list-parts,    x,-,-,x,x,x",
        "put-part,      x,-,-,-,x,x",
        "copy-part,     -,-,-,-,x,x",
        "complete,      x,-,-,-,x,x",
        "abort,         x,-,-,-,x,x",
        "multi-delete,  -,-,-,-,x,x",
        "delete-bucket, -,-,-,-,x,x",
        "versions,      -,-,x,x,x,x",
        "bucket-acl,    -,-,-,-,-,x",
        "versioning,    -,-,-,x,x,x",
        "cors,          -,-,-,x,x,x",
        "lifecycle,     -,-,-,x,x,x",
        "website,       -,-,-,x,x,x",
        "replication,   -,-,-,x,x,x",
        "object-lock,   -,-,-,x,x,x",
        "publicAccessBlock, -,-,-,-,-,x"
    })
    void eachOperationNeedsItsAction(
            String name,
            String objectWriter,
            String objectReader,
            String contentReader,
            String reader,
            String writer,
            String manager) {
        var roles = new String[] {OBJECT_WRITER, OBJECT_READER, CONTENT_READER, READER, WRITER, MANAGER};
        var may = new String[] {objectWriter, objectReader, contentReader, reader, writer, manager};
        for (var i = 0; i < roles.length; i++) {
            var policy = scene.grant(scene.robot, roles[i], "", new JsonObject());
            var answer = operation(scene.hands(Actor.withKey(scene.sandbox, scene.robot, scene.robotKey)), name);
            scene.removePolicy(policy);

            if (may[i].equals("x")) {
                assertThat(answer.status())
                        .as(name + " as " + roles[i] + answer.text())
                        .isIn(200, 204, 404, 409);
            } else {
                assertThat(answer.status()).as(name + " as " + roles[i]).isEqualTo(403);
            }
        }
    }

    @Test
    void aPolicyOnOneBucketIsForThatBucketAlone() {
        var policy = scene.grant(0, READER, "team-a");
        var ada = scene.member(0);

        assertThat(ada.get("/team-a/k").text()).isEqualTo("content");
        assertThat(ada.get("/team-a?list-type=2").status()).isEqualTo(200);
        assertThat(ada.get("/team-b/k").problem()).isEqualTo("403 AccessDenied");
        assertThat(ada.get("/", "ibm-service-instance-id", scene.instance.serviceInstance())
                        .problem())
                .isEqualTo("403 AccessDenied");
        assertThat(ada.get("/no-such-bucket-at-all/k").problem()).isEqualTo("404 NoSuchBucket");
        scene.removePolicy(policy);
    }

    @Test
    void aPolicyOnTheInstanceIsForEveryBucketAndTheInstanceMayBeNamedByItsGuid() {
        var policy = scene.grant(0, WRITER, "");
        var ada = scene.member(0);

        assertThat(ada.get("/team-a/k").status()).isEqualTo(200);
        assertThat(ada.get("/team-b/k").status()).isEqualTo(200);
        var list = ada.get("/", "ibm-service-instance-id", scene.instance.serviceInstance());
        assertThat(list.text()).contains("<Name>team-a</Name>").contains("<Name>team-b</Name>");
        scene.removePolicy(policy);
    }

    @Test
    void aDenialSaysWhyUnderItsRequestId() {
        var denied = scene.member(1).get("/team-a/k");

        assertThat(denied.problem()).isEqualTo("403 AccessDenied");
        assertThat(denied.element("Message")).isEqualTo("Access Denied");
        assertThat(denied.element("Resource")).isEqualTo("/team-a/k");
        assertThat(denied.element("httpStatusCode")).isEqualTo("403");
        assertThat(denied.element("RequestId")).isEqualTo(denied.header("X-Clv-Request-Id"));
        var verdict = scene.sandbox.decision(denied.element("RequestId")).get(0);
        assertThat(verdict.action()).isEqualTo("cloud-object-storage.object.get");
        assertThat(verdict.attributes())
                .containsEntry("serviceInstance", scene.instance.serviceInstance())
                .containsEntry("resourceType", "bucket")
                .containsEntry("resource", "team-a")
                .containsEntry("path", "k");
        var event = scene.event("object.read");
        assertThat(event.outcome()).isEqualTo("failure");
        assertThat(event.dataEvent()).isTrue();
        assertThat(event.reasonCode()).isEqualTo(403);
        assertThat(event.target().id()).isEqualTo(scene.instance.value().replaceFirst("::$", ":bucket:team-a"));
        assertThat(event.responseData())
                .containsEntry("serviceInstanceId", scene.instance.serviceInstance())
                .containsEntry("bucketLocation", "us-south-standard");
        assertThat(event.logSourceCrn()).contains(":cloud-object-storage:us-south:a/");
    }

    private static JsonObject condition(String key, String operator, Object value) {
        return Actor.json("key", "{{resource.attributes." + key + "}}", "operator", operator, "value", value);
    }

    @Test
    void conditionsScopeAccessToAFolder() {
        var rule = Actor.json(
                "operator",
                "or",
                "conditions",
                Actor.array(
                        condition("path", "stringMatch", "home/*"),
                        Actor.json(
                                "operator",
                                "and",
                                "conditions",
                                Actor.array(
                                        condition("prefix", "stringMatch", "home/*"),
                                        condition("delimiter", "stringEqualsAnyOf", Actor.array("", "/"))))));
        var policy = scene.grant(scene.robot, WRITER, "team-a", rule);
        var robot = scene.hands(Actor.withKey(scene.sandbox, scene.robot, scene.robotKey));

        assertThat(robot.put("/team-a/home/diary", "dear").status()).isEqualTo(200);
        assertThat(robot.get("/team-a/home/diary").text()).isEqualTo("dear");
        assertThat(robot.put("/team-a/elsewhere", "x").status()).isEqualTo(403);
        assertThat(robot.get("/team-a?list-type=2&prefix=home/").status()).isEqualTo(200);
        assertThat(robot.get("/team-a?list-type=2&prefix=home/&delimiter=/").status())
                .isEqualTo(200);
        assertThat(robot.get("/team-a?list-type=2&prefix=home/&delimiter=-").status())
                .isEqualTo(403);
        assertThat(robot.get("/team-a?list-type=2").status()).isEqualTo(403);
        assertThat(robot.head("/team-a").status()).isEqualTo(403);
        scene.removePolicy(policy);
    }

    @Test
    void strangersAreDeniedAndNobodyIsToo() {
        var other = scene.sandbox.newAccount(seed -> seed.name("Other"));
        var stranger = scene.hands(Actor.owner(scene.sandbox, other));

        assertThat(stranger.get("/team-a/k").problem()).isEqualTo("403 AccessDenied");
        assertThat(stranger.put("/theirs", "", "ibm-service-instance-id", scene.instance.value())
                        .problem())
                .isEqualTo("403 AccessDenied");
        assertThat(stranger.put("/theirs", "", "ibm-service-instance-id", "no-such-instance")
                        .problem())
                .isEqualTo("403 AccessDenied");
        assertThat(scene.nobody().get("/team-a/k").problem()).isEqualTo("403 AccessDenied");
        assertThat(scene.nobody().get("/no-such-bucket-at-all/k").problem()).isEqualTo("404 NoSuchBucket");
        assertThat(new Hands(scene.sandbox.storageUrl(), "no.token", "")
                        .get("/team-a/k")
                        .problem())
                .isEqualTo("403 AccessDenied");
        var theirs = other.newInstance("cloud-object-storage-standard", "global", "theirs");
        var owner = new Hands(
                scene.sandbox.storageUrl(), Actor.owner(scene.sandbox, other).token(), theirs.value());
        assertThat(owner.put("/team-a", "", "ibm-service-instance-id", theirs.value())
                        .problem())
                .isEqualTo("409 BucketAlreadyExists");
    }

    @Test
    void theEventsOfABucketsLife() {
        scene.owner.bucket("events");
        assertThat(scene.event("bucket.create").logSourceCrn()).contains(":global:a/");
        assertThat(scene.event("bucket.create").dataEvent()).isFalse();
        scene.owner.put("/events/k", "x");
        assertThat(scene.event("object.create").target().name()).isEqualTo("events/k");
        assertThat(scene.event("object.create").message()).isEqualTo("Object Storage: create object events/k");
        scene.owner.head("/events/k");
        assertThat(scene.event("object-metadata.read").target().typeUri())
                .isEqualTo("cloud-object-storage/object/metadata");
        scene.owner.delete("/events/k");
        assertThat(scene.event("object.delete").severity()).isEqualTo("critical");
        scene.owner.get("/", "ibm-service-instance-id", scene.instance.value());
        assertThat(scene.event("instance.list").target().id()).isEqualTo(scene.instance.value());
        scene.owner.delete("/events");
        assertThat(scene.event("bucket.delete").outcome()).isEqualTo("success");
    }
}
