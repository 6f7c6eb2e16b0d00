// Room: sandbox / registry tests. A sandbox that keeps its content on disk.
package io.lanyard.sandbox.services.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.services.registry.blobs.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private static final TestImage HELLO = TestImage.saying("hello");

    @TempDir
    Path folder;

    private static OciHands push(Sandbox sandbox) {
        new RegistryHands(sandbox).namespace("us-south", "team-a");
        var token = new RegistryHands(sandbox)
                .registryToken(sandbox.account().ownerKey(), "us-south", "repository:team-a/app:pull,push");
        var oci = new OciHands(sandbox.registryUrl("us-south"), token);
        oci.push("team-a/app", "1", HELLO);
        return oci;
    }

    @Test
    void contentIsInFilesAndTheFolderCanBeUsedAgain() {
        try (var sandbox = Sandbox.start(o -> o.dataFolder(folder))) {
            push(sandbox);
            var hex = Digest.of(HELLO.layer()).hex();
            assertThat(folder.resolve("registry/blobs/sha256/" + hex.substring(0, 2) + "/" + hex))
                    .hasBinaryContent(HELLO.layer());
            assertThatThrownBy(() -> Sandbox.start(o -> o.dataFolder(folder)))
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("another sandbox is using it");
        }
        try (var sandbox = Sandbox.start(o -> o.dataFolder(folder))) {
            push(sandbox);
        }
    }

    @Test
    void aDiskThatTakesNothingMoreIsSaidAndLosesNothing() throws IOException {
        try (var sandbox = Sandbox.start(o -> o.dataFolder(folder))) {
            var oci = push(sandbox);
            var other = "something new".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            var uploads = folder.resolve("registry/uploads");
            Files.delete(uploads);

            var refused = oci.send("POST", "/v2/team-a/app/blobs/uploads/?digest=" + Digest.of(other), other);

            assertThat(refused.status()).isEqualTo(507);
            assertThat(refused.error().get("message").getAsString()).contains("free space where its data folder is");
            assertThat(oci.send("GET", "/v2/team-a/app/manifests/1", new byte[0])
                            .body())
                    .isEqualTo(HELLO.manifest());
            Files.createDirectory(uploads);
            oci.blob("team-a/app", other);
        }
    }
}
