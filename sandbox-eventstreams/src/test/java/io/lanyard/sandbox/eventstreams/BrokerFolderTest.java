// Room: sandbox-eventstreams, tests. What brokers leave on the disk.
package io.lanyard.sandbox.eventstreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of processes that were killed. */
class BrokerFolderTest {
    @Test
    void whatAKilledProcessLeftGoesAndWhatSomebodyUsesStays(@TempDir Path all) throws Exception {
        long gone = pidOfSomebodyWhoIsGone();
        Path left = Files.createDirectories(all.resolve("lanyard-eventstreams-" + gone + "-1/topic-0"));
        Files.writeString(left.resolve("00.log"), "records");
        Path elsewhere = Files.createDirectory(all.resolve("lanyard-eventstreams-" + gone + "-2"));
        Path ours = Files.createDirectory(
                all.resolve("lanyard-eventstreams-" + ProcessHandle.current().pid() + "-3"));
        Path others = Files.createDirectory(all.resolve("lanyard-eventstreams-notes"));
        try (var channel = FileChannel.open(
                        elsewhere.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = hold(channel)) {
            BrokerFolder.sweep(all);
            assertThat(held.isValid()).isTrue();
        }

        assertThat(left.getParent()).doesNotExist();
        assertThat(elsewhere).exists();
        assertThat(ours).exists();
        assertThat(others).exists();
        BrokerFolder.sweep(all.resolve("nowhere"));
    }

    private static java.nio.channels.FileLock hold(FileChannel channel) throws IOException {
        return java.util.Objects.requireNonNull(channel.tryLock());
    }

    private static long pidOfSomebodyWhoIsGone() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor();
        return process.pid();
    }
}
