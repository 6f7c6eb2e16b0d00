// Room: sandbox / object storage tests. Clients that nobody here wrote.
package io.lanyard.sandbox.services.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3ClientsIT {
    private static final int MIB = 1 << 20;

    private final StorageScene scene = new StorageScene();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        scene.close();
    }

    private static void installed(String client) {
        var there = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, client)));
        assumeTrue(there, "skipped: " + client + " is not installed");
    }

    /** HMAC keys of a service credential with a role. */
    private JsonObject keys(String role) {
        return Actor.owner(scene.sandbox, scene.account)
                .post(
                        "/v2/resource_keys",
                        Actor.json(
                                "name",
                                "hmac",
                                "source",
                                scene.instance.value(),
                                "role",
                                role,
                                "parameters",
                                Actor.json("HMAC", true)))
                .json()
                .getAsJsonObject("credentials")
                .getAsJsonObject("cos_hmac_keys");
    }

    private record Outcome(int status, String text) {}

    private Outcome run(String... command) throws IOException, InterruptedException {
        var output = folder.resolve("output");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().put("HOME", folder.toString());
        var process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private String runs(String... command) throws IOException, InterruptedException {
        var outcome = run(command);
        assertThat(outcome.status()).as(outcome.text()).isZero();
        return outcome.text();
    }

    private Path file(String name, int size) throws IOException {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void curlWithATokenPutsListsAndReads() throws IOException, InterruptedException {
        installed("curl");
        var token = "Authorization: bearer " + scene.owner.token();
        var url = scene.sandbox.storageUrl();
        runs(
                "curl",
                "-sf",
                "-X",
                "PUT",
                url + "/by-curl",
                "-H",
                token,
                "-H",
                "ibm-service-instance-id: " + scene.instance.value());
        var there = file("there", 3 * MIB);
        runs("curl", "-sf", "-T", there.toString(), url + "/by-curl/file", "-H", token);
        assertThat(runs("curl", "-sf", url + "/by-curl?list-type=2", "-H", token))
                .contains("<Key>file</Key>");
        runs("curl", "-sf", "-o", "back", url + "/by-curl/file", "-H", token);
        assertThat(folder.resolve("back")).hasSameBinaryContentAs(there);
        assertThat(runs("curl", "-s", url + "/by-curl/file")).contains("<Code>AccessDenied</Code>");
    }

    @Test
    void s3cmdTellsItsStory() throws IOException, InterruptedException {
        installed("s3cmd");
        configureS3cmd(keys("Manager"));
        var there = file("there", 17 * MIB);

        runs("s3cmd", "mb", "s3://by-s3cmd");
        runs("s3cmd", "put", "--multipart-chunk-size-mb=5", there.toString(), "s3://by-s3cmd/a folder/big");
        runs("s3cmd", "put", there.toString(), "--disable-multipart", "s3://by-s3cmd/whole");
        runs("s3cmd", "cp", "s3://by-s3cmd/whole", "s3://by-s3cmd/copy");
        assertThat(runs("s3cmd", "ls", "--recursive", "s3://by-s3cmd"))
                .contains("a folder/big")
                .contains("copy");
        runs("s3cmd", "get", "s3://by-s3cmd/a folder/big", "back");
        assertThat(folder.resolve("back")).hasSameBinaryContentAs(there);
        assertThat(runs("s3cmd", "info", "s3://by-s3cmd/whole")).contains("MD5 sum");
        var link = runs("s3cmd", "signurl", "s3://by-s3cmd/copy", "+600").strip();
        assertThat(link).contains("by-s3cmd");

        configureS3cmd(keys("Reader"));
        var denied = run("s3cmd", "put", there.toString(), "--disable-multipart", "s3://by-s3cmd/mine");
        assertThat(denied.status()).isNotZero();
        assertThat(denied.text()).contains("AccessDenied");

        configureS3cmd(keys("Writer"));
        runs("s3cmd", "del", "--recursive", "--force", "s3://by-s3cmd");
        runs("s3cmd", "rb", "s3://by-s3cmd");
    }

    private void configureS3cmd(JsonObject keys) throws IOException {
        var host = scene.sandbox.storageUrl().replace("http://", "");
        Files.writeString(
                folder.resolve(".s3cfg"),
                "[default]\naccess_key = %s\nsecret_key = %s\nhost_base = %s\nhost_bucket = %s\nuse_https = False\n"
                        .formatted(
                                keys.get("access_key_id").getAsString(),
                                keys.get("secret_access_key").getAsString(),
                                host,
                                host));
    }

    @Test
    void rcloneSynchronizesAFolderThereAndBack() throws IOException, InterruptedException {
        installed("rclone");
        var keys = keys("Manager");
        Files.createDirectories(folder.resolve(".config/rclone"));
        Files.writeString(
                folder.resolve(".config/rclone/rclone.conf"),
                "[cos]\ntype = s3\nprovider = IBMCOS\naccess_key_id = %s\nsecret_access_key = %s\nendpoint = %s\nacl = private\n"
                        .formatted(
                                keys.get("access_key_id").getAsString(),
                                keys.get("secret_access_key").getAsString(),
                                scene.sandbox.storageUrl()));
        var there = Files.createDirectories(folder.resolve("there/deep"));
        Files.writeString(there.resolve("ümlaut & co.txt"), "text");
        Files.write(there.resolve("big"), new byte[11 * MIB]);

        runs("rclone", "mkdir", "cos:by-rclone");
        runs("rclone", "sync", "--s3-upload-cutoff=6M", "--s3-chunk-size=5M", "there", "cos:by-rclone/copy");
        assertThat(runs("rclone", "lsf", "-R", "cos:by-rclone")).contains("copy/deep/ümlaut & co.txt");
        runs("rclone", "check", "there", "cos:by-rclone/copy");
        runs("rclone", "sync", "cos:by-rclone/copy", "back");
        assertThat(folder.resolve("back/deep/big")).hasSameBinaryContentAs(there.resolve("big"));
        runs("rclone", "purge", "cos:by-rclone");
        assertThat(scene.owner.head("/by-rclone").status()).isEqualTo(404);
    }
}
