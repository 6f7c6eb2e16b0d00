// Checks: runs another program to its end, with its output kept for the failure message.
package io.lanyard.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that a test runs: a fresh environment but for the search path and what the test gives it. */
final class Command {

    /** How it ended and what it printed on both streams. */
    record Result(int status, String output) {}

    private Command() {}

    static Result run(Path folder, Map<String, String> environment, List<String> words)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("lanyard-command", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("IBMCLOUD_") || name.startsWith("IAM_"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Result(-1, "still running after five minutes\n" + Files.readString(output));
            }
            return new Result(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    /** True when the program can be found and says its version. */
    static boolean isInstalled(String program) throws InterruptedException {
        try {
            return run(Path.of("."), Map.of(), List.of(program, "--version")).status() == 0;
        } catch (IOException notFound) {
            return false;
        }
    }
}
