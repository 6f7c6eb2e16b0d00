// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.query;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The time that a query is about. Both ends are in it, each with its whole millisecond: who asks up to now may count the time more
 * coarsely, or more finely, than whoever sent a log.
 *
 * @param from since when
 * @param to until when
 * @param shortened whether more was asked for
 */
public record Window(Instant from, Instant to, boolean shortened) {
    private static final Duration USUAL = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofDays(8); // cloud-logs.md §6, limits
    private static final long FARTHEST_SECOND = Long.MAX_VALUE / 1_000_000 - 1;

    /** Reads the ends, where they are told; without them it is the last 15 minutes. */
    static Window read(Optional<String> start, Optional<String> end, Instant now, Tier tier) {
        var to = end.map(text -> time("end_date", text)).orElse(now);
        var from = start.map(text -> time("start_date", text)).orElseGet(() -> to.minus(USUAL));
        if (from.isAfter(to)) {
            throw Refusal.of(
                            Problem.INVALID,
                            "'start_date' (" + from + ") must not be after 'end_date' (" + to
                                    + "), which is now if it isn't sent.")
                    .about("start_date");
        }
        if (tier == Tier.FREQUENT_SEARCH && Duration.between(from, to).compareTo(LONGEST) > 0) {
            return new Window(to.minus(LONGEST), to, true);
        }
        return new Window(from, to, false);
    }

    private static Instant time(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException odd) {
            throw Refusal.of(
                            Problem.INVALID,
                            "'" + name + "' must be a time such as 2026-07-31T10:00:00Z, not '" + Words.shown(text)
                                    + "'.")
                    .about(name);
        }
    }

    /** Returns the beginning in microseconds: the first of its millisecond. */
    public long fromMicros() {
        return Math.floorDiv(micros(from), 1_000) * 1_000;
    }

    /** Returns the end in microseconds: the last of its millisecond. */
    public long toMicros() {
        return Math.floorDiv(micros(to), 1_000) * 1_000 + 999;
    }

    /** A time that no count of microseconds reaches becomes the last one that is reached: no log is from there. */
    private static long micros(Instant time) {
        var seconds = Math.max(-FARTHEST_SECOND, Math.min(FARTHEST_SECOND, time.getEpochSecond()));
        return seconds * 1_000_000 + time.getNano() / 1_000;
    }

    /** Says that less was looked at than was asked for. */
    Optional<JsonObject> warning() {
        if (!shortened) {
            return Optional.empty();
        }
        var details = new JsonObject();
        details.addProperty(
                "warning_message",
                "Indexed logs are searched over no more than " + LONGEST.toDays()
                        + " days: the last ones of the time that was asked for. Ask for the time before in another query, or"
                        + " in the tier 'archive'.");
        details.addProperty("start_date", from.toString());
        details.addProperty("end_date", to.toString());
        return Optional.of(Warnings.of("time_range_warning", details));
    }
}
