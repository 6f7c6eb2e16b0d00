// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** The two forms that S3 writes times in. */
public final class HttpDate {
    private static final DateTimeFormatter HEADER = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DOCUMENT = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    /** Writes it for a header. */
    public static String header(Instant time) {
        return HEADER.format(time);
    }

    /** Writes it for a document. */
    public static String document(Instant time) {
        return DOCUMENT.format(time);
    }

    /** Reads a header's; empty when it is none, which a server then ignores. */
    public static Optional<Instant> parse(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    /** Cuts a time to the second, as headers tell it. */
    public static Instant whole(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
