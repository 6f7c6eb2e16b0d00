// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.sign;

import io.lanyard.sandbox.services.storage.wire.S3Code;
import io.lanyard.sandbox.state.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a signature is of now. Clients sign with the machine's clock, while the sandbox's may have been turned: a request is of now
 * by either of them. A link is good for as long as the sandbox's clock says, counted from what it showed when the client signed.
 */
final class SigningTime {
    /** How many links are remembered: signatures tell only the second, so what was understood first stays. */
    private static final int MOST_LINKS = 10_000;

    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

    private final Map<String, Instant> links = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_LINKS;
        }
    });

    void check(Signature signature, SandboxClock clock) {
        var signed = instant(signature);
        var machine = Instant.now();
        var now = clock.now();
        if (signature.expires().isPresent()) {
            var since = links.computeIfAbsent(
                    signature.hex(),
                    hex -> signed.isAfter(machine.plus(SKEW)) ? signed : clock.shown(signed.plusMillis(999)));
            if (since.isAfter(now.plus(SKEW))) {
                throw S3Code.ACCESS_DENIED.refusal("Request is not valid yet");
            }
            if (now.isAfter(since.plusSeconds(signature.expires().get()))) {
                throw S3Code.ACCESS_DENIED.refusal("Request has expired");
            }
        } else if (!near(signed, machine) && !near(signed, now)) {
            throw S3Code.TIME_TOO_SKEWED.refusal();
        }
    }

    private static boolean near(Instant a, Instant b) {
        return Duration.between(a, b).abs().compareTo(SKEW) <= 0;
    }

    private static Instant instant(Signature signature) {
        try {
            return LocalDateTime.parse(signature.time(), FORM).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException noTime) {
            throw S3Code.AUTHORIZATION_HEADER.refusal("The date of the signature is no date.");
        }
    }
}
