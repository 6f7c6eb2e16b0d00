// Room: sandbox / IAM Identity. Its timestamps, which know minutes only.
package io.lanyard.sandbox.services.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Writes {@code 2024-10-04T14:05+0000}; reads that, with or without seconds, and any offset (FACTS.md §6). */
final class IdentityTime {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmZ", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final int LAST_YEAR = 9999;

    private IdentityTime() {}

    static String write(Instant time) {
        return WRITTEN.format(time);
    }

    /** Reads a moment that the client named in a property. */
    static Instant read(String property, String text) {
        try {
            var time = OffsetDateTime.parse(text, READ);
            if (time.getYear() > LAST_YEAR) {
                throw new DateTimeException("a year of four digits");
            }
            return time.toInstant();
        } catch (DateTimeException e) {
            throw IdentityRefusals.invalid(property, "it must look like 2030-12-31T23:59+0000.");
        }
    }
}
