// Room: sandbox / registry tests. The management API: images, tags, trash, retention.
package io.lanyard.sandbox.services.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.services.registry.oci.MediaTypes;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SandboxExtension.class)
class RegistryImagesTest {
    private static final String HOST = "us.icr.io%2F";
    private static final TestImage HELLO = TestImage.saying("hello");

    private Sandbox sandbox;
    private RegistryHands hands;
    private OciHands oci;

    @BeforeEach
    void prepare(Sandbox given) {
        sandbox = given;
        hands = new RegistryHands(sandbox);
        hands.namespace("us-south", "team-a");
        hands.namespace("us-south", "team-b");
        oci = new OciHands(
                sandbox.registryUrl("us-south"),
                hands.registryToken(
                        sandbox.account().ownerKey(),
                        "us-south",
                        "repository:team-a/app:pull,push,delete",
                        "repository:team-b/app:pull,push,delete"));
    }

    private JsonArray list(Http.Answer answer) {
        assertThat(answer.status()).describedAs(answer.text()).isEqualTo(200);
        return JsonParser.parseString(answer.text()).getAsJsonArray();
    }

    private JsonObject one(Http.Answer answer) {
        assertThat(list(answer)).hasSize(1);
        return list(answer).get(0).getAsJsonObject();
    }

    private String tags(String repository) {
        return oci.send("GET", "/v2/" + repository + "/tags/list", new byte[0])
                .json()
                .get("tags")
                .toString();
    }

    private void refused(Http.Answer answer, int status, String says) {
        assertThat(answer.status()).describedAs(answer.text()).isEqualTo(status);
        assertThat(answer.json().get("message").getAsString()).contains(says);
    }

    @Test
    void imagesAreListedWithTheirTags() {
        oci.push("team-a/app", "1", HELLO);
        oci.push("team-a/app", "latest", HELLO);
        oci.push("team-b/app", "1", TestImage.saying("other"));

        var image = one(hands.api("GET", "images?namespace=team-a"));

        assertThat(image.get("RepoTags")).hasToString("[\"us.icr.io/team-a/app:1\",\"us.icr.io/team-a/app:latest\"]");
        assertThat(image.get("RepoDigests")).hasToString("[\"us.icr.io/team-a/app@" + HELLO.digest() + "\"]");
        assertThat(image.get("Created").getAsLong()).isEqualTo(1_767_225_600);
        assertThat(image.get("Size").getAsLong()).isEqualTo(HELLO.config().length + HELLO.layer().length);
        assertThat(image.getAsJsonObject("Labels").get("says").getAsString()).isEqualTo("hello");
        assertThat(list(hands.api("GET", "images"))).hasSize(2);
        assertThat(list(hands.api("GET", "images?repository=us.icr.io%2Fteam-b%2Fapp")))
                .hasSize(1);
        assertThat(list(hands.api("GET", "images?includePrivate=false"))).isEmpty();
        refused(hands.api("GET", "images?includeIbm=true"), 400, "includeIBM");
    }

    @Test
    void anIndexIsListedWhenAskedFor() {
        oci.push("team-a/app", "amd", HELLO);
        var index = TestImage.index(HELLO);
        oci.manifest("team-a/app", "multi", index, MediaTypes.OCI_INDEX);

        assertThat(list(hands.api("GET", "images"))).hasSize(1);
        assertThat(list(hands.api("GET", "images?includeManifestLists=true"))).hasSize(2);
        refused(
                hands.api("GET", "images/" + HOST + "team-a%2Fapp%3Amulti/json"),
                400,
                HELLO.digest().toString());
    }

