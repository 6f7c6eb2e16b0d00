// Docs: refuses a site with a dead link, a missing picture or a load from another host.
package io.lanyard.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Looks at a finished site as a browser without a network would. */
final class LinkCheck {

    private final Path site;
    private final Map<Path, Document> documents = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private LinkCheck(Path site) {
        this.site = site.toAbsolutePath().normalize();
    }

    /**
     * Checks a site.
     *
     * @param site the folder
     * @return the faults, one line each; empty when there are none
     * @throws IOException when the site can't be read
     */
    static List<String> faults(Path site) throws IOException {
        LinkCheck check = new LinkCheck(site);
        check.run();
        return check.faults;
    }

    private void run() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(site)) {
            files = walk.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            documents.put(file, Jsoup.parse(Files.readString(file)));
        }
        files.forEach(this::check);
    }

    private void check(Path file) {
        Document html = document(file);
        Set<String> ids = new HashSet<>();
        for (Element element : html.select("[id]")) {
            if (element.closest("svg") == null && !ids.add(element.id())) {
                fault(file, "two elements have the id " + element.id());
            }
        }
        if (html.select("h1").size() != 1) {
            fault(file, "has " + html.select("h1").size() + " main headings");
        }
        for (Element image : html.select("img")) {
            if (!image.hasAttr("alt")) {
                fault(file, "a picture without a text: " + image.attr("src"));
            }
        }
        html.select("a[href]").forEach(link -> link(file, link.attr("href"), false));
        html.select("link[href]").forEach(link -> link(file, link.attr("href"), true));
        html.select("script[src], img[src], iframe[src]").forEach(load -> link(file, load.attr("src"), true));
    }

    private void link(Path file, String target, boolean load) {
        if (target.matches("[a-z][a-z0-9+.-]*:.*|//.*")) {
            if (load) {
                fault(file, "loads from another host: " + target);
            }
            return;
        }
        int mark = target.indexOf('#');
        String path = mark < 0 ? target : target.substring(0, mark);
        Path folder = file.getParent();
        Path other =
                path.isEmpty() || folder == null ? file : folder.resolve(path).normalize();
        if (!other.startsWith(site) || !Files.isRegularFile(other)) {
            fault(file, "leads nowhere: " + target);
        } else if (mark >= 0 && documents.containsKey(other)) {
            String anchor = target.substring(mark + 1);
            if (!anchor.isEmpty() && document(other).getElementById(anchor) == null) {
                fault(file, "no such place: " + target);
            }
        }
    }

    private Document document(Path file) {
        return documents.getOrDefault(file, new Document(""));
    }

    private void fault(Path file, String what) {
        faults.add(site.relativize(file) + " " + what);
    }
}
