// Room: sandbox / registry tests. A client that nobody here wrote.
package io.lanyard.sandbox.services.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanyard.core.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs skopeo as a person would at a terminal, in a home of its own. */
final class Skopeo {
    /** Far above what a command takes; skopeo waits ten seconds for a server that swallows its TLS hello. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What came of a command. */
    record Outcome(int status, String out, String err) {
        boolean ok() {
            return status == 0;
        }
    }

    private final Path home;

    Skopeo(Path home) {
        this.home = home;
    }

    static void mustBeInstalled() {
        var there = java.util.Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, "skopeo"))
                .anyMatch(Files::isExecutable);
        assumeTrue(there, "skipped: skopeo is not installed");
    }

    Outcome push(Secret key, Path layout, String tag, String image) {
        return run(
                "copy",
                "--all",
                "--dest-creds",
                creds(key),
                "--dest-tls-verify=false",
                "oci:" + layout + ":" + tag,
                "docker://" + image);
    }

    Outcome pull(Secret key, String image, Path into) {
        return run(
                "copy",
                "--all",
                "--src-creds",
                creds(key),
                "--src-tls-verify=false",
                "docker://" + image,
                "oci:" + into + ":pulled");
    }

    Outcome copy(Secret key, String from, String to) {
        return run(
                "copy",
                "--all",
                "--src-creds",
                creds(key),
                "--dest-creds",
                creds(key),
                "--src-tls-verify=false",
                "--dest-tls-verify=false",
                "docker://" + from,
                "docker://" + to);
    }

    Outcome login(Secret key, String host) {
        return run(
                "login",
                "--authfile",
                home.resolve("auth.json").toString(),
                "--tls-verify=false",
                "-u",
                "iamapikey",
                "-p",
                key.reveal(),
                host);
    }

    Outcome with(Secret key, String command, String image) {
        return run(command, "--creds", creds(key), "--tls-verify=false", "docker://" + image);
    }

    private static String creds(Secret key) {
        return "iamapikey:" + key.reveal();
    }

    Outcome run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("skopeo"));
        command.addAll(List.of(arguments));
        try {
            var out = Files.createTempFile(home, "out", ".txt");
            var err = Files.createTempFile(home, "err", ".txt");
            var builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().put("HOME", home.toString());
            builder.environment().put("XDG_RUNTIME_DIR", home.toString());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.toLowerCase(java.util.Locale.ROOT).endsWith("_proxy"));
            var process = builder.start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("skopeo " + arguments[0] + " takes longer than " + PATIENCE);
            }
            return new Outcome(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError("skopeo " + arguments[0], failed);
        }
    }
}
