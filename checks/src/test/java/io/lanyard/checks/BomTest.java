// Checks: the bom names every module that is published, and no other.
package io.lanyard.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BomTest {

    private static final Pattern MODULE = Pattern.compile("<module>([\\w-]+)</module>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(lanyard-(?!parent|bom)[\\w-]+)</artifactId>");

    @Test
    void theBomNamesWhatIsPublished() throws IOException {
        Set<String> published = new TreeSet<>();
        Matcher module = MODULE.matcher(pom("."));
        while (module.find()) {
            String text = pom(module.group(1));
            Matcher artifact = ARTIFACT.matcher(text);
            if (text.contains("<skip.publishing>false</skip.publishing>") && artifact.find()) {
                published.add(artifact.group(1));
            }
        }
        Set<String> named = new TreeSet<>();
        Matcher artifact = ARTIFACT.matcher(pom("bom"));
        while (artifact.find()) {
            named.add(artifact.group(1));
        }

        assertThat(named).isNotEmpty().isEqualTo(published);
    }

    private static String pom(String module) throws IOException {
        return Files.readString(House.ROOT.resolve(module).resolve("pom.xml"));
    }
}
