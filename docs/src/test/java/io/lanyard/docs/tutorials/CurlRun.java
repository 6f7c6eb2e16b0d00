// Docs: runs the curl lines of a tutorial with bash, as a reader would paste them, and keeps what each part shows.
package io.lanyard.docs.tutorials;

import io.lanyard.sandbox.Sandbox;
import io.lanyard.workshop.labs.EmbeddedSandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One script, run once. */
final class CurlRun {

    private static final Path SCRIPTS = Path.of("src/test/resources/curl");
    private static final Pattern TAG = Pattern.compile("(?m)^# tag::([\\w-]+)\\[]$");
    private static final String MARK = "@@ part ";

    private CurlRun() {}

    /** Returns the lines that the page shows: what both tutorials share first, then this one's. */
    static String script(String lab) throws IOException {
        return Files.readString(SCRIPTS.resolve("prelude.sh")) + Files.readString(SCRIPTS.resolve(lab + ".sh"));
    }

    /** Runs them in an empty folder, against the account that the variables of a sandbox name. */
    static Captured of(String lab, Sandbox sandbox, Path folder) throws IOException, InterruptedException {
        Path marked = folder.resolve("marked.sh");
        Files.writeString(
                marked, "set -euo pipefail\n" + TAG.matcher(script(lab)).replaceAll("echo '" + MARK + "$1'"));
        Path shown = folder.resolve("shown.txt");
        ProcessBuilder bash = new ProcessBuilder("bash", marked.toString())
                .directory(Files.createDirectory(folder.resolve("here")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(shown.toFile());
        bash.environment().put("LC_ALL", "C.UTF-8");
        bash.environment().put("no_proxy", "*");
        bash.environment().putAll(EmbeddedSandbox.variables(sandbox));
        int status = bash.start().waitFor();
        String output = Files.readString(shown, StandardCharsets.UTF_8);
        if (status != 0) {
            throw new AssertionError("bash ended with " + status + ":\n" + output);
        }
        return Captured.masked(parts(output));
    }

    private static Map<String, String> parts(String output) {
        Map<String, String> parts = new LinkedHashMap<>();
        Matcher part = Pattern.compile("(?ms)^" + MARK + "([\\w-]+)\\n(.*?)(?=^" + MARK + "|\\z)")
                .matcher(output);
        while (part.find()) {
            parts.put(part.group(1), part.group(2));
        }
        return parts;
    }

    /** Tells whether a person here could run them. */
    static boolean isPossible() throws InterruptedException {
        try {
            return new ProcessBuilder("bash", "-c", "curl --version && sha256sum --version && tar --version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noBash) {
            return false;
        }
    }
}
