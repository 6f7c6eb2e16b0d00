// Room: sandbox / object storage tests. Parts that fit, and parts that don't.
package io.lanyard.sandbox.services.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.services.storage.StorageScene.Answer;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MultipartTest {
    private static final int FIVE_MIB = 5 << 20;

    private static StorageScene scene;

    @BeforeAll
    static void begin() {
        scene = new StorageScene();
        scene.owner.bucket("parts");
    }

    @AfterAll
    static void end() {
        scene.close();
    }

    private static String initiate(String key, String... headers) {
        var answer = scene.owner.post("/parts/" + key + "?uploads", "", headers);
        assertThat(answer.status()).isEqualTo(200);
        return answer.element("UploadId");
    }

    private static String part(String key, String id, int number, byte[] content) {
        var answer = scene.owner.put("/parts/" + key + "?partNumber=" + number + "&uploadId=" + id, content);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.header("ETag");
    }

    private static Answer complete(String key, String id, String... numbersAndTags) {
        var body = new StringBuilder("<CompleteMultipartUpload>");
        for (var i = 0; i < numbersAndTags.length; i += 2) {
            body.append("<Part><PartNumber>")
                    .append(numbersAndTags[i])
                    .append("</PartNumber><ETag>")
                    .append(numbersAndTags[i + 1])
                    .append("</ETag></Part>");
        }
        return scene.owner.post(
                "/parts/" + key + "?uploadId=" + id,
                body.append("</CompleteMultipartUpload>").toString());
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @Test
    void partsComeInAnyOrderAndAreReadAgainByTheirNumbers() {
        var id = initiate("big", "Content-Type", "text/x-parts", "x-amz-meta-by", "ada");
        var second = part("big", id, 7, random(1000));
        var first = part("big", id, 2, random(FIVE_MIB));

        var done = complete("big", id, "2", first, "7", second);

        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.element("ETag")).matches("(&quot;|\")[0-9a-f]{32}-2(&quot;|\")");
        var whole = scene.owner.get("/parts/big");
        assertThat(whole.body()).hasSize(FIVE_MIB + 1000);
        assertThat(whole.header("Content-Type")).isEqualTo("text/x-parts");
        assertThat(whole.header("x-amz-meta-by")).isEqualTo("ada");
        var part = scene.owner.get("/parts/big?partNumber=2");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(random(1000));
        assertThat(part.header("x-amz-mp-parts-count")).isEqualTo("2");
        assertThat(scene.owner
                        .get("/parts/big", "Range", "bytes=" + (FIVE_MIB - 5) + "-" + (FIVE_MIB + 4))
                        .body())
                .startsWith(java.util.Arrays.copyOfRange(random(FIVE_MIB), FIVE_MIB - 5, FIVE_MIB))
                .endsWith(java.util.Arrays.copyOf(random(1000), 5));
        assertThat(complete("big", id, "2", first, "7", second).problem()).isEqualTo("404 NoSuchUpload");
        assertThat(scene.event("object-multipart.start").responseData()).containsEntry("uploadId", id);
        assertThat(scene.owner.get("/parts/big?partNumber=3").problem()).isEqualTo("416 InvalidRange");
    }

    @Test
    void whatDoesntFitIsRefusedAndTheUploadStays() {
        var id = initiate("odd");
        var small = part("odd", id, 1, random(100));
        var other = part("odd", id, 2, random(200));

        assertThat(complete("odd", id, "1", small, "2", other).problem()).isEqualTo("400 EntityTooSmall");
        assertThat(complete("odd", id, "2", other, "1", small).problem()).isEqualTo("400 InvalidPartOrder");
        assertThat(complete("odd", id, "1", other).problem()).isEqualTo("400 InvalidPart");
        assertThat(complete("odd", id, "3", other).problem()).isEqualTo("400 InvalidPart");
        assertThat(complete("odd", id).problem()).isEqualTo("400 MalformedXML");
        assertThat(scene.owner.post("/parts/odd?uploadId=" + id, "<Complete").problem())
                .isEqualTo("400 MalformedXML");
        assertThat(complete("another", id, "1", small).problem()).isEqualTo("404 NoSuchUpload");
        assertThat(scene.owner
                        .put("/parts/odd?partNumber=0&uploadId=" + id, "x")
                        .problem())
                .isEqualTo("400 InvalidArgument");
        assertThat(scene.owner
                        .put("/parts/odd?partNumber=10001&uploadId=" + id, "x")
                        .problem())
                .isEqualTo("400 InvalidArgument");
        assertThat(scene.owner.put("/parts/odd?partNumber=1&uploadId=none", "x").problem())
                .isEqualTo("404 NoSuchUpload");

        var parts = scene.owner.get("/parts/odd?uploadId=" + id + "&max-parts=1");
        assertThat(parts.text()).contains("<IsTruncated>true</IsTruncated>").contains("<Size>100</Size>");
        assertThat(scene.owner
                        .get("/parts/odd?uploadId=" + id + "&part-number-marker=1")
                        .text())
                .contains("<Size>200</Size>")
                .doesNotContain("<Size>100</Size>");
        assertThat(complete("odd", id, "2", other).status()).isEqualTo(200);
        assertThat(scene.owner.get("/parts/odd").body()).hasSize(200);
    }

    @Test
    void anUploadIsGivenUp() {
        var id = initiate("given-up");
        part("given-up", id, 1, random(100));
        assertThat(scene.owner.get("/parts?uploads&prefix=given").text()).contains("<UploadId>" + id);
        assertThat(scene.owner.get("/parts?uploads&prefix=given&delimiter=-").text())
                .contains("<Prefix>given-</Prefix></CommonPrefixes>");

        assertThat(scene.owner.delete("/parts/given-up?uploadId=" + id).status())
                .isEqualTo(204);

        assertThat(scene.owner.delete("/parts/given-up?uploadId=" + id).problem())
                .isEqualTo("404 NoSuchUpload");
        assertThat(scene.owner.get("/parts?uploads&prefix=given").text()).doesNotContain(id);
        assertThat(scene.owner.get("/parts/given-up").problem()).isEqualTo("404 NoSuchKey");
    }

    @Test
    void uploadsAreListedAPageAtATime() {
        scene.owner.bucket("pages");
        for (var key : new String[] {"a", "b", "c"}) {
            scene.owner.post("/pages/" + key + "?uploads", "");
        }
        var first = scene.owner.get("/pages?uploads&max-uploads=2");
        assertThat(first.text())
                .contains("<Key>a</Key>")
                .contains("<Key>b</Key>")
                .doesNotContain("<Key>c</Key>");
        assertThat(first.element("IsTruncated")).isEqualTo("true");
        var second = scene.owner.get("/pages?uploads&encoding-type=url&key-marker=" + first.element("NextKeyMarker")
                + "&upload-id-marker=" + first.element("NextUploadIdMarker"));
        assertThat(second.text()).contains("<Key>c</Key>").doesNotContain("<Key>b</Key>");
        assertThat(scene.owner.delete("/pages").problem()).isEqualTo("409 BucketNotEmpty");
        assertThat(scene.owner.get("/pages?uploads&encoding-type=utf").problem())
                .isEqualTo("400 InvalidArgument");
    }

    @Test
    void partsAreCopiedFromObjects() {
        scene.owner.put("/parts/source", random(FIVE_MIB + 10));
        var id = initiate("copied");
        var path = "/parts/copied?uploadId=" + id + "&partNumber=";

        var first = scene.owner.put(
                path + 1,
                "",
                "x-amz-copy-source",
                "parts/source",
                "x-amz-copy-source-range",
                "bytes=10-" + (FIVE_MIB + 9));
        var second = scene.owner.put(path + 2, "", "x-amz-copy-source", "/parts/source");

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(complete("copied", id, "1", first.element("ETag"), "2", second.element("ETag"))
                        .status())
                .isEqualTo(200);
        var body = scene.owner.get("/parts/copied").body();
        assertThat(body).hasSize(2 * FIVE_MIB + 10);
        assertThat(java.util.Arrays.copyOf(body, 100))
                .isEqualTo(java.util.Arrays.copyOfRange(random(FIVE_MIB + 10), 10, 110));
        assertThat(scene.owner
                        .put("/parts/alone", "", "x-amz-copy-source", "/parts/copied")
                        .element("ETag"))
                .doesNotContain("-");
        var other = initiate("copied");
        var again = "/parts/copied?partNumber=1&uploadId=" + other;
        assertThat(scene.owner
                        .put(again, "", "x-amz-copy-source", "/parts/none")
                        .problem())
                .isEqualTo("404 NoSuchKey");
        assertThat(scene.owner
                        .put(
                                again,
                                "",
                                "x-amz-copy-source",
                                "/parts/source",
                                "x-amz-copy-source-range",
                                "bytes=0-99999999")
                        .problem())
                .isEqualTo("416 InvalidRange");
        assertThat(scene.owner
                        .put(again, "", "x-amz-copy-source", "/parts/source", "x-amz-copy-source-range", "0-9")
                        .problem())
                .isEqualTo("400 InvalidArgument");
    }
}
