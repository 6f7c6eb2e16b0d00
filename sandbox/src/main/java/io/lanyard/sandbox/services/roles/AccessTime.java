// Room: sandbox / roles. Timestamps of roles and policies, in milliseconds.
package io.lanyard.sandbox.services.roles;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes {@code 2023-06-23T21:52:23.443Z}. */
public final class AccessTime {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private AccessTime() {}

    /** Writes a moment as policies and roles show it. */
    public static String write(Instant time) {
        return WRITTEN.format(time);
    }
}
