// Room: sandbox / logs, tests. Where logs are kept, and for how long.
package io.lanyard.sandbox.services.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Eventually;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.delivery.LogDoor;
import io.lanyard.sandbox.services.logs.index.LogIndex;
import io.lanyard.sandbox.services.logs.ingestion.LogRecord;
import io.lanyard.sandbox.state.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    void theyGoWithTheirInstance() throws Exception {
        try (var sandbox = Sandbox.start(options -> options.dataFolder(folder))) {
            var scene = new LogsScene(sandbox);
            scene.take("{\"name\":\"one\"}");
            scene.owner.post(
                    "/logs/" + scene.guid + "/v1/background_query", "{\"query\":\"name:one\",\"syntax\":\"lucene\"}");

            scene.owner.delete("/v2/resource_instances/" + scene.guid);
            sandbox.clock().advance(Duration.ofDays(8));
            var later = Actor.owner(sandbox, scene.account);
            assertThat(later.get("/v2/resource_instances").status()).isEqualTo(200);

            Eventually.isSo(() -> kept().isEmpty()); // they go on a thread of their own
        }
    }

    /** A list that is read as far as its first element, and no further until it may be. */
    private static List<LogRecord> slow(CountDownLatch begun, CountDownLatch go) {
        return new AbstractList<>() {
            @Override
            public LogRecord get(int place) {
                begun.countDown();
                try {
                    go.await();
                } catch (InterruptedException over) {
                    Thread.currentThread().interrupt();
                }
                return LogRecord.of(new LogDoor.Line("a", "s", 3, Instant.EPOCH, "words"));
            }

            @Override
            public int size() {
                return 1;
            }
        };
    }

    @Test
    void whoDeletesAnInstanceWaitsForNobodyWhoWrites() throws Exception {
        try (var sandbox = Sandbox.start(options -> options.dataFolder(folder))) {
            var scene = new LogsScene(sandbox);
            scene.take("{\"name\":\"one\"}");
            var logs = AccountLogs.of(scene.account.state(), Optional.of(folder));
            var index = logs.of(scene.guid).index();
            var begun = new CountDownLatch(1);
            var go = new CountDownLatch(1);
            var writer = CompletableFuture.runAsync(() -> index.add(slow(begun, go)));
            begun.await();

            try {
                scene.owner.delete("/v2/resource_instances/" + scene.guid);
                sandbox.clock().advance(Duration.ofDays(8));
                var settled = CompletableFuture.supplyAsync(
                        () -> Actor.owner(sandbox, scene.account).get("/v2/resource_instances"));

                assertThat(settled.get(1, TimeUnit.MINUTES).status()).isEqualTo(200);
                assertThatThrownBy(() -> logs.of(scene.guid)).isInstanceOf(LogIndex.GoneException.class);
            } finally {
                go.countDown();
            }
            writer.handle((done, tooLate) -> true).join();
            Eventually.isSo(() -> kept().isEmpty()); // they go on a thread of their own
        }
    }

    @Test
    void whoComesAfterTheEndMakesNothing() throws Exception {
        AccountLogs logs;
        String guid;
        try (var sandbox = Sandbox.start(options -> options.dataFolder(folder))) {
            var scene = new LogsScene(sandbox);
            logs = AccountLogs.of(scene.account.state(), Optional.of(folder));
            guid = scene.guid;
            assertThat(logs.of(guid).index().isFull()).isFalse();
        }

        assertThatThrownBy(() -> logs.of(guid)).isInstanceOf(World.EndedException.class);
        assertThat(kept()).isEmpty();
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
