// Room: sandbox / registry tests. The OCI protocol byte by byte, as clients send it.
package io.lanyard.sandbox.services.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Eventually;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.services.registry.OciHands.Reply;
import io.lanyard.sandbox.services.registry.blobs.Digest;
import io.lanyard.sandbox.services.registry.oci.MediaTypes;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SandboxExtension.class)
class OciPullPushTest {
    private static final byte[] HELLO = "Hello, world".getBytes(UTF_8);

    private RegistryHands hands;
    private OciHands oci;

    @BeforeEach
    void namespaces(Sandbox sandbox) {
        hands = new RegistryHands(sandbox);
        hands.namespace("us-south", "team-a");
        hands.namespace("us-south", "team-b");
        oci = new OciHands(
                sandbox.registryUrl("us-south"),
                hands.registryToken(
                        sandbox.account().ownerKey(),
                        "us-south",
                        "repository:team-a/app:pull,push,delete",
                        "repository:team-b/app:pull,push"));
    }

    private Reply start() {
        return oci.send("POST", "/v2/team-a/app/blobs/uploads/", new byte[0]);
    }

    private void refused(Reply reply, int status, String code) {
        assertThat(reply.status()).describedAs(reply.text()).isEqualTo(status);
        assertThat(reply.error().get("code").getAsString()).isEqualTo(code);
        assertThat(reply.error().get("message").getAsString()).isNotBlank();
    }

    private boolean has(Digest digest) {
        return oci.send("HEAD", "/v2/team-a/app/blobs/" + digest, new byte[0]).status() == 200;
    }

    @Test
    void aBlobGoesInAtOnceAndComesOutWholeOrInPart() {
        var digest = Digest.of(HELLO);

        var pushed = oci.send("POST", "/v2/team-a/app/blobs/uploads/?digest=" + digest, HELLO);
        var head = oci.send("HEAD", "/v2/team-a/app/blobs/" + digest, new byte[0]);
        var whole = oci.send("GET", "/v2/team-a/app/blobs/" + digest, new byte[0]);
        var part = oci.send("GET", "/v2/team-a/app/blobs/" + digest, new byte[0], "Range", "bytes=7-11");
        var beyond = oci.send("GET", "/v2/team-a/app/blobs/" + digest, new byte[0], "Range", "bytes=12-");

        assertThat(pushed.status()).isEqualTo(201);
        assertThat(pushed.header("Location")).isEqualTo("/v2/team-a/app/blobs/" + digest);
        assertThat(pushed.header("Docker-Content-Digest")).isEqualTo(digest.toString());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("12");
        assertThat(whole.body()).isEqualTo(HELLO);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("world");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 7-11/12");
        refused(beyond, 416, "RANGE_INVALID");
    }

    @Test
    void chunksGoInOrderAndTheStatusSaysHowFar() {
        var upload = start().header("Location");
        var digest = Digest.of(HELLO);

        var first = oci.send("PATCH", upload, Arrays.copyOf(HELLO, 5), "Content-Range", "0-4");
        var late = oci.send("PATCH", upload, Arrays.copyOfRange(HELLO, 7, 12), "Content-Range", "7-11");
        var status = oci.send("GET", upload, new byte[0]);
        var second = oci.send("PATCH", upload, Arrays.copyOfRange(HELLO, 5, 10), "Content-Range", "5-9");
        var done = oci.send("PUT", upload + "?digest=" + digest, Arrays.copyOfRange(HELLO, 10, 12));
        var after = oci.send("GET", upload, new byte[0]);

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Range")).isEqualTo("0-4");
        refused(late, 416, "BLOB_UPLOAD_INVALID");
        assertThat(late.header("Range")).isEqualTo("0-4");
        assertThat(late.header("Location")).isEqualTo(upload);
        assertThat(status.status()).isEqualTo(204);
        assertThat(status.header("Range")).isEqualTo("0-4");
        assertThat(second.status()).isEqualTo(202);
        assertThat(done.status()).isEqualTo(201);
        assertThat(oci.send("GET", "/v2/team-a/app/blobs/" + digest, new byte[0])
                        .body())
                .isEqualTo(HELLO);
        refused(after, 404, "BLOB_UPLOAD_UNKNOWN");
    }

