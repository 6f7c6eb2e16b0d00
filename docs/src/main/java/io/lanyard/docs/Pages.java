// Docs: reads the AsciiDoc sources; anything that Asciidoctor remarks on stops the build.
package io.lanyard.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.ast.Document;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

/** Converts a folder of AsciiDoc files. One JRuby serves all of them: starting it is most of the cost. */
final class Pages {

    /** Asciidoctor's own printer; what it would print is in the faults already. */
    private static final Logger ASCIIDOCTOR = Logger.getLogger("asciidoctor");

    private static final List<String> PROMISES = List.of("minutes", "needs", "learn");

    private final Path root;
    private final String version;

    /**
     * Makes a reader.
     *
     * @param root the folder that {@code {root}} means in an include
     * @param version what {@code {lanyard-version}} means in a page
     */
    Pages(Path root, String version) {
        this.root = root;
        this.version = version;
    }

    /**
     * Converts every {@code .adoc} file of a folder, in the order of the navigation.
     *
     * @param sources the folder
     * @return the pages
     * @throws IOException when a file can't be read
     * @throws BrokenSite when Asciidoctor remarks on anything, or a header misses a promise
     */
    List<Page> read(Path sources) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(sources)) {
            files = walk.filter(file -> file.toString().endsWith(".adoc"))
                    .sorted()
                    .toList();
        }
        ASCIIDOCTOR.setUseParentHandlers(false);
        List<String> remarks = new ArrayList<>();
        List<Page> pages = new ArrayList<>();
        try (Asciidoctor asciidoctor = Asciidoctor.Factory.create()) {
            asciidoctor.registerLogHandler(record -> remark(record, remarks));
            asciidoctor.javaExtensionRegistry().block("plantuml", Diagram.class);
            for (Path file : files) {
                pages.add(convert(asciidoctor, sources, file, remarks));
            }
        }
        if (!remarks.isEmpty()) {
            throw new BrokenSite(remarks);
        }
        pages.sort(Comparator.<Page>comparingInt(
                        page -> page.kind().map(Kind::ordinal).orElse(-1))
                .thenComparingInt(Page::order)
                .thenComparing(page -> page.file().toString()));
        return pages;
    }

    private Page convert(Asciidoctor asciidoctor, Path sources, Path file, List<String> remarks) throws IOException {
        Path relative = sources.relativize(file);
        Options options = Options.builder()
                .safe(SafeMode.UNSAFE)
                .baseDir(sources.resolve(relative)
                        .resolveSibling("")
                        .toAbsolutePath()
                        .toFile())
                .attributes(Attributes.builder()
                        .attribute("root", root.toAbsolutePath().toString())
                        .attribute("lanyard-version", version)
                        .attribute("source-highlighter", "rouge")
                        .attribute("rouge-css", "class")
                        .attribute("icons", "font")
                        .attribute("reproducible", "")
                        .attribute("idprefix", "")
                        .attribute("idseparator", "-")
                        .attribute("experimental", "")
                        .attribute("docfile", file.toString())
                        .build())
                .build();
        Document document = asciidoctor.load(Files.readString(file), options);
        Map<String, String> header = new LinkedHashMap<>();
        for (String promise : PROMISES) {
            if (document.hasAttribute(promise)) {
                header.put(promise, String.valueOf(document.getAttribute(promise)));
            }
        }
        Optional<Kind> kind = kindOf(relative);
        kind.ifPresent(known -> Page.promises(known).stream()
                .filter(promise -> !header.containsKey(promise))
                .forEach(promise -> remarks.add(relative + ": the header lacks :" + promise + ":")));
        return new Page(
                Path.of(relative.toString().replaceAll("\\.adoc$", ".html")),
                document.getDoctitle(),
                kind,
                Integer.parseInt(String.valueOf(document.getAttribute("order", "99"))),
                header,
                document.convert());
    }

    private static Optional<Kind> kindOf(Path relative) {
        return Stream.of(Kind.values())
                .filter(kind -> relative.startsWith(kind.folder()))
                .findFirst();
    }

    /** A broken reference inside a page is no more than INFO to Asciidoctor; to a reader it is a dead link. */
    private static void remark(LogRecord record, List<String> remarks) {
        if (record.getSeverity() != Severity.DEBUG) {
            String place = record.getCursor() == null
                    ? ""
                    : record.getCursor().getFile() + ":" + record.getCursor().getLineNumber() + ": ";
            remarks.add(place + record.getMessage());
        }
    }
}
