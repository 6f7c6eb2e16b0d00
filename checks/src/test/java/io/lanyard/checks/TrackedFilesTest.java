// Checks: what may not be in a tracked file. The patterns are put together from parts, or this file would match itself.
package io.lanyard.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrackedFilesTest {

    private static List<Path> files = List.of();

    @BeforeAll
    static void listFiles() throws Exception {
        files = House.trackedFiles();
        assumeFalse(files.isEmpty(), "skipped: this copy has no history, or git is not installed");
    }

    @Test
    void noRegistryHost() throws IOException {
        Pattern hosts = Pattern.compile(String.join(
                "|",
                "repo1?\\.ma" + "ven\\.(apache\\.)?org",
                "central\\.sona" + "type",
                "registry\\.np" + "mjs",
                "registry\\.ya" + "rnpkg",
                "\\bdeb\\.deb" + "ian\\.org",
                "py" + "pi\\.org"));

        assertThat(linesMatching(hosts)).isEmpty();
    }

    @Test
    void noPathOfAMachine() throws IOException {
        Pattern paths = Pattern.compile("(?<![\\w.}])/(wo" + "rk|ro" + "ot|fa" + "rm|home/\\w+)/");

        assertThat(linesMatching(paths)).isEmpty();
    }

    @Test
    void nothingThatABuildMakes() {
        Pattern made = Pattern.compile("(^|/)(target|node_modules|\\.idea|\\.lanyard)/|\\.(class|jar|log|iml)$");

        assertThat(files)
                .map(file -> file.toString().replace('\\', '/'))
                .noneMatch(name -> made.matcher(name).find());
    }

    @Test
    void noRepositoryOfItsOwnInAPom() throws IOException {
        Pattern elements = Pattern.compile("<(repositories|pluginRepositories|distributionManagement)>");

        assertThat(linesMatching(elements))
                .filteredOn(line -> line.startsWith("pom.xml") || line.contains("/pom.xml"))
                .isEmpty();
    }

    @Test
    void noTestSleeps() throws IOException {
        Pattern sleep = Pattern.compile("Thread\\.sle" + "ep\\(|TimeUnit\\.\\w+\\.sle" + "ep\\(");

        assertThat(linesMatching(sleep))
                .filteredOn(line -> line.contains(".java:"))
                .isEmpty();
    }

    @Test
    void oneIdeaPerFile() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : files) {
            if (file.toString().endsWith(".java")) {
                long lines = lines(file).size();
                if (lines > 400) {
                    tooLong.add(file + ": " + lines + " lines");
                }
            }
        }

        assertThat(tooLong).isEmpty();
    }

    private static List<String> linesMatching(Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = lines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i)).find()) {
                    found.add(file + ":" + (i + 1) + ": " + lines.get(i).strip());
                }
            }
        }
        return found;
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(House.ROOT.resolve(file));
        } catch (MalformedInputException binary) {
            return List.of();
        }
    }
}
