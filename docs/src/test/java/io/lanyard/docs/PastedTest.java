// Docs: who pastes a how-to's blocks into a class, in their order, has a program that compiles.
package io.lanyard.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastedTest {
    private static final Pattern BLOCK =
            Pattern.compile("(?m)^include::\\{root}/([^\\[]+\\.java)\\[.*?tag=([\\w-]+).*]$");

    @TempDir
    private Path folder;

    @Test
    void theHowToOnOutsidersCompiles() throws IOException {
        var imports = new StringBuilder();
        var lines = new StringBuilder();
        var blocks = BLOCK.matcher(Files.readString(Path.of("pages/how-to/find-out-who-comes-from-outside.adoc")));
        while (blocks.find()) {
            var part = blocks.group(2).equals("imports") ? imports : lines;
            part.append(tagged(Path.of("..", blocks.group(1)), blocks.group(2)));
        }
        var pasted = folder.resolve("Pasted.java");
        Files.writeString(pasted, imports + "class Pasted { static void all() {\n" + lines + "} }\n");

        assertThat(imports.toString().lines().filter(line -> line.startsWith("import ")))
                .isNotEmpty()
                .allMatch(line -> lines.indexOf(line.substring(line.lastIndexOf('.') + 1, line.length() - 1)) >= 0);
        assertThat(complaints(pasted)).isEmpty();
    }

    private static String tagged(Path file, String tag) throws IOException {
        var text = new StringBuilder();
        boolean in = false;
        for (String line : Files.readAllLines(file)) {
            if (line.contains("tag::" + tag + "[]") || line.contains("end::" + tag + "[]")) {
                in = line.contains("tag::");
            } else if (in) {
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }

    private String complaints(Path file) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            var options = List.of("-proc:none", "-cp", path, "-d", folder.toString());
            boolean compiled = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
            return compiled ? "" : said.toString();
        }
    }
}
