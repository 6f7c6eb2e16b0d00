// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The words of messages: quoting what a client sent, and guessing what he meant. */
public final class Words {
    private static final int LONGEST = 80;

    private Words() {}

    /** Cuts and cleans a client's text so that it can stand in a message. */
    public static String shown(String text) {
        var cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return cut.replaceAll("\\p{Cntrl}", "?");
    }

    /** Finds the known word that a mistyped one is closest to, if any is close. */
    public static Optional<String> closest(String typed, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(word -> distance(typed, word)))
                .filter(word -> distance(typed, word) <= Math.min(word.length() - 1, Math.max(2, word.length() / 3)));
    }

    private static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var swap = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(swap, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
