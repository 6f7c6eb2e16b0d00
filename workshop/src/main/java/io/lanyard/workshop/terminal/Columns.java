package io.lanyard.workshop.terminal;

import java.util.ArrayList;
import java.util.List;

/** Terminal: breaks text so that it fits on 80 columns. */
public final class Columns {
    /** How many columns there are. */
    public static final int WIDTH = 80;

    private Columns() {}

    /**
     * Breaks at blanks only: a word that is longer than a line, such as a URL, stays whole, so that it can be copied.
     *
     * @param text one paragraph
     * @param width the most characters in a line
     * @return the lines, at least one
     */
    public static List<String> wrap(String text, int width) {
        var lines = new ArrayList<String>();
        var rest = text.strip();
        while (rest.length() > width) {
            int at = rest.lastIndexOf(' ', width);
            int end = at > 0 ? at : rest.indexOf(' ');
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return List.copyOf(lines);
    }

    /** Puts two texts at the two ends of a line of a width, or below each other if they don't fit. */
    static List<String> ends(String left, String right, int width) {
        int gap = width - left.length() - right.length();
        return gap >= 2 ? List.of(left + " ".repeat(gap) + right) : List.of(left, right);
    }
}
