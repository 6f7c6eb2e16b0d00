// Room: sandbox / object storage tests. Buckets: names, public access, and their end.
package io.lanyard.sandbox.services.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Actor;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketsTest {
    private static StorageScene scene;

    @BeforeAll
    static void begin() {
        scene = new StorageScene();
        scene.owner.bucket("lists");
        scene.owner.put("/lists/a", "x");
    }

    @AfterAll
    static void end() {
        scene.close();
    }

    private static StorageScene.Answer make(String name, String body) {
        return scene.owner.put("/" + name, body, "ibm-service-instance-id", scene.instance.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab",
                "Upper",
                "-dash",
                "dash-",
                "two..dots",
                "192.168.5.4",
                "xn--abc",
                "under_score",
                "a.-b",
                "a-.b"
            })
    void namesThatBucketsCantHave(String name) {
        assertThat(make(name, "").problem()).isEqualTo("400 InvalidBucketName");
    }

    @Test
    void aNameIsTakenOnce() {
        assertThat(make("taken.once-1", "").header("Location")).isEqualTo("/taken.once-1");
        assertThat(make("taken.once-1", "").problem()).isEqualTo("409 BucketAlreadyOwnedByYou");
        assertThat(scene.owner.put("/without-instance", "").problem()).isEqualTo("400 InvalidRequest");
        assertThat(make("x".repeat(64), "").problem()).isEqualTo("400 InvalidBucketName");
        assertThat(make("x".repeat(63), "").status()).isEqualTo(200);
    }

    @Test
    void aBucketIsSomewhere() {
        var place =
                "<CreateBucketConfiguration><LocationConstraint>%s</LocationConstraint></CreateBucketConfiguration>";
        assertThat(make("somewhere", place.formatted("eu-de-cold")).status()).isEqualTo(200);
        assertThat(scene.owner.get("/somewhere?location").text()).contains(">eu-de-cold</LocationConstraint>");
        for (var unknown : new String[] {"us-moon-standard", "us-south-fancy", "us-south", "-standard", "atlantis"}) {
            assertThat(make("nowhere", place.formatted(unknown)).problem())
                    .as(unknown)
                    .isEqualTo("400 InvalidLocationConstraint");
        }
        assertThat(make("crossing", place.formatted("us-smart")).status()).isEqualTo(200);
        assertThat(make("nowhere", "<CreateBucket").problem()).isEqualTo("400 MalformedXML");
        assertThat(scene.owner
                        .put(
                                "/nowhere",
                                "",
                                "ibm-service-instance-id",
                                scene.instance.value(),
                                "ibm-sse-kp-customer-root-key-crn",
                                "crn")
                        .problem())
                .isEqualTo("501 NotImplemented");
        var extended =
                scene.owner.get("/?extended&prefix=some&max-keys=1", "ibm-service-instance-id", scene.instance.value());
        assertThat(extended.text()).contains("<LocationConstraint>eu-de-cold</LocationConstraint>");
        assertThat(scene.owner.head("/somewhere").header("x-amz-bucket-region")).isEqualTo("eu-de");
        assertThat(scene.owner.get("/somewhere?versioning").text()).contains("VersioningConfiguration");
    }

    @ParameterizedTest
    @CsvSource({
        "cors, NoSuchCORSConfiguration",
        "lifecycle, NoSuchLifecycleConfiguration",
        "website, NoSuchWebsiteConfiguration",
        "replication, ReplicationConfigurationNotFoundError",
        "object-lock, ObjectLockConfigurationNotFoundError",
        "publicAccessBlock, NoSuchPublicAccessBlockConfiguration"
    })
    void whatABucketWasNeverGivenIsNotThere(String parameter, String code) {
        assertThat(scene.owner.get("/lists?" + parameter).problem()).isEqualTo("404 " + code);
        assertThat(scene.owner.put("/lists?" + parameter, "<x/>").problem()).isEqualTo("501 NotImplemented");
        assertThat(scene.owner.delete("/lists?" + parameter).problem()).isEqualTo("501 NotImplemented");
        assertThat(scene.owner.get("/lists/a?" + parameter).problem()).isEqualTo("501 NotImplemented");
        assertThat(scene.owner.get("/no-bucket?" + parameter).problem()).isEqualTo("404 NoSuchBucket");
    }

    @Test
    void browsersOfOtherOriginsMayNothing() {
        assertThat(scene.nobody().send("OPTIONS", "/lists/a", new byte[0]).problem())
                .isEqualTo("400 BadRequest");
        var refused = scene.nobody()
                .send(
                        "OPTIONS",
                        "/lists/a",
                        new byte[0],
                        "Origin",
                        "https://example.com",
                        "Access-Control-Request-Method",
                        "GET");
        assertThat(refused.problem()).isEqualTo("403 AccessForbidden");
        assertThat(refused.element("Message")).isEqualTo("CORSResponse: CORS is not enabled for this bucket.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "FOO", "PATCH"})
    void methodsThatS3DoesNotHave(String method) {
        assertThat(RawS3.send(
                        scene.sandbox.storageUrl(),
                        method + " /lists/a HTTP/1.1\nHost: 127.0.0.1\nAuthorization: Bearer " + scene.owner.token(),
                        new byte[0],
                        false))
                .startsWith("HTTP/1.1 405")
                .contains("<Code>MethodNotAllowed</Code>");
    }

    @Test
    void everybodyReadsWhatTheGroupOfEverybodyMayRead() {
        scene.owner.bucket("for-all");
        scene.owner.put("/for-all/k", "hello");
        assertThat(scene.nobody().get("/for-all/k").problem()).isEqualTo("403 AccessDenied");
        var owner = Actor.owner(scene.sandbox, scene.account);
        var policy = owner.post(
                "/v2/policies",
                Actor.json(
                        "type",
                        "access",
                        "subject",
                        Actor.json(
                                "attributes",
                                Actor.array(StorageScene.equal("access_group_id", "AccessGroupId-PublicAccess"))),
                        "control",
                        Actor.json(
                                "grant",
                                Actor.json(
                                        "roles",
                                        Actor.array(
                                                Actor.json(
                                                        "role_id",
                                                        "crn:v1:bluemix:public:cloud-object-storage::::serviceRole:ObjectReader")))),
                        "resource",
                        Actor.json(
                                "attributes",
                                Actor.array(
                                        StorageScene.equal(
                                                "accountId", scene.account.id().value()),
                                        StorageScene.equal("serviceName", "cloud-object-storage"),
                                        StorageScene.equal("serviceInstance", scene.instance.serviceInstance()),
                                        StorageScene.equal("resourceType", "bucket"),
                                        StorageScene.equal("resource", "for-all")))));
        assertThat(policy.status()).as(policy.text()).isEqualTo(201);

        assertThat(scene.nobody().get("/for-all/k").text()).isEqualTo("hello");
        assertThat(scene.nobody().get("/for-all?list-type=2").problem()).isEqualTo("403 AccessDenied");
        assertThat(scene.event("object.read").initiator().credentialType()).isEqualTo("public-access");

        limit("limited");
        assertThat(scene.nobody().get("/for-all/k").problem()).isEqualTo("403 AccessDenied");
        limit("enabled");
    }

    private static void limit(String state) {
        var owner = Actor.owner(scene.sandbox, scene.account);
        var path = "/v1/accounts/" + scene.account.id().value() + "/settings/access_management";
        var rule = Actor.json("state", state, "external_allowed_accounts", Actor.array());
        var answer = owner.send(
                "PATCH",
                path,
                Actor.json(
                                "external_account_identity_interaction",
                                Actor.json("identity_types", Actor.json("user", rule)))
                        .toString(),
                "If-Match",
                owner.get(path).header("ETag"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void openListsAndObjects() {
        assertThat(scene.owner
                        .put(
                                "/open-list",
                                "",
                                "ibm-service-instance-id",
                                scene.instance.value(),
                                "x-amz-acl",
                                "public-read")
                        .status())
                .isEqualTo(200);
        scene.owner.put("/open-list/k", "x", "x-amz-acl", "public-read");
        scene.owner.put("/open-list/private", "x");
        assertThat(scene.nobody().get("/open-list").text()).contains("<Key>k</Key>");
        assertThat(scene.nobody().get("/open-list/k").text()).isEqualTo("x");
        assertThat(scene.nobody().get("/open-list/private").status()).isEqualTo(403);
        assertThat(scene.nobody().put("/open-list/k", "y").status()).isEqualTo(403);
        assertThat(scene.owner.get("/open-list?acl").text())
                .contains("AllUsers")
                .contains("FULL_CONTROL");
        assertThat(scene.owner.put("/open-list?acl", "", "x-amz-acl", "private").status())
                .isEqualTo(200);
        assertThat(scene.nobody().get("/open-list").status()).isEqualTo(403);
        assertThat(scene.owner
                        .put("/open-list/k?acl", "", "x-amz-acl", "authenticated-read")
                        .problem())
                .isEqualTo("501 NotImplemented");
        assertThat(scene.owner.put("/open-list/k?acl", "").problem()).isEqualTo("400 InvalidRequest");
        assertThat(scene.owner
                        .put("/open-list/none?acl", "", "x-amz-acl", "private")
                        .problem())
                .isEqualTo("404 NoSuchKey");
        var grants = "<AccessControlPolicy><AccessControlList><Grant><Grantee><URI>%s</URI></Grantee>"
                + "<Permission>READ</Permission></Grant></AccessControlList></AccessControlPolicy>";
        assertThat(scene.owner
                        .put(
                                "/open-list/private?acl",
                                grants.formatted("http://acs.amazonaws.com/groups/global/AllUsers"))
                        .status())
                .isEqualTo(200);
        assertThat(scene.nobody().get("/open-list/private").text()).isEqualTo("x");
        assertThat(scene.owner
                        .put("/open-list/private?acl", grants.formatted("http://other"))
                        .problem())
                .isEqualTo("501 NotImplemented");
    }

    @Test
    void bucketsGoWithTheirInstance() {
        var other = scene.account.newInstance("cloud-object-storage-standard", "global", "to go");
        scene.owner.put("/to-go", "", "ibm-service-instance-id", other.value());
        scene.owner.put("/to-go/k", "x");
        var owner = Actor.owner(scene.sandbox, scene.account);
        assertThat(owner.delete("/v2/resource_instances/" + other.serviceInstance())
                        .status())
                .isEqualTo(204);
        assertThat(scene.owner.get("/to-go/k").problem()).isEqualTo("403 AccessDenied");

        var before = scene.sandbox.clock().now();
        scene.sandbox.clock().advance(Duration.ofDays(8));
        var later = scene.hands(Actor.owner(scene.sandbox, scene.account));
        assertThat(later.get("/to-go/k").problem()).isEqualTo("404 NoSuchBucket");
        assertThat(later.put("/to-go", "", "ibm-service-instance-id", scene.instance.value())
                        .status())
                .isEqualTo(200);
        scene.sandbox.clock().set(before);
    }

    @Test
    void aBucketMustBeEmptyToGo() {
        scene.owner.bucket("full");
        scene.owner.put("/full/k", "x");
        assertThat(scene.owner.delete("/full").problem()).isEqualTo("409 BucketNotEmpty");
        scene.owner.delete("/full/k");
        assertThat(scene.owner.delete("/full").status()).isEqualTo(204);
        assertThat(scene.owner.head("/full").status()).isEqualTo(404);
        assertThat(scene.owner.delete("/full").problem()).isEqualTo("404 NoSuchBucket");
    }

    @Test
    void anInstanceHasAHundredBuckets() {
        var crowded = scene.account.newInstance("cloud-object-storage-standard", "global", "crowded");
        for (var i = 0; i < 100; i++) {
            scene.owner.put("/crowd-" + i, "", "ibm-service-instance-id", crowded.value());
        }
        assertThat(scene.owner
                        .put("/crowd-100", "", "ibm-service-instance-id", crowded.value())
                        .problem())
                .isEqualTo("400 TooManyBuckets");
    }

    @Test
    void theBucketMayStandBeforeTheHost() {
        for (var host : new String[] {
            "lists.localhost:9003", "lists.s3.us-south.cloud-object-storage.appdomain.cloud", "lists.127.0.0.1"
        }) {
            assertThat(RawS3.send(
                            scene.sandbox.storageUrl(),
                            "GET /a HTTP/1.1\nHost: " + host + "\nAuthorization: Bearer " + scene.owner.token(),
                            new byte[0],
                            false))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("\r\n\r\nx");
        }
        assertThat(RawS3.send(
                        scene.sandbox.storageUrl(),
                        "GET /lists/a HTTP/1.1\nHost: s3.private.us-south.cloud-object-storage.appdomain.cloud"
                                + "\nAuthorization: bEaReR " + scene.owner.token(),
                        new byte[0],
                        false))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void anotherSandboxOnTheSamePortHasItsOwnNames() {
        var other = scene.sandbox.beside(OptionalLong.of(7), seed -> seed.name("beside"));
        try {
            var instance = other.account().newInstance("cloud-object-storage-lite", "global", "lite");
            var hands = new StorageScene.Hands(
                    scene.sandbox.storageUrl(),
                    Actor.owner(other, other.account()).token(),
                    instance.value());
            assertThat(hands.get("/lists/a").problem()).isEqualTo("404 NoSuchBucket");
            hands.bucket("lists");
            hands.put("/lists/only-here", "x", "x-amz-acl", "public-read");
            assertThat(scene.owner.get("/lists/only-here").problem()).isEqualTo("404 NoSuchKey");
            hands.bucket("beside-alone");
            hands.put("/beside-alone/k", "x", "x-amz-acl", "public-read");
            assertThat(scene.nobody().get("/beside-alone/k").text()).isEqualTo("x");
        } finally {
            other.close();
        }
        assertThat(scene.nobody().get("/beside-alone/k").problem()).isEqualTo("404 NoSuchBucket");
    }
}
