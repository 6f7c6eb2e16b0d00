package io.lanyard.workshop.terminal;

import java.io.PrintWriter;
import java.util.List;

/** Terminal: the page that a lab is written on: its margins, its columns, and one blank line where there should be one. */
final class Page {
    private static final String MARGIN = "  ";
    private static final String BODY = "     ";
    private static final int NAME = 6;

    private final PrintWriter out;
    private final Look look;
    private boolean blank = true;
    private boolean empty = true;

    Page(PrintWriter out, Look look) {
        this.out = out;
        this.look = look;
    }

    /** Counts things in words: "1 policy", "2 policies". */
    static String count(int number, String kind) {
        if (number == 1) {
            return "1 " + kind;
        }
        boolean ies = kind.endsWith("y") && !kind.endsWith("ey");
        return number + " " + (ies ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s");
    }

    void gap() {
        if (!blank || empty) {
            out.println();
            blank = true;
            empty = false;
        }
    }

    void heading(String left, String right) {
        var title = look.text(left);
        var lines = Columns.ends(title, look.text(right), Columns.WIDTH - MARGIN.length());
        for (var line : lines) {
            line(MARGIN + (line.startsWith(title) ? look.strong(title) + line.substring(title.length()) : line));
        }
    }

    void note(String text) {
        wrapped(MARGIN, MARGIN, text);
    }

    void step(int number, String title) {
        var lead = MARGIN + String.format("%-3d", number);
        var lines = Columns.wrap(look.text(title), Columns.WIDTH - BODY.length());
        line(lead + look.strong(lines.get(0)));
        lines.stream().skip(1).forEach(more -> line(BODY + look.strong(more)));
    }

    void body(String text) {
        wrapped(BODY, BODY, text);
    }

    void wire(String text) {
        for (String part : Columns.wrap(look.text(text), Columns.WIDTH - BODY.length() - 2)) {
            line(BODY + "  " + look.faint(part));
        }
        flush();
    }

    /** A mark, then text that stays right of it. */
    void marked(String mark, String text) {
        int width = look == Look.RICH ? 1 : mark.length();
        wrapped(BODY + mark + " ", BODY + " ".repeat(width + 1), BODY.length() + width + 1, text);
    }

    /** A short name, then text that stays right of it, with more lines below. */
    void named(String name, String text, List<String> more) {
        var hang = BODY + " ".repeat(NAME);
        wrapped(BODY + look.strong(name) + " ".repeat(NAME - name.length()), hang, hang.length(), text);
        more.forEach(line -> wrapped(hang, hang + MARGIN, line));
    }

    void fact(String name, int width, String value) {
        var hang = BODY + " ".repeat(width + 2);
        wrapped(BODY + name + " ".repeat(width - name.length() + 2), hang, value);
    }

    /** Lines as they are, a table or a document; what doesn't fit on the page goes on below. */
    void verbatim(String text) {
        text.stripTrailing()
                .lines()
                .flatMap(line -> Columns.fold(look.text(line), Columns.WIDTH - BODY.length()).stream())
                .forEach(line -> line((BODY + line).stripTrailing()));
    }

    void rule() {
        line(MARGIN + look.rule(Columns.WIDTH - MARGIN.length()));
    }

    void flush() {
        out.flush();
    }

    private void wrapped(String first, String rest, String text) {
        wrapped(first, rest, Math.max(first.length(), rest.length()), text);
    }

    private void wrapped(String first, String rest, int indent, String text) {
        var lines = Columns.wrap(look.text(text), Columns.WIDTH - indent);
        for (int i = 0; i < lines.size(); i++) {
            line((i == 0 ? first : rest) + lines.get(i));
        }
    }

    private void line(String text) {
        out.println(text);
        blank = false;
        empty = false;
    }
}
