package io.lanyard.policy.decision;

import io.lanyard.core.json.Instants;
import io.lanyard.policy.Attribute;
import io.lanyard.policy.Operator;
import io.lanyard.policy.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Decision: a comparison with the time of the request. The time is first moved to the offset that the policy's value carries, so
 * a window keeps its meaning across midnight; no offset means UTC, and there is no daylight saving. A {@code dateTime} operator
 * compares whole instants whatever its key says: IBM's own samples pair it with {@code current_time}.
 */
interface ClockTest {
    long NANOS = 1_000_000_000L;
    int DAY = 86_400;

    /** Never true: the value is no time. */
    ClockTest NEVER = at -> false;

    boolean holds(Instant at);

    /** Says the instant in the terms of the comparison. */
    default String observed(Instant at) {
        return at.toString();
    }

    /** Prepares the test; empty when the operator isn't about time. */
    static Optional<ClockTest> of(Attribute attribute) {
        var operator = attribute.operator().value();
        try {
            if (attribute.operator().equals(Operator.DAY_OF_WEEK_EQUALS)
                    || attribute.operator().equals(Operator.DAY_OF_WEEK_ANY_OF)) {
                return Optional.of(DayTest.of(attribute.value()));
            }
            if (operator.startsWith("dateTime")) {
                return order(operator.substring("dateTime".length()))
                        .map(order -> InstantTest.of(only(attribute.value()), order));
            }
            if (operator.startsWith("date")) {
                return order(operator.substring("date".length()))
                        .map(order -> DateTest.of(only(attribute.value()), order));
            }
            if (operator.startsWith("time")) {
                return order(operator.substring("time".length()))
                        .map(order -> TimeTest.of(only(attribute.value()), order));
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of(NEVER);
        }
    }

    private static String only(Value value) {
        var texts = value.texts();
        return texts.size() == 1 ? texts.get(0) : "";
    }

    /** Reads the rest of an operator's name as an order on {@code compare(observed, wanted)}. */
    private static Optional<LongPredicate> order(String name) {
        return switch (name) {
            case "LessThan" -> Optional.of(order -> order < 0);
            case "LessThanOrEquals" -> Optional.of(order -> order <= 0);
            case "GreaterThan" -> Optional.of(order -> order > 0);
            case "GreaterThanOrEquals" -> Optional.of(order -> order >= 0);
            default -> Optional.empty();
        };
    }

    /** Compares whole instants. */
    record InstantTest(Instant wanted, LongPredicate order) implements ClockTest {
        static ClockTest of(String text, LongPredicate order) {
            return Instants.parse(text)
                    .<ClockTest>map(wanted -> new InstantTest(wanted, order))
                    .orElse(NEVER);
        }

        @Override
        public boolean holds(Instant at) {
            return order.test(at.compareTo(wanted));
        }
    }

    /** Compares dates, {@code 2026-11-21+01:00}. */
    record DateTest(long wantedDay, int offset, LongPredicate order) implements ClockTest {
        private static final DateTimeFormatter FORM = zoned(DateTimeFormatter.ISO_LOCAL_DATE);

        static ClockTest of(String text, LongPredicate order) {
            var read = FORM.parse(text);
            return new DateTest(LocalDate.from(read).toEpochDay(), seconds(read), order);
        }

        @Override
        public boolean holds(Instant at) {
            return order.test(Long.compare(Math.floorDiv(at.getEpochSecond() + offset, (long) DAY), wantedDay));
        }

        @Override
        public String observed(Instant at) {
            return at.atOffset(ZoneOffset.ofTotalSeconds(offset)).toLocalDate() + zone(offset);
        }
    }

    /** Compares times of the day, {@code 09:00:00+00:00}. */
    record TimeTest(long wantedNano, int offset, LongPredicate order) implements ClockTest {
        private static final DateTimeFormatter FORM = zoned(DateTimeFormatter.ISO_LOCAL_TIME);
        private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm:ss");

        static ClockTest of(String text, LongPredicate order) {
            var read = FORM.parse(text);
            return new TimeTest(LocalTime.from(read).toNanoOfDay(), seconds(read), order);
        }

        @Override
        public boolean holds(Instant at) {
            long second = Math.floorMod(at.getEpochSecond() + offset, (long) DAY);
            return order.test(Long.compare(second * NANOS + at.getNano(), wantedNano));
        }

        @Override
        public String observed(Instant at) {
            return SHOWN.format(at.atOffset(ZoneOffset.ofTotalSeconds(offset))) + zone(offset);
        }
    }

    /** Compares days of the week, 1 Monday to 7 Sunday, each with its own offset: {@code 1+00:00}. */
    record DayTest(List<Day> wanted) implements ClockTest {

        /** A day of the week and the offset it is meant in, in seconds. */
        record Day(int day, int offset) {
            boolean holds(Instant at) {
                return at(at) == day;
            }

            /** 1970-01-01 was a Thursday. */
            int at(Instant at) {
                return (int) Math.floorMod(Math.floorDiv(at.getEpochSecond() + offset, (long) DAY) + 3, 7L) + 1;
            }
        }

        static ClockTest of(Value value) {
            var days = new ArrayList<Day>();
            for (var text : value.texts()) {
                if (text.isEmpty() || text.charAt(0) < '1' || text.charAt(0) > '7') {
                    return NEVER;
                }
                int offset = text.length() == 1
                        ? 0
                        : ZoneOffset.of(text.substring(1)).getTotalSeconds();
                days.add(new Day(text.charAt(0) - '0', offset));
            }
            return days.isEmpty() ? NEVER : new DayTest(List.copyOf(days));
        }

        @Override
        public boolean holds(Instant at) {
            for (var day : wanted) {
                if (day.holds(at)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String observed(Instant at) {
            var first = wanted.get(0);
            return first.at(at) + zone(first.offset());
        }
    }

    private static DateTimeFormatter zoned(DateTimeFormatter local) {
        return new DateTimeFormatterBuilder()
                .append(local)
                .appendPattern("[XXX][XX][X]")
                .toFormatter();
    }

    private static int seconds(java.time.temporal.TemporalAccessor read) {
        return read.isSupported(ChronoField.OFFSET_SECONDS) ? read.get(ChronoField.OFFSET_SECONDS) : 0;
    }

    private static String zone(int offset) {
        return offset == 0 ? "+00:00" : ZoneOffset.ofTotalSeconds(offset).getId();
    }
}
