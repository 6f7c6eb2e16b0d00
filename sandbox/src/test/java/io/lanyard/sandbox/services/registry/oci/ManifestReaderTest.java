// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.oci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests that are what they say, and those that are not. */
class ManifestReaderTest {
    private static final String DIGEST = "sha256:" + "ab".repeat(32);
    private static final String DESCRIPTOR =
            "{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"digest\":\"" + DIGEST + "\",\"size\":7}";
    private static final String IMAGE = "{\"schemaVersion\":2,\"mediaType\":\"" + MediaTypes.OCI_MANIFEST
            + "\",\"config\":" + DESCRIPTOR + ",\"layers\":[" + DESCRIPTOR + "],\"annotations\":{\"a\":\"b\"}}";

    private static Manifest read(String body, String type) {
        return ManifestReader.read(body.getBytes(UTF_8), type);
    }

    @Test
    void anImageNamesItsBlobs() {
        var manifest = read(IMAGE, MediaTypes.OCI_MANIFEST + "; charset=utf-8");

        assertThat(manifest.mediaType()).isEqualTo(MediaTypes.OCI_MANIFEST);
        assertThat(manifest.blobs())
                .hasSize(2)
                .allSatisfy(b -> assertThat(b.size()).isEqualTo(7));
        assertThat(manifest.artifactType()).isEqualTo("application/vnd.oci.image.config.v1+json");
        assertThat(manifest.annotations()).containsEntry("a", "b");
    }

    @Test
    void anIndexNamesItsChildren() {
        var body = "{\"schemaVersion\":2,\"manifests\":[" + DESCRIPTOR + "],\"subject\":" + DESCRIPTOR + "}";

        var manifest = read(body, MediaTypes.DOCKER_LIST);

        assertThat(manifest.children()).hasSize(1);
        assertThat(manifest.about()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "not json",
                "{a:1}",
                "{}",
                "{\"schemaVersion\":1}",
                "{\"schemaVersion\":2}",
                "{\"schemaVersion\":2,\"config\":{},\"layers\":[]}",
                "{\"schemaVersion\":2,\"config\":7,\"layers\":[]}",
                "{\"schemaVersion\":2,\"layers\":[]} trailing"
            })
    void bodiesThatAreNoImageAreRefused(String body) {
        assertThatThrownBy(() -> read(body, MediaTypes.OCI_MANIFEST))
                .isInstanceOfSatisfying(
                        OciException.class, e -> assertThat(e.code()).isEqualTo(OciCode.MANIFEST_INVALID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"size\":-1", "\"size\":\"7\"", "\"size\":1e3", "\"size\":null"})
    void aDescriptorThatLiesAboutItsSizeIsRefused(String size) {
        assertThatThrownBy(() -> read(IMAGE.replace("\"size\":7", size), MediaTypes.OCI_MANIFEST))
                .hasMessageContaining("manifest invalid");
    }

    @Test
    void aFieldThatComesTwiceIsRefused() {
        var twice = IMAGE.replaceFirst("\\{", "{\"schemaVersion\":2,");

        assertThatThrownBy(() -> read(twice, MediaTypes.OCI_MANIFEST))
                .isInstanceOfSatisfying(
                        OciException.class,
                        e -> assertThat(e.detail()).contains("'schemaVersion' is in the same object twice"));
    }

    @Test
    void theBodyAndTheContentTypeMustAgree() {
        assertThatThrownBy(() -> read(IMAGE, MediaTypes.DOCKER_MANIFEST))
                .isInstanceOfSatisfying(
                        OciException.class, e -> assertThat(e.detail()).contains("the body says it is"));
        assertThatThrownBy(() -> read(IMAGE.replace(MediaTypes.OCI_MANIFEST, "text/plain"), "text/plain"))
                .isInstanceOf(OciException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ns", "Ns/repo", "ns/", "/repo", "ns//repo", "ns/../repo", "ns/re po", "ns/-repo", "ns/a___b"})
    void otherNamesAreNoRepositories(String name) {
        assertThat(RepositoryName.parse(name)).isEmpty();
    }

    @Test
    void aLongNameIsRefusedQuickly() {
        assertThat(RepositoryName.parse("a" + "-".repeat(250) + "/b!")).isEmpty();
        assertThat(RepositoryName.parse("ns/" + "a".repeat(253))).isEmpty();
        assertThat(RepositoryName.parse("my_namespace/sub/hello-world__x.y")
                        .orElseThrow()
                        .namespace())
                .isEqualTo("my_namespace");
    }
}
