// Docs: the page around a page: header, navigation, contents, the way back and forth.
package io.lanyard.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Puts pages into the site's template. */
final class Template {

    private final List<Page> pages;
    private final String version;
    private final String frame;

    Template(List<Page> pages, String version) throws IOException {
        this.pages = pages;
        this.version = version;
        this.frame = Resources.text("page.html");
    }

    String fill(Page page) {
        Document html = Jsoup.parse(frame);
        html.title(page.kind().isPresent() ? page.title() + " - Lanyard" : "Lanyard");
        html.select("[data-root]").forEach(element -> {
            String attribute = element.hasAttr("href") ? "href" : "src";
            element.attr(attribute, page.linkTo(Path.of(element.attr(attribute))));
            element.removeAttr("data-root");
        });
        html.body().attr("data-root", page.linkTo(Path.of("index.html")).replaceAll("index\\.html$", ""));
        element(html, "version").text(version);
        element(html, "kind").text(page.kind().map(Kind::title).orElse(""));
        element(html, "title").text(page.title());
        promises(page, element(html, "promises"));
        element(html, "body").html(page.body());
        navigation(page, element(html, "navigation"));
        contents(element(html, "body"), element(html, "contents"));
        neighbour(page, -1, html, "previous");
        neighbour(page, 1, html, "next");
        html.select("[data-slot]").removeAttr("data-slot");
        html.outputSettings().prettyPrint(false);
        return html.outerHtml() + "\n";
    }

    private static Element element(Document html, String slot) {
        return html.expectFirst("[data-slot=" + slot + "]");
    }

    private static void promises(Page page, Element list) {
        page.header().forEach((promise, text) -> {
            String label = switch (promise) {
                case "minutes" -> "Time";
                case "needs" -> "You need";
                default -> "You will know";
            };
            list.appendElement("dt").text(label);
            list.appendElement("dd").text(promise.equals("minutes") ? text + " minutes" : text);
        });
        if (page.header().isEmpty()) {
            list.remove();
        }
    }

    private void navigation(Page current, Element navigation) {
        for (Kind kind : Kind.values()) {
            List<Page> ofKind = pages.stream()
                    .filter(page -> page.kind().equals(Optional.of(kind)))
                    .toList();
            if (ofKind.isEmpty()) {
                continue;
            }
            navigation.appendElement("h2").text(kind.title());
            Element list = navigation.appendElement("ul");
            for (Page page : ofKind) {
                Element link = list.appendElement("li")
                        .appendElement("a")
                        .attr("href", current.linkTo(page.file()))
                        .text(page.title());
                if (page.equals(current)) {
                    link.attr("aria-current", "page");
                }
            }
        }
    }

    private static void contents(Element body, Element contents) {
        List<Element> headings = body.select("h2[id]");
        if (headings.size() < 2) {
            contents.remove();
            return;
        }
        Element list = contents.appendElement("ul");
        headings.forEach(heading -> list.appendElement("li")
                .appendElement("a")
                .attr("href", "#" + heading.id())
                .text(heading.text()));
    }

    private void neighbour(Page page, int step, Document html, String slot) {
        int place = pages.indexOf(page) + step;
        Element link = element(html, slot);
        if (place < 0 || place >= pages.size()) {
            link.remove();
        } else {
            Page other = pages.get(place);
            link.attr("href", page.linkTo(other.file())).text(other.title());
        }
    }
}