    @Test
    void anUploadCanBeGivenUp() {
        var upload = start().header("Location");
        oci.send("PATCH", upload, HELLO);

        assertThat(oci.send("DELETE", upload, new byte[0]).status()).isEqualTo(204);

        refused(oci.send("PATCH", upload, HELLO), 404, "BLOB_UPLOAD_UNKNOWN");
        assertThat(has(Digest.of(HELLO))).isFalse();
    }

    @Test
    void aLyingDigestIsRefusedAndLeavesNothing() {
        var lie = Digest.of("other".getBytes(UTF_8));

        var reply = oci.send("POST", "/v2/team-a/app/blobs/uploads/?digest=" + lie, HELLO);

        refused(reply, 400, "DIGEST_INVALID");
        assertThat(has(lie)).isFalse();
        assertThat(has(Digest.of(HELLO))).isFalse();
        refused(oci.send("POST", "/v2/team-a/app/blobs/uploads/?digest=sha256:1", HELLO), 400, "DIGEST_INVALID");
        refused(oci.send("PUT", start().header("Location"), HELLO), 400, "DIGEST_INVALID");
    }

    @Test
    void aChunkWhoseHeadersLieIsRefused() {
        var upload = start().header("Location");

        refused(oci.send("PATCH", upload, HELLO, "Content-Range", "0-99"), 400, "SIZE_INVALID");
        refused(oci.send("PATCH", upload, HELLO, "Content-Range", "what?"), 400, "BLOB_UPLOAD_INVALID");
        assertThat(oci.send("GET", upload, new byte[0]).header("Range")).isEqualTo("0-0");
    }

    @Test
    void anUploadCutOffHalfWayIsNoBlobAndCanResume() throws Exception {
        var upload = start().header("Location");

        oci.cutOff("PATCH", upload, 12, "Hello");

        Eventually.isSo( // the server hears of a reset in its own time
                () -> oci.send("GET", upload, new byte[0]).header("Range").equals("0-4"));
        assertThat(has(Digest.of("Hello".getBytes(UTF_8)))).isFalse();
        var done = oci.send(
                "PUT",
                upload + "?digest=" + Digest.of(HELLO),
                Arrays.copyOfRange(HELLO, 5, 12),
                "Content-Range",
                "5-11");
        assertThat(done.status()).describedAs(done.text()).isEqualTo(201);
    }

