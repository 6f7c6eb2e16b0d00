// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

/** What others wrote, cut to what an event keeps: the journal holds thousands of them in memory. */
final class Brief {
    /** How many characters an event keeps of a text that somebody sent; ours, as IBM doesn't say. */
    static final int LONGEST = 1_000;

    private Brief() {}

    static String of(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    static Object ofValue(Object value) {
        return value instanceof String text ? of(text) : value;
    }
}
