// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.util.ArrayList;
import java.util.List;

/** What others wrote, cut to what an event keeps: the journal holds thousands of them in memory. */
final class Brief {
    /** How many characters an event keeps of a text that somebody sent; ours, as IBM doesn't say. */
    static final int LONGEST = 1_000;

    /** How many items it keeps of a list. */
    static final int MOST = 100;

    private Brief() {}

    static String of(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    static Object ofValue(Object value) {
        if (value instanceof String text) {
            return of(text);
        }
        if (value instanceof List<?> many) {
            var few = many.stream().limit(MOST).map(Brief::ofValue).toList();
            return many.size() <= MOST ? few : and(few, "and " + (many.size() - MOST) + " more");
        }
        return value;
    }

    private static List<Object> and(List<Object> few, String rest) {
        var all = new ArrayList<>(few);
        all.add(rest);
        return List.copyOf(all);
    }
}
