// Checks: whatever an importer can see has a sentence of its own. Javadoc's own lint would want a tag per parameter
// too.
package io.lanyard.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentedTest {

    /** A public type, or a public member of a type that isn't nested. */
    private static final Pattern VISIBLE = Pattern.compile("^(?: {4})?public (?!\\w+ \\{).*[({]?.*");

    private static final Pattern COMPACT_CONSTRUCTOR = Pattern.compile("^ {4}public \\w+ \\{$");

    @ParameterizedTest
    @MethodSource("io.lanyard.checks.House#sdkModules")
    void everythingPublicHasItsSentence(String module) throws IOException {
        List<String> bare = new ArrayList<>();
        Path sources = House.ROOT.resolve(module).resolve("src/main/java");
        try (Stream<Path> walk = Files.walk(sources)) {
            for (Path file :
                    walk.filter(each -> each.toString().endsWith(".java")).toList()) {
                List<String> lines = Files.readAllLines(file);
                if (lines.stream().noneMatch(line -> line.startsWith("public "))) {
                    continue;
                }
                for (int i = 0; i < lines.size(); i++) {
                    String line = lines.get(i);
                    if (VISIBLE.matcher(line).matches()
                            && !COMPACT_CONSTRUCTOR.matcher(line).matches()
                            && !isDocumented(lines, i)) {
                        bare.add(sources.relativize(file) + ":" + (i + 1) + " " + line.strip());
                    }
                }
            }
        }

        assertThat(bare).isEmpty();
    }

    private static boolean isDocumented(List<String> lines, int place) {
        for (int i = place - 1; i >= 0; i--) {
            String line = lines.get(i).strip();
            if (line.equals("@Override")) {
                return true;
            }
            if (!line.startsWith("@") && !line.startsWith(")")) {
                return line.endsWith("*/");
            }
        }
        return false;
    }
}
