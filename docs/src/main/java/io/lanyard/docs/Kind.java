// Docs: the four kinds of page, and so the four parts of the navigation.
package io.lanyard.docs;

import java.util.Locale;

/** What a page is for. Each page is of one kind and lies in that kind's folder. */
enum Kind {
    /** A tutorial: learn by doing. */
    LABS("Labs"),
    /** A recipe: get one thing done. */
    HOW_TO("How-to"),
    /** Facts to look up. */
    REFERENCE("Reference"),
    /** An explanation: understand. */
    CONCEPTS("Concepts");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The folder that holds the pages of this kind. */
    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