    @Test
    void digestsAreListedAlsoTheUntaggedOnesAlone() {
        oci.push("team-a/app", "1", TestImage.saying("old"));
        oci.push("team-a/app", "1", HELLO);

        var all = list(hands.api("POST", "images/digests", "{}"));
        var untagged = one(hands.api(
                "POST", "images/digests", "{\"exclude_tagged\":true,\"repositories\":[\"us.icr.io/team-a/app\"]}"));

        assertThat(all).hasSize(2);
        assertThat(untagged.get("id").getAsString())
                .isEqualTo(TestImage.saying("old").digest().toString());
        assertThat(untagged.get("repoTags")).hasToString("{\"us.icr.io/team-a/app\":{}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "us.icr.io%2Fteam-a%2Fapp%3A1",
                "us.icr.io/team-a/app:1",
                "registry.ng.bluemix.net%2Fteam-a%2Fapp:1",
                "localhost:5000%2Fteam-a%2Fapp%3A1",
                "team-a%2Fapp%3A1"
            })
    void oneImageIsInspectedWhicheverWayItIsNamed(String name) {
        oci.push("team-a/app", "1", HELLO);

        var inspected = hands.api("GET", "images/" + name + "/json");
        var manifest = hands.api("GET", "images/" + name + "/manifest");

        assertThat(inspected.status()).describedAs(inspected.text()).isEqualTo(200);
        assertThat(inspected.json().get("Architecture").getAsString()).isEqualTo("amd64");
        assertThat(inspected.json().get("Os").getAsString()).isEqualTo("linux");
        assertThat(inspected.json().getAsJsonObject("Config").get("Cmd")).hasToString("[\"/hello\"]");
        assertThat(inspected.json().getAsJsonObject("RootFS").getAsJsonArray("Layers"))
                .hasSize(1);
        assertThat(manifest.header("Content-Type")).isEqualTo(MediaTypes.OCI_MANIFEST);
        assertThat(manifest.text()).isEqualTo(new String(HELLO.manifest(), java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void otherNamesAreRefused() {
        oci.push("team-a/app", "1", HELLO);

        refused(hands.api("GET", "images/uk.icr.io%2Fteam-a%2Fapp%3A1/json"), 400, "eu-gb");
        refused(hands.api("GET", "images/" + HOST + "team-a%2Fapp%3A9/json"), 404, "was not found");
        refused(hands.api("GET", "images/" + HOST + "nobody%2Fapp%3A9/json"), 404, "no namespace");
        refused(hands.api("GET", "images/" + HOST + "team-a%2F..%2Fapp/json"), 400, "");
        refused(hands.api("GET", "images/" + HOST + "team-a%2Fapp@sha256:12/json"), 400, "no image name");
    }

    @Test
    void aTagIsAddedInAnotherNamespaceAndRemovedAlone() {
        oci.push("team-a/app", "1", HELLO);

        var tagged = hands.api(
                "POST", "images/tags?fromimage=us.icr.io%2Fteam-a%2Fapp%3A1&toimage=us.icr.io%2Fteam-b%2Fapp%3Aprod");
        var pulled = oci.send("GET", "/v2/team-b/app/manifests/prod", new byte[0]);

        assertThat(tagged.status()).describedAs(tagged.text()).isEqualTo(201);
        assertThat(pulled.body()).isEqualTo(HELLO.manifest());
        var untagged = hands.api("DELETE", "tags/" + HOST + "team-b%2Fapp%3Aprod");
        assertThat(untagged.json().get("Untagged").getAsString()).isEqualTo("us.icr.io/team-b/app:prod");
        assertThat(oci.send("GET", "/v2/team-b/app/manifests/" + HELLO.digest(), new byte[0])
                        .status())
                .isEqualTo(200);
        refused(hands.api("POST", "images/tags?fromimage=team-a%2Fapp%3A1"), 400, "toimage");
        refused(hands.api("DELETE", "tags/" + HOST + "team-b%2Fapp%3Aprod"), 404, "was not found");
    }

    @Test
    void taggingNeedsTheRightToPullWhereTheImageIs() {
        oci.push("team-a/app", "1", HELLO);
        var robot = hands.serviceId("robot");
        hands.grant(robot.iamId(), "Writer", "us-south", "team-b");
        var tag = "images/tags?fromimage=team-a%2Fapp%3A1&toimage=team-b%2Fapp%3Aprod";

        refused(hands.as(robot, "POST", tag, ""), 403, "You are not authorized to access the specified resource.");
        hands.grant(robot.iamId(), "Reader", "us-south", "team-a");
        assertThat(hands.as(robot, "POST", tag, "").status()).isEqualTo(201);
    }

    @Test
    void deletedImagesWaitInTheTrashForThirtyDays() {
        oci.push("team-a/app", "1", HELLO);
        oci.push("team-a/app", "latest", HELLO);
        sandbox.clock().freeze();

        var deleted = hands.api("DELETE", "images/" + HOST + "team-a%2Fapp%3A1");
        assertThat(deleted.json().get("Untagged").getAsString()).isEqualTo("us.icr.io/team-a/app:1");
        assertThat(tags("team-a/app")).isEqualTo("[]");
        var key = "us.icr.io/team-a/app@" + HELLO.digest();
        var trashed = hands.api("GET", "trash?namespace=team-a").json().getAsJsonObject(key);
        assertThat(trashed.get("daysUntilExpiry").getAsLong()).isEqualTo(30);
        assertThat(trashed.getAsJsonArray("tags")).hasSize(2);
        assertThat(hands.api("GET", "quotas")
                        .json()
                        .getAsJsonObject("usage")
                        .get("storage_bytes")
                        .getAsLong())
                .isZero();

        sandbox.clock().advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(new RegistryHands(sandbox).api("GET", "trash").json().has(key))
                .isTrue();
        sandbox.clock().advance(Duration.ofSeconds(1));
        assertThat(new RegistryHands(sandbox).api("GET", "trash").json().size()).isZero();
    }

    @Test
    void anImageComesBackWithTheTagsThatAreFree() {
        oci.push("team-a/app", "1", HELLO);
        oci.push("team-a/app", "latest", HELLO);
        hands.api("DELETE", "images/" + HOST + "team-a%2Fapp%3A1");
        oci.push("team-a/app", "latest", TestImage.saying("newer"));

        refused(hands.api("POST", "trash/" + HOST + "team-a%2Fapp%3Alatest/restore"), 409, "names another image now");
        var restored = hands.api("POST", "trash/" + HOST + "team-a%2Fapp@" + HELLO.digest() + "/restoretags");

        assertThat(restored.json().get("successful")).hasToString("[\"us.icr.io/team-a/app:1\"]");
        assertThat(restored.json().get("unsuccessful")).hasToString("[\"us.icr.io/team-a/app:latest\"]");
        assertThat(oci.send("GET", "/v2/team-a/app/manifests/1", new byte[0]).body())
                .isEqualTo(HELLO.manifest());
        hands.api("DELETE", "images/" + HOST + "team-a%2Fapp%3A1");
        assertThat(hands.api("POST", "trash/" + HOST + "team-a%2Fapp%3A1/restore")
                        .status())
                .isEqualTo(200);
        assertThat(tags("team-a/app")).isEqualTo("[\"1\",\"latest\"]");
        refused(hands.api("POST", "trash/" + HOST + "team-a%2Fapp%3A1/restore"), 404, "not in the trash");
    }

    @Test
    void bulkDeletionSaysWhatBecameOfEach() {
        oci.push("team-a/app", "1", HELLO);
        oci.push("team-b/app", "1", TestImage.saying("other"));
        var robot = hands.serviceId("robot");
        hands.grant(robot.iamId(), "Writer", "us-south", "team-a");

        var body = "[\"us.icr.io/team-a/app:1\",\"us.icr.io/team-a/app:9\",\"us.icr.io/team-b/app:1\",\"??\"]";
        var answer = hands.as(robot, "POST", "images/bulkdelete", body).json();

        assertThat(answer.get("success")).hasToString("[\"us.icr.io/team-a/app:1\"]");
        assertThat(answer.getAsJsonObject("error").keySet())
                .containsExactly("us.icr.io/team-a/app:9", "us.icr.io/team-b/app:1", "??");
        assertThat(answer.getAsJsonObject("error")
                        .getAsJsonObject("us.icr.io/team-b/app:1")
                        .get("message")
                        .getAsString())
                .isEqualTo("You are not authorized to access the specified resource.");
        refused(hands.api("POST", "images/bulkdelete", "{"), 400, "not valid JSON");
        refused(hands.api("POST", "images/bulkdelete", "[7]"), 400, "array of image names");
    }

    @Test
    void aRetentionPolicyRunsAtOnceAndThenDaily() {
        for (var month = 1; month <= 3; month++) {
            oci.push(
                    "team-a/app",
                    "v" + month,
                    TestImage.saying("m" + month, "2026-0" + month + "-01T00:00:00Z", "amd64"));
        }
        var policy = "{\"namespace\":\"team-a\",\"images_per_repo\":2}";

        assertThat(hands.api("GET", "retentions/team-a")
                        .json()
                        .get("images_per_repo")
                        .getAsLong())
                .isEqualTo(-1);
        assertThat(hands.api("POST", "retentions/analyze", policy).json().getAsJsonArray("us.icr.io/team-a/app"))
                .hasSize(1);
        assertThat(tags("team-a/app")).isEqualTo("[\"v1\",\"v2\",\"v3\"]");
        assertThat(hands.api("POST", "retentions", policy).status()).isEqualTo(201);
        assertThat(tags("team-a/app")).isEqualTo("[\"v2\",\"v3\"]");
        assertThat(hands.api("GET", "retentions")
                        .json()
                        .getAsJsonObject("team-a")
                        .get("images_per_repo")
                        .getAsLong())
                .isEqualTo(2);

        oci.push("team-a/app", "v4", TestImage.saying("m4", "2026-04-01T00:00:00Z", "amd64"));
        assertThat(tags("team-a/app")).isEqualTo("[\"v2\",\"v3\",\"v4\"]");
        sandbox.clock().advance(Duration.ofDays(1));
        assertThat(list(new RegistryHands(sandbox).api("GET", "images"))).hasSize(2);
        assertThat(new RegistryHands(sandbox).api("GET", "trash").json().size()).isEqualTo(2);
    }

    @Test
    void retentionPoliciesAreChecked() {
        refused(hands.api("POST", "retentions", "{\"images_per_repo\":2}"), 400, "namespace");
        refused(hands.api("POST", "retentions", "{\"namespace\":\"nobody\"}"), 404, "no namespace");
        refused(hands.api("POST", "retentions", "{\"namespace\":\"team-a\",\"images_per_repo\":-2}"), 400, "-1");
    }
}
