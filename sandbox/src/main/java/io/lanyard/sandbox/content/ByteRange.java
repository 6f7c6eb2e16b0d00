// Room: sandbox / content.
package io.lanyard.sandbox.content;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of some content that a {@code Range} header asks for.
 *
 * @param first the first byte's place
 * @param last the last byte's place, itself included
 */
public record ByteRange(long first, long last) {
    private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Nothing of what a range asks for is there: 416. */
    public static final class Unsatisfiable extends Exception {
        private static final long serialVersionUID = 1L;

        private Unsatisfiable() {
            super("nothing of the range is there", null, false, false);
        }
    }

    /**
     * Reads a header for content of a size; empty for the whole, which is also the answer to forms we don't know (several
     * ranges), as RFC 9110 allows.
     *
     * @throws Unsatisfiable when nothing of it is there
     */
    public static Optional<ByteRange> of(String header, long size) throws Unsatisfiable {
        var matcher = FORM.matcher(header.strip());
        if (!matcher.matches() || header.strip().equals("bytes=-")) {
            return Optional.empty();
        }
        var from = matcher.group(1);
        var to = matcher.group(2);
        var first = from.isEmpty() ? Math.max(0, size - Long.parseLong(to)) : Long.parseLong(from);
        var last = from.isEmpty() || to.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(to));
        if (!from.isEmpty() && !to.isEmpty() && Long.parseLong(to) < first) {
            return Optional.empty();
        }
        if (first >= size || last < first) {
            throw new Unsatisfiable();
        }
        return Optional.of(new ByteRange(first, last));
    }

    /** Returns how many bytes it is. */
    public long length() {
        return last - first + 1;
    }
}
