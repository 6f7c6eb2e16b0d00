// Docs: every piece of Java on a page comes by tag from compiled code, and every tag is shown somewhere.
package io.lanyard.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SnippetsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path PAGES = Path.of("pages");
    private static final Pattern INCLUDE = Pattern.compile("^include::\\{root}/([^\\[]+)\\[.*?tags?=([\\w,;-]+).*]$");
    private static final Pattern TAG = Pattern.compile("(?:^|\\s)tag::([\\w-]+)\\[]");

    @Test
    void everyTagThatAPageAsksForExists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (String wanted : wanted()) {
            Path file = ROOT.resolve(wanted.substring(0, wanted.indexOf('#')));
            String tag = wanted.substring(wanted.indexOf('#') + 1);
            if (!Files.isRegularFile(file) || !Files.readString(file).contains("tag::" + tag + "[]")) {
                missing.add(wanted);
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyTagIsShownByAPage() throws IOException {
        TreeSet<String> tagged = new TreeSet<>();
        for (String room :
                List.of("workshop/src/main/java", "workshop/src/test", "docs/src/test/java/io/lanyard/docs/examples")) {
            for (Path file : files(ROOT.resolve(room), ".java")) {
                Matcher tag = TAG.matcher(Files.readString(file));
                while (tag.find()) {
                    tagged.add(ROOT.relativize(file).toString().replace('\\', '/') + "#" + tag.group(1));
                }
            }
        }

        assertThat(wanted()).containsAll(tagged);
    }

    @Test
    void noJavaIsTypedIntoAPage() throws IOException {
        List<String> typed = new ArrayList<>();
        for (Path page : files(PAGES, ".adoc")) {
            List<String> lines = Files.readAllLines(page);
            for (int i = 0; i + 2 < lines.size(); i++) {
                if (lines.get(i).startsWith("[source,java") && !lines.get(i + 2).startsWith("include::{root}/")) {
                    typed.add(page + ":" + (i + 1));
                }
            }
        }

        assertThat(typed).isEmpty();
    }

    private static Set<String> wanted() throws IOException {
        TreeSet<String> wanted = new TreeSet<>();
        for (Path page : files(PAGES, ".adoc")) {
            for (String line : Files.readAllLines(page)) {
                Matcher include = INCLUDE.matcher(line);
                if (include.matches()) {
                    for (String tag : include.group(2).split("[,;]", -1)) {
                        wanted.add(include.group(1) + "#" + tag);
                    }
                }
            }
        }
        return wanted;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
