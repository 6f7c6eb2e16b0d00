package io.lanyard.workshop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The sandbox as a process of its own: SIGTERM ends it cleanly. */
final class SandboxProcessIT {
    @Test
    void sigtermEndsItCleanly() throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Lanyard.class.getName(),
                        "sandbox"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            var printed =
                    lines.lines().takeWhile(line -> !line.startsWith("# ready")).toList();

            process.destroy();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            var url = printed.stream()
                    .filter(line -> line.startsWith("export IBMCLOUD_IAM_URL="))
                    .map(line -> URI.create(line.substring(line.indexOf('=') + 1)))
                    .findFirst()
                    .orElseThrow();
            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> new Socket(url.getHost(), url.getPort()).close());
        } finally {
            process.destroyForcibly();
        }
    }
}
