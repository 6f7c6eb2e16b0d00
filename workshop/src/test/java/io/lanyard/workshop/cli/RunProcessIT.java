package io.lanyard.workshop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lab as a process of its own, stopped half-way: nothing of it stays on disk. */
final class RunProcessIT {
    @TempDir
    Path folder;

    @Test
    void sigtermHalfWayLeavesNoFiles() throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Lanyard.class.getName(),
                        "run",
                        "authorize-targets",
                        "--plain"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            var line = lines.readLine();
            while (line != null && !line.contains("create  target")) {
                line = lines.readLine();
            }
            assertThat(line).as("the lab got as far as its first target").isNotNull();

            process.toHandle().destroy(); // which leaves its output to be read
            while (line != null) {
                line = lines.readLine(); // what it still says, or a full pipe would hold it up
            }

            assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
            try (var left = Files.list(folder)) {
                assertThat(left.filter(file -> file.getFileName().toString().startsWith("lanyard")))
                        .isEmpty();
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
