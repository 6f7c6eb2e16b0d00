// Docs: one page, converted, before it is put into the template.
package io.lanyard.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page.
 *
 * @param file the page's HTML file, relative to the site
 * @param title its title
 * @param kind its kind; the front page has none
 * @param order its place among the pages of its kind
 * @param header what its header promises, such as {@code minutes}, {@code needs} and {@code learn}
 * @param body its HTML, without the page around it
 */
record Page(Path file, String title, Optional<Kind> kind, int order, Map<String, String> header, String body) {

    /** What a page of each kind must say in its header. */
    static List<String> promises(Kind kind) {
        return switch (kind) {
            case LABS -> List.of("minutes", "needs", "learn");
            case HOW_TO -> List.of("minutes", "needs");
            case REFERENCE, CONCEPTS -> List.of("learn");
        };
    }

    /** The link to another file of the site, from this page. */
    String linkTo(Path other) {
        Path folder = file.getParent();
        Path link = folder == null ? other : folder.relativize(other);
        return link.toString().replace('\\', '/');
    }

    /** The link to this page from the site's top folder. */
    String linkFromTheTop() {
        return file.toString().replace('\\', '/');
    }
}
