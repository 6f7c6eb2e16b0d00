package io.lanyard.workshop.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Terminal: breaks text so that it fits on 80 columns. */
public final class Columns {
    /** How many columns there are. */
    public static final int WIDTH = 80;

    private Columns() {}

    /**
     * Breaks at blanks; a word that is longer than a line is broken behind one of its marks, or anywhere if it has none.
     *
     * @param text one paragraph
     * @param width the most characters in a line
     * @return the lines, at least one
     */
    public static List<String> wrap(String text, int width) {
        var lines = new ArrayList<String>();
        var rest = text.strip();
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > 0 ? blank : inWord(rest, width);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return List.copyOf(lines);
    }

    /** Breaks a line whose blanks mean something, such as a row of a table, and moves what didn't fit to the right. */
    static List<String> fold(String line, int width) {
        if (line.length() <= width) {
            return List.of(line);
        }
        int text = line.length() - line.stripLeading().length();
        var indent = " ".repeat(Math.min(text + 2, width / 2));
        int blank = line.lastIndexOf(' ', width);
        int end = blank > text ? blank : inWord(line, width);
        var lines = new ArrayList<String>();
        lines.add(line.substring(0, end).stripTrailing());
        wrap(line.substring(end), width - indent.length()).forEach(more -> lines.add(indent + more));
        return lines;
    }

    /** Between the parts of a path or a list if that is possible, else between words, else anywhere. */
    private static int inWord(String text, int width) {
        return Stream.of("/,;?&", ":_-=+.")
                .mapToInt(marks -> behindOne(marks, text, width))
                .filter(end -> end > 0)
                .findFirst()
                .orElse(width);
    }

    private static int behindOne(String marks, String text, int width) {
        for (int end = width; end > width / 2; end--) {
            if (marks.indexOf(text.charAt(end - 1)) >= 0) {
                return end;
            }
        }
        return 0;
    }

    /** Puts two texts at the two ends of a line of a width, or below each other if they don't fit. */
    static List<String> ends(String left, String right, int width) {
        int gap = width - left.length() - right.length();
        return gap >= 2
                ? List.of(left + " ".repeat(gap) + right)
                : Stream.of(left, right)
                        .flatMap(text -> wrap(text, width).stream())
                        .toList();
    }
}
