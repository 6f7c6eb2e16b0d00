// Docs: an output in parts, and the file that keeps it for the pages to include by tag.
package io.lanyard.docs.tutorials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The output of a run, step by step.
 *
 * @param parts what each step showed, by its tag
 */
record Captured(Map<String, String> parts) {

    /** Hides what differs from run to run; the order of the parts counts. */
    static Captured masked(Map<String, String> output) {
        Pretend pretend = new Pretend();
        Map<String, String> parts = new LinkedHashMap<>();
        output.forEach((tag, text) -> parts.put(tag, pretend.ids(trimmed(text))));
        return new Captured(parts);
    }

    private static String trimmed(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .replaceAll("\\A\\n+|\\n+\\z", "");
    }

    /** The text of a file in which Asciidoctor finds each part by its tag; a step that showed nothing has no part. */
    String text() {
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part ->
                        "# tag::" + part.getKey() + "[]\n" + part.getValue() + "\n# end::" + part.getKey() + "[]\n")
                .collect(Collectors.joining());
    }

    void writeTo(Path file) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
