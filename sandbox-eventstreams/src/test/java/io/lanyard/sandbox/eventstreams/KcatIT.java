// Room: sandbox-eventstreams, tests. A client that isn't Java's: kcat, on librdkafka.
package io.lanyard.sandbox.eventstreams;

import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.RoleId.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanyard.core.Secret;
import io.lanyard.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's kcat against a broker of the sandbox. */
class KcatIT {
    @TempDir
    private Path folder = Path.of("");

    private record Outcome(int status, String out, String err) {}

    @BeforeAll
    static void mustBeInstalled() {
        boolean there = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "kcat")));
        assumeTrue(there, "skipped: kcat is not installed");
    }

    @Test
    void producesConsumesAndIsDenied() throws Throwable {
        try (var sandbox = Sandbox.start()) {
            var scene = StreamScene.in(sandbox, sandbox.account());
            scene.managers().createTopic("audit");
            var writer = scene.robot("writer");
            scene.allow(writer, WRITER, scene.whole());
            var reader = scene.robot("reader");
            scene.allow(reader, READER, scene.whole());

            assertThat(kcat(scene, writer.key(), "one\ntwo\n", "-P", "-t", "audit")
                            .status())
                    .isZero();
            var read = kcat(scene, reader.key(), "", "-C", "-t", "audit", "-e", "-q");
            assertThat(read.out()).isEqualTo("one\ntwo\n");
            assertThat(kcat(scene, reader.key(), "", "-L").out()).contains("topic \"audit\" with 1 partitions");

            var denied = kcat(scene, reader.key(), "three\n", "-P", "-t", "audit");
            assertThat(denied.status()).isNotZero();
            assertThat(denied.err()).contains("Delivery failed for message: Broker: Topic authorization failed");
            // a consumer gives up by itself; a list of what there is would wait to its end
            var wrong = kcat(scene, Secret.of("no-such-key"), "", "-C", "-t", "audit", "-e");
            assertThat(wrong.status()).isNotZero();
            assertThat(wrong.err()).contains("Authentication failed: Invalid username or password");
        }
    }

    private Outcome kcat(StreamScene scene, Secret key, String in, String... arguments)
            throws IOException, InterruptedException {
        var settings = Files.writeString(
                folder.resolve("kcat.conf"),
                String.join(
                        "\n",
                        "bootstrap.servers=" + scene.brokers(),
                        "security.protocol=SASL_PLAINTEXT",
                        "sasl.mechanism=PLAIN",
                        "sasl.username=token",
                        "sasl.password=" + key.reveal(),
                        ""));
        List<String> command = new ArrayList<>(List.of("kcat", "-F", settings.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        var process = new ProcessBuilder(command)
                .redirectInput(Files.writeString(folder.resolve("in"), in).toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Outcome(
                process.waitFor(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
