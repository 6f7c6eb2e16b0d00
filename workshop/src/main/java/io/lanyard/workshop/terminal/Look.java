package io.lanyard.workshop.terminal;

import java.util.Locale;
import java.util.Map;

/** Terminal: how words are dressed: with glyphs and colours, or in plain ASCII that a screen reader and a log can carry. */
public enum Look {
    /** Glyphs and colours. */
    RICH,
    /** Words instead of glyphs, and no escape codes. */
    PLAIN;

    private static final String RESET = "\u001b[0m";

    /**
     * Chooses the look for where the output goes. Glyphs need somebody who looks, a terminal that can draw them, and
     * no wish to the contrary (the environment variable {@code NO_COLOR}, see no-color.org).
     *
     * @param plainWanted whether the person asked for plain output
     * @param terminal whether a terminal is at the other end
     * @param environment the environment variables
     * @return the look
     */
    public static Look choose(boolean plainWanted, boolean terminal, Map<String, String> environment) {
        boolean noColour = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean dumb = "dumb".equals(environment.get("TERM"));
        return plainWanted || !terminal || noColour || dumb || !utf8(environment) ? PLAIN : RICH;
    }

    private static boolean utf8(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            var value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8");
            }
        }
        return false;
    }

    String good() {
        return this == RICH ? "\u001b[32m✓" + RESET : "PASS";
    }

    String denied() {
        return this == RICH ? "\u001b[33m✗" + RESET : "DENY";
    }

    String bad() {
        return this == RICH ? "\u001b[31m✗" + RESET : "FAIL";
    }

    String skipped() {
        return this == RICH ? "\u001b[2m–" + RESET : "SKIP";
    }

    String arrow() {
        return this == RICH ? "→" : "->";
    }

    String rule(int width) {
        return (this == RICH ? "─" : "-").repeat(width);
    }

    String strong(String text) {
        return this == RICH ? "\u001b[1m" + text + RESET : text;
    }

    String faint(String text) {
        return this == RICH ? "\u001b[2m" + text + RESET : text;
    }

    /** Takes glyphs out of running text where they can't be shown. */
    String text(String text) {
        return this == RICH
                ? text
                : text.replace(" · ", "; ")
                        .replace("…", "...")
                        .replace("→", "->")
                        .replace("–", "-")
                        .replace("—", "-");
    }
}
