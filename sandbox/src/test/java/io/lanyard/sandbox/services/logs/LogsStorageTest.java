// Room: sandbox / logs, tests. Where logs are kept, and for how long.
package io.lanyard.sandbox.services.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsStorageTest {
    @TempDir
    Path folder;

    private List<Path> kept() throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("logs"))) {
            return folders.toList();
        }
    }

    @Test
    void theyAreInTheDataFolderAndGoWithTheSandbox() throws IOException {
        try (var sandbox = Sandbox.start(options -> options.dataFolder(folder))) {
            var scene = new LogsScene(sandbox);
            scene.take("{\"name\":\"one\"}");
            assertThat(scene.found("name:one", "name")).containsExactly("one");
            assertThat(kept()).hasSize(1);
        }

        assertThat(kept()).isEmpty();
    }

    @Test
    void whatASandboxThatDiedLeftGoes() throws IOException {
        var left = Files.createDirectories(folder.resolve("logs/lanyard-logs-of-yesterday"));
        Files.writeString(left.resolve("segment"), "x");

        try (var sandbox = Sandbox.start(options -> options.dataFolder(folder))) {
            assertThat(sandbox.url()).isNotEmpty();
            assertThat(left).doesNotExist();
        }
    }

    @Test
    void theyGoWithTheirInstance() throws IOException {
        try (var sandbox = Sandbox.start(options -> options.dataFolder(folder))) {
            var scene = new LogsScene(sandbox);
            scene.take("{\"name\":\"one\"}");
            scene.owner.post(
                    "/logs/" + scene.guid + "/v1/background_query", "{\"query\":\"name:one\",\"syntax\":\"lucene\"}");

            scene.owner.delete("/v2/resource_instances/" + scene.guid);
            sandbox.clock().advance(Duration.ofDays(8));
            var later = Actor.owner(sandbox, scene.account);
            assertThat(later.get("/v2/resource_instances").status()).isEqualTo(200);

            assertThat(kept()).isEmpty();
        }
    }

    @Test
    void manySmallBatchesAreFoundWhole() {
        try (var sandbox = Sandbox.start()) {
            var scene = new LogsScene(sandbox);
            for (int i = 0; i < 50; i++) {
                scene.take("{\"name\":\"n" + i + "\",\"batch\":" + i + "}");
                assertThat(scene.found("batch.numeric:" + i, "name")).containsExactly("n" + i);
            }
            assertThat(scene.found("batch.numeric:[0 TO 49]", "name"))
                    .hasSize(50)
                    .startsWith("n49");
        }
    }
}