    @Test
    void anImageGoesInAndComesOutByTagAndDigest() {
        var image = TestImage.saying("hello");
        oci.push("team-a/app", "3.6", image);

        var byTag = oci.send("GET", "/v2/team-a/app/manifests/3.6", new byte[0]);
        var byDigest = oci.send("GET", "/v2/team-a/app/manifests/" + image.digest(), new byte[0]);
        var head = oci.send("HEAD", "/v2/team-a/app/manifests/3.6", new byte[0]);

        assertThat(byTag.body()).isEqualTo(image.manifest());
        assertThat(byTag.header("Content-Type")).isEqualTo(MediaTypes.OCI_MANIFEST);
        assertThat(byTag.header("Docker-Content-Digest"))
                .isEqualTo(image.digest().toString());
        assertThat(byDigest.body()).isEqualTo(image.manifest());
        assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(image.manifest().length));
        refused(oci.send("GET", "/v2/team-a/app/manifests/9", new byte[0]), 404, "MANIFEST_UNKNOWN");
        refused(oci.send("GET", "/v2/team-a/app/blobs/" + Digest.of(new byte[1]), new byte[0]), 404, "BLOB_UNKNOWN");
    }

    @Test
    void aManifestNeedsEverythingItNames() {
        var image = TestImage.saying("hello");
        oci.blob("team-a/app", image.config());

        var withoutLayer = oci.manifest("team-a/app", "1", image.manifest(), MediaTypes.OCI_MANIFEST);
        oci.blob("team-a/app", image.layer());
        var lying = new String(image.manifest(), UTF_8)
                .replace("\"size\":" + image.layer().length, "\"size\":" + (image.layer().length + 1))
                .getBytes(UTF_8);

        refused(withoutLayer, 400, "MANIFEST_BLOB_UNKNOWN");
        assertThat(withoutLayer.error().get("detail").getAsString())
                .isEqualTo(Digest.of(image.layer()).toString());
        refused(oci.manifest("team-a/app", "1", lying, MediaTypes.OCI_MANIFEST), 400, "SIZE_INVALID");
        refused(oci.send("GET", "/v2/team-a/app/manifests/1", new byte[0]), 404, "MANIFEST_UNKNOWN");
    }

    @Test
    void anIndexNeedsItsImages() {
        var amd = TestImage.saying("amd");
        var arm = TestImage.saying("arm", "2026-01-01T00:00:00Z", "arm64");
        var index = TestImage.index(amd, arm);
        oci.push("team-a/app", "amd", amd);

        refused(oci.manifest("team-a/app", "multi", index, MediaTypes.OCI_INDEX), 400, "MANIFEST_BLOB_UNKNOWN");

        oci.push("team-a/app", "arm", arm);
        assertThat(oci.manifest("team-a/app", "multi", index, MediaTypes.OCI_INDEX)
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "{\"schemaVersion\":2}", "{\"schemaVersion\":2,\"layers\":7}"})
    void otherBodiesAreNoManifests(String body) {
        refused(
                oci.manifest("team-a/app", "1", body.getBytes(UTF_8), MediaTypes.OCI_MANIFEST),
                400,
                "MANIFEST_INVALID");
    }

    @Test
    void manifestsAreHeldToTheirDigestTagSizeAndType() {
        var image = TestImage.saying("hello");
        oci.push("team-a/app", "1", image);
        var other = TestImage.saying("other");

        refused(
                oci.manifest("team-a/app", other.digest().toString(), image.manifest(), MediaTypes.OCI_MANIFEST),
                400,
                "DIGEST_INVALID");
        refused(oci.manifest("team-a/app", ".bad", image.manifest(), MediaTypes.OCI_MANIFEST), 400, "TAG_INVALID");
        refused(oci.manifest("team-a/app", "2", image.manifest(), MediaTypes.DOCKER_MANIFEST), 400, "MANIFEST_INVALID");
        refused(
                oci.manifest("team-a/app", "2", new byte[4 * 1024 * 1024 + 1], MediaTypes.OCI_MANIFEST),
                413,
                "MANIFEST_INVALID");
    }

    @Test
    void tagsComeInPages() {
        for (var tag : new String[] {"c", "a", "b", "A", "d"}) {
            oci.push("team-a/app", tag, TestImage.saying("hello"));
        }

        var all = oci.send("GET", "/v2/team-a/app/tags/list", new byte[0]);
        var first = oci.send("GET", "/v2/team-a/app/tags/list?n=2", new byte[0]);
        var link = first.header("Link");
        var second = oci.send("GET", link.substring(1, link.indexOf('>')), new byte[0]);
        var last = oci.send("GET", "/v2/team-a/app/tags/list?n=2&last=c", new byte[0]);

        assertThat(all.json().get("tags")).hasToString("[\"A\",\"a\",\"b\",\"c\",\"d\"]");
        assertThat(all.header("Link")).isEmpty();
        assertThat(first.json().get("tags")).hasToString("[\"A\",\"a\"]");
        assertThat(link).isEqualTo("</v2/team-a/app/tags/list?n=2&last=a>; rel=\"next\"");
        assertThat(second.json().get("tags")).hasToString("[\"b\",\"c\"]");
        assertThat(last.json().get("tags")).hasToString("[\"d\"]");
        assertThat(last.header("Link")).isEmpty();
        refused(oci.send("GET", "/v2/team-a/app/tags/list?n=many", new byte[0]), 400, "PAGINATION_NUMBER_INVALID");
        refused(oci.send("GET", "/v2/team-b/app/tags/list", new byte[0]), 404, "NAME_UNKNOWN");
    }

    @Test
    void aMountNeedsTheRightToPullWhereTheBlobIs(Sandbox sandbox) {
        oci.blob("team-a/app", HELLO);
        var mount = "/v2/team-b/app/blobs/uploads/?mount=" + Digest.of(HELLO) + "&from=team-a/app";
        var pushOnly = new OciHands(
                sandbox.registryUrl("us-south"),
                hands.registryToken(sandbox.account().ownerKey(), "us-south", "repository:team-b/app:pull,push"));

        var refused = pushOnly.send("POST", mount, new byte[0]);
        var absent = oci.send(
                "POST",
                "/v2/team-b/app/blobs/uploads/?mount=" + Digest.of(new byte[1]) + "&from=team-a/app",
                new byte[0]);
        var before = oci.send("HEAD", "/v2/team-b/app/blobs/" + Digest.of(HELLO), new byte[0]);
        var mounted = oci.send("POST", mount, new byte[0]);

        assertThat(refused.status()).isEqualTo(202);
        assertThat(refused.header("Location")).startsWith("/v2/team-b/app/blobs/uploads/");
        assertThat(absent.status()).isEqualTo(202);
        assertThat(before.status()).isEqualTo(404);
        assertThat(mounted.status()).isEqualTo(201);
        assertThat(oci.send("GET", "/v2/team-b/app/blobs/" + Digest.of(HELLO), new byte[0])
                        .body())
                .isEqualTo(HELLO);
    }

    @Test
    void tagsImagesAndBlobsAreDeleted() {
        var image = TestImage.saying("hello");
        oci.push("team-a/app", "1", image);
        oci.push("team-a/app", "2", image);
        var layer = "/v2/team-a/app/blobs/" + Digest.of(image.layer());
        oci.blob("team-a/app", HELLO);

        refused(oci.send("DELETE", layer, new byte[0]), 405, "UNSUPPORTED");
        assertThat(oci.send("DELETE", "/v2/team-a/app/blobs/" + Digest.of(HELLO), new byte[0])
                        .status())
                .isEqualTo(202);
        assertThat(oci.send("DELETE", "/v2/team-a/app/manifests/1", new byte[0]).status())
                .isEqualTo(202);
        assertThat(oci.send("GET", "/v2/team-a/app/manifests/2", new byte[0]).status())
                .isEqualTo(200);
        assertThat(oci.send("DELETE", "/v2/team-a/app/manifests/" + image.digest(), new byte[0])
                        .status())
                .isEqualTo(202);

        assertThat(has(Digest.of(HELLO))).isFalse();
        refused(oci.send("GET", "/v2/team-a/app/manifests/2", new byte[0]), 404, "MANIFEST_UNKNOWN");
        refused(oci.send("DELETE", "/v2/team-a/app/manifests/" + image.digest(), new byte[0]), 404, "MANIFEST_UNKNOWN");
    }

    @Test
    void referrersListWhatIsAboutAnImage() {
        var image = TestImage.saying("hello");
        oci.push("team-a/app", "1", image);
        var subject = TestImage.descriptor(MediaTypes.OCI_MANIFEST, image.manifest());
        var signature = new String(image.manifest(), UTF_8)
                .replace(
                        "\"schemaVersion\":2,",
                        "\"schemaVersion\":2,\"artifactType\":\"example/signature\",\"subject\":" + subject + ",")
                .getBytes(UTF_8);

        var pushed = oci.manifest("team-a/app", Digest.of(signature).toString(), signature, MediaTypes.OCI_MANIFEST);
        var path = "/v2/team-a/app/referrers/" + image.digest();
        var all = oci.send("GET", path, new byte[0]);
        var others = oci.send("GET", path + "?artifactType=example/other", new byte[0]);

        assertThat(pushed.header("OCI-Subject")).isEqualTo(image.digest().toString());
        assertThat(all.header("Content-Type")).isEqualTo(MediaTypes.OCI_INDEX);
        assertThat(all.json().getAsJsonArray("manifests"))
                .singleElement()
                .satisfies(one -> assertThat(
                                one.getAsJsonObject().get("artifactType").getAsString())
                        .isEqualTo("example/signature"));
        assertThat(others.json().getAsJsonArray("manifests")).isEmpty();
        assertThat(others.header("OCI-Filters-Applied")).isEqualTo("artifactType");
    }

    @Test
    void pathsThatAreNotThereAreAnsweredInTheProtocolsShape() {
        var unknown = oci.send("GET", "/v2/team-a/app/nothing/here", new byte[0]);

        refused(unknown, 404, "NAME_UNKNOWN");
        assertThat(unknown.header("Sandbox-Unmatched")).isEqualTo("true");
        assertThat(oci.send("GET", "/v2/team-a/app/manifests/9", new byte[0]).header("Sandbox-Unmatched"))
                .isEmpty();
        assertThat(oci.send("GET", "/v2/", new byte[0]).status()).isEqualTo(200);
        refused(oci.send("GET", "/v2/_catalog", new byte[0]), 403, "DENIED");
    }
}
