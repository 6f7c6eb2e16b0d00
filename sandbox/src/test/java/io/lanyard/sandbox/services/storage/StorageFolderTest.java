// Room: sandbox / object storage tests. A sandbox that keeps its content on disk.
package io.lanyard.sandbox.services.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Eventually;
import io.lanyard.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageFolderTest {
    @TempDir
    Path folder;

    private long objects() throws IOException {
        var place = folder.resolve("storage/objects");
        if (!Files.exists(place)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void objectsAreFilesAsLongAsSomethingNamesThem() throws IOException {
        try (var scene = new StorageScene(Sandbox.start(
                o -> o.dataFolder(folder).account(seed -> seed.member("ada@example.com", "Ada", "Lovelace"))))) {
            scene.owner.bucket("on-disk");
            scene.owner.put("/on-disk/k", "one");
            scene.owner.put("/on-disk/k", "two");
            scene.owner.put("/on-disk/copy", "", "x-amz-copy-source", "/on-disk/k");
            assertThat(objects()).isEqualTo(1);
            assertThat(scene.owner.get("/on-disk/k", "Range", "bytes=1-").text())
                    .isEqualTo("wo");

            scene.owner.delete("/on-disk/k");
            assertThat(scene.owner.get("/on-disk/copy").text()).isEqualTo("two");
            scene.owner.put("/on-disk/lie", "text", "Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg==");
            assertThat(objects()).isEqualTo(1);
        }
        assertThat(objects()).isZero();
    }

    @Test
    void objectsGoWithTheirInstanceAndTheirWorld() throws Exception {
        try (var scene = new StorageScene(Sandbox.start(
                o -> o.dataFolder(folder).account(seed -> seed.member("ada@example.com", "Ada", "Lovelace"))))) {
            var lite = scene.account.newInstance("cloud-object-storage-lite", "global", "to go");
            scene.owner.put("/to-go", "", "ibm-service-instance-id", lite.value());
            scene.owner.put("/to-go/k", "one");
            var other = scene.sandbox.beside(OptionalLong.of(7), seed -> seed.name("beside"));
            var elsewhere = other.account().newInstance("cloud-object-storage-lite", "global", "lite");
            var hands = new StorageScene.Hands(
                    scene.sandbox.storageUrl(),
                    Actor.owner(other, other.account()).token(),
                    elsewhere.value());
            hands.bucket("beside");
            hands.put("/beside/k", "two");
            hands.post("/beside/parts?uploads", "");
            assertThat(objects()).isEqualTo(2);

            other.close();
            assertThat(objects()).isEqualTo(1);

            assertThat(Actor.owner(scene.sandbox, scene.account)
                            .delete("/v2/resource_instances/" + lite.serviceInstance())
                            .status())
                    .isEqualTo(204);
            assertThat(scene.owner.get("/to-go/k").problem()).isEqualTo("404 NoSuchBucket");
            Eventually.isSo(() -> objects() == 0); // they are removed beside everything else
        }
    }

    @Test
    void aDiskThatTakesNothingMoreIsSaidAndLosesNothing() throws IOException {
        try (var scene = new StorageScene(Sandbox.start(
                o -> o.dataFolder(folder).account(seed -> seed.member("ada@example.com", "Ada", "Lovelace"))))) {
            scene.owner.bucket("no-room");
            scene.owner.put("/no-room/k", "before");
            var uploads = folder.resolve("storage/uploads");
            Files.delete(uploads);

            var refused = scene.owner.put("/no-room/k", "after");

            assertThat(refused.problem()).isEqualTo("500 InternalError");
            assertThat(refused.element("Message")).contains("free space where its data folder is");
            assertThat(scene.owner.get("/no-room/k").text()).isEqualTo("before");
            Files.createDirectory(uploads);
            assertThat(scene.owner.put("/no-room/k", "after").status()).isEqualTo(200);
        }
    }
}
