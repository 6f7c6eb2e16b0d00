// Room: sandbox / object storage tests. Reading with conditions and in part, copying, deleting, tags.
package io.lanyard.sandbox.services.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectsTest {
    private static StorageScene scene;

    @BeforeAll
    static void begin() {
        scene = new StorageScene();
        scene.owner.bucket("objects");
        scene.owner.put("/objects/ten", "0123456789");
    }

    @AfterAll
    static void end() {
        scene.close();
    }

    private static String date(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-3,0123,bytes 0-3/10", "bytes=8-,89,bytes 8-9/10", "bytes=-2,89,bytes 8-9/10"})
    void partsOfAnObject(String range, String text, String shown) {
        var part = scene.owner.get("/objects/ten", "Range", range);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo(text);
        assertThat(part.header("Content-Range")).isEqualTo(shown);
    }

    @Test
    void aRangeBeyondTheEnd() {
        var none = scene.owner.get("/objects/ten", "Range", "bytes=10-");
        assertThat(none.problem()).isEqualTo("416 InvalidRange");
        assertThat(none.header("Content-Range")).isEqualTo("bytes */10");
        assertThat(scene.owner.get("/objects/ten", "Range", "lines=1-2").status())
                .isEqualTo(200);
    }

    @Test
    void conditionsOfReads() {
        var tag = scene.owner.head("/objects/ten").header("ETag");
        var past = date(scene.sandbox.clock().now().minus(Duration.ofDays(1)));
        var future = date(scene.sandbox.clock().now().plus(Duration.ofDays(1)));

        assertThat(scene.owner.get("/objects/ten", "If-Match", tag).status()).isEqualTo(200);
        assertThat(scene.owner.get("/objects/ten", "If-Match", "\"x\", " + tag).status())
                .isEqualTo(200);
        assertThat(scene.owner.get("/objects/ten", "If-Match", "\"x\"").problem())
                .isEqualTo("412 PreconditionFailed");
        var fresh = scene.owner.get("/objects/ten", "If-None-Match", tag);
        assertThat(fresh.status()).isEqualTo(304);
        assertThat(fresh.header("ETag")).isEqualTo(tag);
        assertThat(scene.owner.get("/objects/ten", "If-None-Match", "\"x\"").status())
                .isEqualTo(200);
        assertThat(scene.owner.get("/objects/ten", "If-Modified-Since", future).status())
                .isEqualTo(304);
        assertThat(scene.owner.get("/objects/ten", "If-Modified-Since", past).status())
                .isEqualTo(200);
        assertThat(scene.owner.get("/objects/ten", "If-Unmodified-Since", past).problem())
                .isEqualTo("412 PreconditionFailed");
        assertThat(scene.owner.head("/objects/ten", "If-Unmodified-Since", past).status())
                .isEqualTo(412);
        assertThat(scene.owner
                        .get("/objects/ten", "If-Unmodified-Since", "yesterday")
                        .status())
                .isEqualTo(200);
        assertThat(scene.owner
                        .get("/objects/ten", "If-Match", tag, "If-Unmodified-Since", past)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void conditionsOfWrites() {
        assertThat(scene.owner.put("/objects/once", "1", "If-None-Match", "*").status())
                .isEqualTo(200);
        assertThat(scene.owner.put("/objects/once", "2", "If-None-Match", "*").problem())
                .isEqualTo("412 PreconditionFailed");
        var tag = scene.owner.head("/objects/once").header("ETag");
        assertThat(scene.owner.put("/objects/once", "2", "If-Match", "\"x\"").problem())
                .isEqualTo("412 PreconditionFailed");
        assertThat(scene.owner.put("/objects/once", "2", "If-Match", tag).status())
                .isEqualTo(200);
        assertThat(scene.owner.get("/objects/once").text()).isEqualTo("2");
    }

    @Test
    void theQueryOverridesHeadersOfTheAnswer() {
        var got = scene.owner.get("/objects/ten?response-content-type=text/x-mine&response-cache-control=no-cache");
        assertThat(got.header("Content-Type")).isEqualTo("text/x-mine");
        assertThat(got.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void copiesKeepOrReplaceMetadata() {
        scene.owner.put(
                "/objects/source", "text", "Content-Type", "text/a", "x-amz-meta-x", "1", "x-amz-tagging", "a=1");

        assertThat(scene.owner
                        .put("/objects/kept", "", "x-amz-copy-source", "/objects/source")
                        .text())
                .contains("CopyObjectResult")
                .contains("LastModified");
        assertThat(scene.owner.get("/objects/kept").header("x-amz-meta-x")).isEqualTo("1");
        assertThat(scene.owner.get("/objects/kept").header("x-amz-tagging-count"))
                .isEqualTo("1");
        scene.owner.put(
                "/objects/replaced",
                "",
                "x-amz-copy-source",
                "objects/source",
                "x-amz-metadata-directive",
                "REPLACE",
                "x-amz-tagging-directive",
                "REPLACE",
                "Content-Type",
                "text/b");
        var replaced = scene.owner.get("/objects/replaced");
        assertThat(replaced.text()).isEqualTo("text");
        assertThat(replaced.header("x-amz-meta-x")).isEmpty();
        assertThat(replaced.header("Content-Type")).isEqualTo("text/b");
        assertThat(replaced.header("x-amz-tagging-count")).isEmpty();
        scene.owner.delete("/objects/source");
        assertThat(scene.owner.get("/objects/kept").text()).isEqualTo("text");
        assertThat(scene.event("object-copy.create").requestData()).containsEntry("copySource", "objects/source");
        assertThat(scene.event("object-copy.read").target().name()).isEqualTo("objects/source");
        assertThat(scene.event("object-copy.read").correlationId())
                .isEqualTo(scene.event("object-copy.create").correlationId());
    }

    @Test
    void copiesThatMakeNoSense() {
        var path = "/objects/copy-of";
        var tag = scene.owner.head("/objects/ten").header("ETag");
        assertThat(scene.owner
                        .put("/objects/ten", "", "x-amz-copy-source", "/objects/ten")
                        .problem())
                .isEqualTo("400 InvalidRequest");
        assertThat(scene.owner.put(path, "", "x-amz-copy-source", "objects").problem())
                .isEqualTo("400 InvalidArgument");
        assertThat(scene.owner
                        .put(path, "", "x-amz-copy-source", "/objects/none")
                        .problem())
                .isEqualTo("404 NoSuchKey");
        assertThat(scene.owner
                        .put(path, "", "x-amz-copy-source", "/no-such-bucket-here/k")
                        .problem())
                .isEqualTo("404 NoSuchBucket");
        assertThat(scene.owner
                        .put(path, "", "x-amz-copy-source", "/objects/ten", "x-amz-copy-source-if-match", "\"x\"")
                        .problem())
                .isEqualTo("412 PreconditionFailed");
        assertThat(scene.owner
                        .put(path, "", "x-amz-copy-source", "/objects/ten", "x-amz-copy-source-if-none-match", tag)
                        .problem())
                .isEqualTo("412 PreconditionFailed");
        assertThat(scene.owner
                        .put(path, "", "x-amz-copy-source", "/objects/ten", "x-amz-metadata-directive", "MAYBE")
                        .problem())
                .isEqualTo("400 InvalidArgument");
    }

    @Test
    void aCopyNeedsTheRightToReadItsSource() {
        scene.owner.bucket("private-source");
        scene.owner.put("/private-source/k", "secret");
        var policy = scene.grant(0, "iam::::serviceRole:Writer", "objects");

        assertThat(scene.member(0)
                        .put("/objects/stolen", "", "x-amz-copy-source", "/private-source/k")
                        .problem())
                .isEqualTo("403 AccessDenied");
        assertThat(scene.owner.get("/objects/stolen").status()).isEqualTo(404);
        assertThat(scene.event("object-copy.read").outcome()).isEqualTo("failure");
        scene.removePolicy(policy);
    }

    private static String md5(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void manyAreDeletedAtOnce() {
        scene.owner.put("/objects/a&b", "1");
        scene.owner.put("/objects/c", "2");
        var body = "<Delete><Object><Key>a&amp;b</Key></Object><Object><Key>never-was</Key></Object></Delete>";

        var answer = scene.owner.post("/objects?delete", body, "Content-MD5", md5(body));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains("<Deleted><Key>a&amp;b</Key></Deleted>")
                .contains("<Deleted><Key>never-was</Key></Deleted>");
        assertThat(scene.owner.get("/objects/a%26b").status()).isEqualTo(404);
        var quiet = "<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Quiet>true</Quiet>"
                + "<Object><Key>c</Key></Object></Delete>";
        assertThat(scene.owner
                        .post("/objects?delete", quiet, "Content-MD5", md5(quiet))
                        .text())
                .doesNotContain("<Deleted>");
        assertThat(scene.owner.get("/objects/c").status()).isEqualTo(404);
        assertThat(scene.event("objects.delete").dataEvent()).isTrue();
    }

    @Test
    void deletingManyIsAskedProperly() {
        var body = "<Delete><Object><Key>ten</Key></Object></Delete>";
        assertThat(scene.owner.post("/objects?delete", body).problem()).isEqualTo("400 InvalidRequest");
        assertThat(scene.owner
                        .post("/objects?delete", body, "Content-MD5", md5("other"))
                        .problem())
                .isEqualTo("400 BadDigest");
        for (var bad : new String[] {
            "",
            "no xml",
            "<Delete/>",
            "<Remove/>",
            "<Delete><Object/></Delete>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Delete><Object><Key>&e;</Key></Object></Delete>",
            "<Delete>" + "<Object><Key>k</Key></Object>".repeat(1001) + "</Delete>"
        }) {
            assertThat(scene.owner
                            .post("/objects?delete", bad, "Content-MD5", md5(bad))
                            .problem())
                    .isEqualTo("400 MalformedXML");
        }
        assertThat(scene.owner.get("/objects/ten").text()).isEqualTo("0123456789");
        assertThat(scene.member(1)
                        .post("/objects?delete", body, "Content-MD5", md5(body))
                        .problem())
                .isEqualTo("403 AccessDenied");
    }

    @Test
    void eachKeyIsJudgedByItself() {
        var rule = Actor.json("key", "{{resource.attributes.path}}", "operator", "stringMatch", "value", "mine/*");
        var policy = scene.grant(scene.robot, "iam::::serviceRole:Writer", "objects", rule);
        var robot = scene.hands(Actor.withKey(scene.sandbox, scene.robot, scene.robotKey));
        scene.owner.put("/objects/mine/1", "x");
        scene.owner.put("/objects/yours", "x");
        var body = "<Delete><Object><Key>mine/1</Key></Object><Object><Key>yours</Key></Object></Delete>";

        var answer = robot.post("/objects?delete", body, "Content-MD5", md5(body));

        assertThat(answer.text())
                .contains("<Deleted><Key>mine/1</Key></Deleted>")
                .contains("<Error><Key>yours</Key><Code>AccessDenied</Code>");
        assertThat(scene.owner.get("/objects/yours").status()).isEqualTo(200);
        scene.removePolicy(policy);
    }

    @Test
    void tagsComeAndGo() {
        scene.owner.put("/objects/tagged", "x", "x-amz-tagging", "team=a&stage=test+1");
        assertThat(scene.owner.get("/objects/tagged?tagging").text())
                .contains("<Tag><Key>stage</Key><Value>test 1</Value></Tag>");
        scene.owner.put(
                "/objects/tagged?tagging",
                "<Tagging><TagSet><Tag><Key>k</Key><Value>v</Value></Tag></TagSet></Tagging>");
        assertThat(scene.owner.get("/objects/tagged?tagging").text())
                .contains("<Key>k</Key>")
                .doesNotContain("team");
        assertThat(scene.owner.delete("/objects/tagged?tagging").status()).isEqualTo(204);
        assertThat(scene.owner.get("/objects/tagged?tagging").text()).doesNotContain("<Tag>");
        assertThat(scene.owner
                        .put("/objects/tagged", "x", "x-amz-tagging", "a=1&a=2")
                        .problem())
                .isEqualTo("400 InvalidTag");
        assertThat(scene.owner
                        .put("/objects/none?tagging", "<Tagging><TagSet/></Tagging>")
                        .problem())
                .isEqualTo("404 NoSuchKey");
        assertThat(scene.owner.put("/objects/tagged?tagging", "<Tagging/>").problem())
                .isEqualTo("400 MalformedXML");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/objects/ten?retention", "/objects?policy", "/objects?tagging", "/objects/ten?versionId=1"})
    void whatIsntServedSaysSo(String path) {
        assertThat(scene.owner.get(path).problem()).isEqualTo("501 NotImplemented");
        assertThat(scene.owner.post("/objects", "form").problem()).isEqualTo("501 NotImplemented");
        assertThat(scene.owner.put("/", "x").problem()).isEqualTo("405 MethodNotAllowed");
    }

    @ParameterizedTest
    @CsvSource({
        "x-amz-storage-class, GLACIER",
        "x-amz-grant-read, uri=http://acs.amazonaws.com/groups/global/AllUsers",
        "x-amz-object-lock-mode, COMPLIANCE",
        "Retention-Period, 60"
    })
    void whatWouldBeTakenWithoutEffectIsRefused(String header, String value) {
        var refused = scene.owner.put("/objects/without-effect", "x", header, value);
        assertThat(refused.problem()).isEqualTo("501 NotImplemented");
        assertThat(scene.owner.head("/objects/without-effect").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /objects/stays?acl",
        "DELETE, /objects/stays?%61cl",
        "DELETE, /objects/stays?uploads",
        "DELETE, /objects/stays?location",
        "PUT, /objects/stays?uploads",
        "PUT, /objects/stays?delete",
        "PUT, /objects/stays?acl&tagging",
        "GET, /objects/stays?uploads",
        "POST, /objects/stays?tagging",
        "HEAD, /objects/stays?acl",
        "DELETE, /still-there?acl",
        "DELETE, /still-there?versioning",
        "DELETE, /still-there?versions",
        "DELETE, /still-there?location",
        "DELETE, /still-there?uploads",
        "DELETE, /still-there?delete",
        "PUT, /still-there?location"
    })
    void whatAnObjectOrABucketHasBesideItselfIsNeverTakenForTheWhole(String method, String path) {
        scene.owner.put("/objects/stays", "x");
        scene.owner.put("/still-there", "", "ibm-service-instance-id", scene.instance.value());

        assertThat(scene.owner.send(method, path, new byte[0]).status()).isEqualTo(405);

        assertThat(scene.owner.get("/objects/stays").text()).isEqualTo("x");
        assertThat(scene.owner.head("/still-there").status()).isEqualTo(200);
    }

    @Test
    void aBucketIsNotLockedByAHeaderAlone() {
        var refused = scene.owner.put(
                "/locked",
                "",
                "ibm-service-instance-id",
                scene.instance.value(),
                "x-amz-bucket-object-lock-enabled",
                "true");
        assertThat(refused.problem()).isEqualTo("501 NotImplemented");
        assertThat(refused.element("Message")).contains("x-amz-bucket-object-lock-enabled");
        assertThat(scene.owner
                        .put("/objects/usual", "x", "x-amz-storage-class", "STANDARD")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void deletingWhatIsntThereIsFine() {
        assertThat(scene.owner.delete("/objects/never").status()).isEqualTo(204);
        assertThat(scene.owner.get("/objects/never").problem()).isEqualTo("404 NoSuchKey");
        assertThat(scene.owner.head("/objects/never").status()).isEqualTo(404);
        assertThat(scene.owner.get("/objects/bad%ff").problem()).isEqualTo("400 InvalidURI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder/", "a//b", "../up", "./here", "%2Fslash", "plus+space%20", "%E2%82%AC"})
    void keysAreTakenAsTheyAre(String key) {
        assertThat(scene.owner.put("/objects/keys/" + key, key).status()).isEqualTo(200);
        assertThat(scene.owner.get("/objects/keys/" + key).text()).isEqualTo(key);
        assertThat(scene.owner.delete("/objects/keys/" + key).status()).isEqualTo(204);
    }
}
