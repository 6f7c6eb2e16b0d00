package io.lanyard.policy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Policy: the same hours every week: {@code weekly(MONDAY, FRIDAY).from("09:00").to("17:00").at(UTC)}.
 *
 * <p>Both ends are inside the window. The offset is literal: the service knows no daylight saving, and a window doesn't
 * wrap around midnight (from 22:00 to 06:00 is never true; grant twice instead).
 *
 * @param days the days, in the order of the week from the first one
 * @param from the first second, or midnight for whole days
 * @param to the last second
 * @param offset the offset from UTC that days and times are meant in
 * @param wholeDays whether the times don't matter
 */
public record Weekly(List<DayOfWeek> days, LocalTime from, LocalTime to, ZoneOffset offset, boolean wholeDays)
        implements TimeWindow {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final LocalTime LAST = LocalTime.of(23, 59, 59);

    /** Copies the list. */
    public Weekly {
        days = List.copyOf(days);
    }

    /**
     * Starts a window on every day from {@code first} to {@code last}, whole days in UTC until told otherwise.
     *
     * @param first the first day
     * @param last the last day; the window may run over a weekend
     * @return the window
     */
    public static Weekly weekly(DayOfWeek first, DayOfWeek last) {
        var days = new ArrayList<DayOfWeek>();
        for (var day = first; day != last; day = day.plus(1)) {
            days.add(day);
        }
        days.add(last);
        return new Weekly(days, LocalTime.MIN, LAST, ZoneOffset.UTC, true);
    }

    /**
     * Starts a window on these days only, whole days in UTC until told otherwise.
     *
     * @param days the days
     * @return the window
     */
    public static Weekly weeklyOn(DayOfWeek... days) {
        return new Weekly(List.of(days), LocalTime.MIN, LAST, ZoneOffset.UTC, true);
    }

    /**
     * Opens the window at this time of the day.
     *
     * @param time the first second, {@code hh:mm} or {@code hh:mm:ss}
     * @return the window
     */
    public Weekly from(String time) {
        return new Weekly(days, LocalTime.parse(time), to, offset, false);
    }

    /**
     * Closes the window after this time of the day.
     *
     * @param time the last second, {@code hh:mm} or {@code hh:mm:ss}
     * @return the window
     */
    public Weekly to(String time) {
        return new Weekly(days, from, LocalTime.parse(time), offset, false);
    }

    /**
     * Says which offset from UTC days and times are meant in.
     *
     * @param offset the offset
     * @return the window
     */
    public Weekly at(ZoneOffset offset) {
        return new Weekly(days, from, to, offset, wholeDays);
    }

    @Override
    public Condition condition() {
        var zone = Once.offset(offset);
        var on = new Attribute(
                "{{environment.attributes.day_of_week}}",
                Operator.DAY_OF_WEEK_ANY_OF,
                Value.of(days.stream().map(day -> day.getValue() + zone).toList()));
        if (wholeDays) {
            return new Condition(Pattern.WEEKLY_ALL_DAY, on);
        }
        var key = "{{environment.attributes.current_time}}";
        return new Condition(
                Pattern.WEEKLY_CUSTOM_HOURS,
                Rule.allOf(
                        on,
                        new Attribute(key, Operator.TIME_GREATER_THAN_OR_EQUALS, Value.of(TIME.format(from) + zone)),
                        new Attribute(key, Operator.TIME_LESS_THAN_OR_EQUALS, Value.of(TIME.format(to) + zone))));
    }
}
