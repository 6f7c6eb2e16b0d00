package io.lanyard.workshop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.core.IbmCloud;
import io.lanyard.identity.IdentityClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class SandboxCommandTest {
    @TempDir
    Path folder = Path.of("");

    private final StringWriter err = new StringWriter();
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Test
    void printsWhatAClientNeedsAndWritesTheSameToAFile() throws Exception {
        var file = folder.resolve("env.sh");

        var printed = run(file);

        var variables = variables(printed);
        assertThat(Files.readAllLines(file))
                .isEqualTo(
                        printed.stream().filter(line -> !line.startsWith("#")).toList());
        assertThat(variables)
                .containsKeys(
                        "IBMCLOUD_API_KEY",
                        "IBMCLOUD_ACCOUNT_ID",
                        "IBMCLOUD_IAM_URL",
                        "IBMCLOUD_REGISTRY_URL",
                        "IBMCLOUD_REGISTRY_US_SOUTH",
                        "IBMCLOUD_REGISTRY_EU_GB",
                        "IAM_IDENTITY_URL",
                        "IAM_IDENTITY_AUTH_TYPE",
                        "IAM_IDENTITY_AUTH_URL",
                        "IAM_IDENTITY_APIKEY",
                        "IAM_ACCESS_GROUPS_URL",
                        "IAM_POLICY_MANAGEMENT_URL",
                        "CONTEXT_BASED_RESTRICTIONS_URL",
                        "USER_MANAGEMENT_URL",
                        "ENTERPRISE_MANAGEMENT_URL",
                        "RESOURCE_MANAGER_URL",
                        "RESOURCE_CONTROLLER_URL",
                        "CONTAINER_REGISTRY_URL",
                        "ATRACKER_URL",
                        "LANYARD_PARTNER_API_KEY",
                        "LANYARD_PARTNER_ACCOUNT_ID");
        assertThat(variables.get("IBMCLOUD_REGISTRY_US_SOUTH")).matches("127\\.0\\.0\\.1:[0-9]+");
    }

    @Test
    void aProgramOnTheSdkRunsAgainstItUnchanged() throws Exception {
        var seen = new ArrayList<String>();

        run(folder.resolve("env.sh"), variables -> {
            try (var cloud = IbmCloud.fromEnvironment(variables)) {
                var created = new IdentityClient(cloud).serviceIds().create(cloud.requireAccount(), "robot");
                seen.add(created.name());
            }
        });

        assertThat(seen).containsExactly("robot");
    }

    @Test
    void saysInOneLineThatThePortIsInUse() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = Math.min(taken.getLocalPort(), 65_532);

            int status = Lanyard.execute(console(new PrintWriter(new StringWriter())), "sandbox", "--port", "" + port);

            assertThat(status).isEqualTo(3);
            assertThat(err.toString().strip())
                    .startsWith("Port " + port + " or one of the three after it ")
                    .endsWith("is in use: choose another with --port, or leave --port out to get free ones.")
                    .doesNotContain("\n");
        }
    }

    @Test
    void saysThatTheFileCannotBeWritten() {
        int status = Lanyard.execute(
                console(new PrintWriter(new StringWriter())),
                "sandbox",
                "--env-file",
                folder.resolve("no/such/folder/env.sh").toString());

        assertThat(status).isEqualTo(3);
        assertThat(err.toString()).contains("or choose another file with --env-file.");
    }

    @Test
    void saysWhyTheFileCannotBeWrittenAndNamesTheFileThatWasAskedFor() throws IOException {
        var target = Files.createDirectories(folder.resolve("env.sh/full")).getParent();

        int status = Lanyard.execute(
                console(new PrintWriter(new StringWriter())), "sandbox", "--env-file", String.valueOf(target));

        assertThat(status).isEqualTo(3);
        assertThat(err.toString())
                .contains("Cannot write " + target + ": ")
                .doesNotContain(".lanyard-")
                .doesNotContain(target + ": " + target);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(target);
        }
    }

    @Test
    void saysInOneSentenceThatTheDataFolderCannotBeUsed() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        int status = Lanyard.execute(
                console(new PrintWriter(new StringWriter())),
                "sandbox",
                "--data",
                file.resolve("x").toString());

        assertThat(status).isEqualTo(3);
        assertThat(err.toString().replaceAll("\\s+", " "))
                .contains("The data folder " + file.resolve("x") + " can't be used: ")
                .doesNotContain("registry: ")
                .doesNotContain("..");
    }

    @Test
    void quotesWhatAShellWouldNotTakeLiterally() {
        assertThat(SandboxCommand.lines(Map.of("A", "it's $HOME"))).isEqualTo("export A='it'\\''s $HOME'\n");
        assertThat(SandboxCommand.lines(Map.of("A", ""))).isEqualTo("export A=''\n");
        assertThat(SandboxCommand.lines(Map.of("A", "http://127.0.0.1:9000")))
                .isEqualTo("export A=http://127.0.0.1:9000\n");
    }

    private List<String> run(Path file) throws Exception {
        return run(file, variables -> {});
    }

    /** Runs the command until it says that it is ready, then lets somebody use it, then stops it. */
    private List<String> run(Path file, Consumer<Map<String, String>> use) throws Exception {
        try (var end = new PipedReader(1 << 16);
                var out = new PrintWriter(new PipedWriter(end))) {
            var command = new CommandLine(new SandboxCommand(console(out), stopped));
            var status = CompletableFuture.supplyAsync(
                    () -> command.execute("--env-file", file.toString()), task -> new Thread(task).start());
            var printed = untilReady(new BufferedReader(end), status);
            use.accept(variables(printed));
            stopped.countDown();
            assertThat(status.get()).isZero();
            return printed;
        }
    }

    private static List<String> untilReady(BufferedReader lines, CompletableFuture<Integer> status) {
        var printed = new ArrayList<String>();
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.add(line);
                if (line.startsWith("# ready")) {
                    return printed;
                }
            }
            throw new IllegalStateException("ended with " + status.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> variables(List<String> printed) {
        var variables = new HashMap<String, String>();
        for (String line : printed) {
            if (line.startsWith("export ")) {
                int equals = line.indexOf('=');
                variables.put(line.substring("export ".length(), equals), line.substring(equals + 1));
            }
        }
        return variables;
    }

    private Console console(PrintWriter out) {
        return new Console(new BufferedReader(new StringReader("")), out, new PrintWriter(err), Map.of(), false);
    }
}
