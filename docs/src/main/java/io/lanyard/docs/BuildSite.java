// Docs: the program that builds the site.
package io.lanyard.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Builds the site: pages in, a folder of HTML out, or a list of faults and no site. */
public final class BuildSite {

    private BuildSite() {}

    /**
     * Builds the site.
     *
     * @param arguments the house's root folder, the folder of pages, where the site goes, the version to show
     * @throws IOException when a file can't be read or written
     */
    public static void main(String[] arguments) throws IOException {
        try {
            int pages = build(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), arguments[3]);
            System.out.println("site: " + pages + " pages in " + arguments[2]);
        } catch (BrokenSite e) {
            System.err.println("The site is not built: " + e.getMessage());
            System.exit(1);
        }
    }

    static int build(Path root, Path sources, Path site, String version) throws IOException {
        List<Page> pages = new Pages(root.normalize(), version).read(sources);
        clear(site);
        Template template = new Template(pages, version);
        for (Page page : pages) {
            write(site.resolve(page.file()), template.fill(page));
        }
        write(site.resolve("assets/lanyard.css"), Resources.text("lanyard.css"));
        write(site.resolve("assets/search.js"), Resources.text("search.js"));
        write(site.resolve("assets/lunr.js"), Resources.lunr());
        write(site.resolve("assets/sections.js"), SearchIndex.script(pages));
        List<String> faults = LinkCheck.faults(site);
        if (!faults.isEmpty()) {
            throw new BrokenSite(faults);
        }
        return pages.size();
    }

    private static void write(Path file, String text) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text);
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
