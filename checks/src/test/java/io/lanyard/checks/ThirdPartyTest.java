// Checks: THIRD-PARTY.md lists exactly what the house carries at run time, with versions.
package io.lanyard.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ThirdPartyTest {

    private static final Path RESOLVED = Path.of("target", "third-party.txt");
    private static final Pattern ARTIFACT = Pattern.compile("([\\w.-]+):([\\w.-]+):jar:(?:[\\w-]+:)?([\\w.-]+):");
    private static final Pattern ROW = Pattern.compile("^\\| `([\\w.-]+):([\\w.-]+)` \\| ([\\w.-]+) \\| \\S.*\\|$");

    @Test
    void theListIsWhatIsCarried() throws IOException {
        TreeSet<String> carried = new TreeSet<>();
        for (String line : Files.readAllLines(RESOLVED)) {
            Matcher artifact = ARTIFACT.matcher(line);
            if (artifact.find()) {
                carried.add(artifact.group(1) + ":" + artifact.group(2) + " " + artifact.group(3));
            }
        }
        TreeSet<String> listed = new TreeSet<>();
        for (String line : Files.readAllLines(House.ROOT.resolve("THIRD-PARTY.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                listed.add(row.group(1) + ":" + row.group(2) + " " + row.group(3));
            }
        }

        assertThat(listed).containsExactlyElementsOf(carried);
    }
}
