// Docs: what the search looks through: one entry per section, so that a hit lands on its heading.
package io.lanyard.docs;

import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Makes the script that holds the search's entries; a script, as a page opened from disk may not fetch a file. */
final class SearchIndex {

    /** A section: where it is, the page's and its own title, its words. */
    record Entry(String href, String page, String title, String text) {}

    private SearchIndex() {}

    static List<Entry> entries(List<Page> pages) {
        List<Entry> entries = new ArrayList<>();
        for (Page page : pages) {
            String href = page.linkFromTheTop();
            Element body = Jsoup.parseBodyFragment(page.body()).body();
            for (Element heading : body.select("h2[id], h3[id]")) {
                Element section = heading.parent();
                String text = section == null
                        ? ""
                        : section.children().stream()
                                .filter(child -> !child.tagName().matches("h\\d|div") || !child.hasClass("sect2"))
                                .map(Element::text)
                                .collect(Collectors.joining(" "));
                entries.add(new Entry(href + "#" + heading.id(), page.title(), heading.text(), text));
            }
            body.select(".sect1").remove();
            entries.add(new Entry(href, page.title(), page.title(), body.text()));
        }
        return entries;
    }

    static String script(List<Page> pages) {
        return "window.lanyardSections = "
                + new GsonBuilder().setPrettyPrinting().create().toJson(entries(pages)) + ";\n";
    }
}
