// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.blobs;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which bytes a chunk holds, as a client's {@code Content-Range} says it: {@code 0-1023}, or {@code bytes 0-1023/*}.
 *
 * @param first the first byte's place
 * @param last the last byte's place, itself included
 */
public record ContentRange(long first, long last) {
    private static final Pattern FORM = Pattern.compile("(?:bytes[ =])?(\\d{1,18})-(\\d{1,18})(?:/(?:\\d{1,18}|\\*))?");

    /** Reads the header; empty when it has no such form, or ends before it begins. */
    public static Optional<ContentRange> parse(String header) {
        var matcher = FORM.matcher(header.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var range = new ContentRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        return range.last < range.first ? Optional.empty() : Optional.of(range);
    }

    /** Returns how many bytes it is. */
    public long length() {
        return last - first + 1;
    }
}
