// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.oci;

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

    /**
     * Reads a header for content of a size; empty for the whole, which is also the answer to forms we don't know (several
     * ranges), as RFC 9110 allows.
     *
     * @throws OciException RANGE_INVALID (416) when nothing of it is there
     */
    public static Optional<ByteRange> of(String header, long size) {
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
            throw OciException.of(OciCode.RANGE_INVALID, header).with("Content-Range", "bytes */" + size);
        }
        return Optional.of(new ByteRange(first, last));
    }

    /** Returns how many bytes it is. */
    public long length() {
        return last - first + 1;
    }
}
