package io.lanyard.policy;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Policy: one stretch of time: {@code once(from).until(to)}. Both ends are inside it. A policy whose window has passed stays, and
 * still counts towards the account's limit.
 *
 * @param from the first second
 * @param to the last second
 */
public record Once(OffsetDateTime from, OffsetDateTime to) implements TimeWindow {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    /**
     * Starts a window; say where it ends with {@link Start#until}.
     *
     * @param from the first second
     * @return a window that lacks its end
     */
    public static Start once(OffsetDateTime from) {
        return new Start(from);
    }

    /**
     * A window that has begun and lacks its end.
     *
     * @param from the first second
     */
    public record Start(OffsetDateTime from) {
        /**
         * Closes the window.
         *
         * @param to the last second
         * @return the window
         */
        public Once until(OffsetDateTime to) {
            return new Once(from, to);
        }
    }

    @Override
    public Condition condition() {
        var key = "{{environment.attributes.current_date_time}}";
        return new Condition(
                Pattern.ONCE,
                Rule.allOf(
                        new Attribute(key, Operator.DATE_TIME_GREATER_THAN_OR_EQUALS, Value.of(text(from))),
                        new Attribute(key, Operator.DATE_TIME_LESS_THAN_OR_EQUALS, Value.of(text(to)))));
    }

    private static String text(OffsetDateTime time) {
        return LOCAL.format(time) + offset(time.getOffset());
    }

    /** Says an offset as the service does, {@code +00:00} and never {@code Z}. */
    static String offset(ZoneOffset offset) {
        return offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId();
    }
}
