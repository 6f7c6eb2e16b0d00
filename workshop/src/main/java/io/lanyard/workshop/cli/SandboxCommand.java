package io.lanyard.workshop.cli;

import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.mount.PortTakenException;
import io.lanyard.workshop.labs.EmbeddedSandbox;
import io.lanyard.workshop.labs.UnfitException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Command line: a sandbox in the foreground, for curl, skopeo, docker, and any program on an IBM SDK. */
@Command(
        name = "sandbox",
        description = {
            "Start a sandbox on this machine, and print what a client needs, in shell form.",
            "It ends with Ctrl-C or SIGTERM, and what it held is gone."
        },
        mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer> {
    private static final int HIGHEST = 65_532;
    /** No shell touches these; the place of an id in a URL, braces without a comma, is left alone, too. */
    private static final Pattern SAFE = Pattern.compile("(?:[A-Za-z0-9_./:@%+=,-]|\\{id})+");

    private final Console console;
    private final CountDownLatch stopped;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The control port; the registries follow at N+1 (us-south) and N+2 (eu-gb),"
                    + " Object Storage at N+3. Free ports unless told.")
    private int port;

    @Option(
            names = "--env-file",
            paramLabel = "F",
            description = "Also write the variables to this file, once it is ready.")
    private @Nullable Path envFile;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Put the content of images and objects, and logs, into this folder, not into memory."
                    + " It goes with the sandbox: the next one begins empty.")
    private @Nullable Path data;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SandboxCommand(Console console) {
        this(console, new CountDownLatch(1));
    }

    /** A test stops it without a signal. */
    SandboxCommand(Console console, CountDownLatch stopped) {
        this.console = console;
        this.stopped = stopped;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > HIGHEST) {
            throw new ParameterException(
                    spec.commandLine(), "--port is between 1 and " + HIGHEST + ", because three more ports follow it.");
        }
        try (var sandbox = start()) {
            var hook = new Thread(() -> stop(sandbox), "lanyard-stop");
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                var variables = EmbeddedSandbox.variables(sandbox);
                write(variables);
                console.out().print(lines(variables));
                console.out().println("# ready: " + sandbox.url() + "; end it with Ctrl-C");
                console.out().flush();
                stopped.await();
            } finally {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
            return 0;
        }
    }

    /** Whoever ends it by a signal has got what he asked for, so the status says success. */
    private static void stop(Sandbox sandbox) {
        sandbox.close();
        Runtime.getRuntime().halt(0);
    }

    private Sandbox start() {
        try {
            return Sandbox.start(o -> {
                o.port(port).account(EmbeddedSandbox::people).freshKey();
                Optional.ofNullable(data).ifPresent(o::dataFolder);
            });
        } catch (PortTakenException e) {
            throw new UnfitException("Port " + port + " or one of the three after it"
                    + " is in use: choose another with --port, or leave --port out to get free ones.");
        } catch (UncheckedIOException e) {
            throw new UnfitException("The sandbox could not start: " + e.getMessage() + ".");
        }
    }

    /** Whoever waits for the file must never see half of it. */
    private void write(Map<String, String> variables) {
        if (envFile == null) {
            return;
        }
        var target = envFile.toAbsolutePath();
        var folder = Optional.ofNullable(target.getParent()).orElse(target);
        if (!Files.isDirectory(folder)) {
            throw new UnfitException(
                    "There is no folder " + folder + ": make it, or choose another file with --env-file.");
        }
        try {
            var half = Files.createTempFile(folder, ".lanyard-", ".env");
            try {
                Files.writeString(half, lines(variables));
                Files.move(half, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new UnfitException(
                    "Cannot write " + target + ": " + reason(e) + ". Choose another file with --env-file.");
        }
    }

    /** The system's words, without the path: it may be that of the half file. */
    private static String reason(IOException failed) {
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        return failed instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : "the system refuses it";
    }

    /** One assignment a line; quoted only where a shell needs it, because other programs read such files too. */
    static String lines(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(entry -> "export " + entry.getKey() + "=" + quoted(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String quoted(String value) {
        return SAFE.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
