package io.lanyard.core.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Core, JSON: one parser for the instants of all services, because IBM's own tries eleven formatters one after another, and the
 * form of IAM Identity is the seventh. Reads {@code 2024-10-04T14:05+0000}, seconds and fractions, {@code Z}, {@code +00:00} and
 * {@code +00}; no zone means UTC.
 */
public final class Instants {

    private static final int NONE = -1;

    private Instants() {}

    /**
     * Reads an instant.
     *
     * @param text the text
     * @return the instant, empty when the text is none; nothing is thrown
     */
    public static Optional<Instant> parse(CharSequence text) {
        return Optional.ofNullable(parsed(text.toString()));
    }

    static @Nullable Instant parsed(String text) {
        int length = text.length();
        if (length < 16 || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(13) != ':') {
            return null;
        }
        char separator = text.charAt(10);
        if (separator != 'T' && separator != 't' && separator != ' ') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        if (!isDay(year, month, day) || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return null;
        }
        int second = 0;
        int nanos = 0;
        int at = 16;
        if (at < length && text.charAt(at) == ':') {
            second = number(text, at + 1, at + 3);
            if (second < 0 || second > 60) {
                return null;
            }
            second = Math.min(second, 59); // a leap second is told as the second before it
            at += 3;
            if (at < length && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
                int start = ++at;
                int unit = 100_000_000;
                while (at < length && Character.digit(text.charAt(at), 10) >= 0) {
                    nanos += Character.digit(text.charAt(at++), 10) * unit;
                    unit /= 10;
                }
                if (at == start) {
                    return null;
                }
            }
        }
        int offset = offset(text, at);
        if (offset == Integer.MIN_VALUE) {
            return null;
        }
        return Instant.ofEpochSecond(
                days(year, month, day) * 86_400 + hour * 3_600L + minute * 60L + second - offset, nanos);
    }

    /**
     * Writes an instant as IAM Identity does, to the minute and in UTC.
     *
     * @param instant the instant
     * @return such as {@code 2024-10-04T14:05+0000}
     */
    public static String toMinute(Instant instant) {
        var time = instant.atOffset(ZoneOffset.UTC);
        var text = new StringBuilder(21);
        pad(text, time.getYear(), 4).append('-');
        pad(text, time.getMonthValue(), 2).append('-');
        pad(text, time.getDayOfMonth(), 2).append('T');
        pad(text, time.getHour(), 2).append(':');
        return pad(text, time.getMinute(), 2).append("+0000").toString();
    }

    /** Days since 1970, counted from March, so that the leap day is a year's last (Hinnant, "chrono-compatible date algorithms"). */
    private static long days(int year, int month, int day) {
        int from = month > 2 ? year : year - 1;
        int era = Math.floorDiv(from, 400);
        int ofEra = from - era * 400;
        int ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return era * 146_097L + ofEra * 365L + ofEra / 4 - ofEra / 100 + ofYear - 719_468;
    }

    private static boolean isDay(int year, int month, int day) {
        if (year < 0 || month < 1 || month > 12 || day < 1) {
            return false;
        }
        return day <= 28 || day <= java.time.YearMonth.of(year, month).lengthOfMonth();
    }

    /** Seconds east of UTC, {@code Integer.MIN_VALUE} when there is something else. */
    private static int offset(String text, int at) {
        int rest = text.length() - at;
        if (rest == 0) {
            return 0;
        }
        char sign = text.charAt(at);
        if (rest == 1 && (sign == 'Z' || sign == 'z')) {
            return 0;
        }
        if (sign != '+' && sign != '-') {
            return Integer.MIN_VALUE;
        }
        int hours = number(text, at + 1, at + 3);
        int minutes = switch (rest) {
            case 3 -> 0;
            case 5 -> number(text, at + 3, at + 5);
            case 6 -> text.charAt(at + 3) == ':' ? number(text, at + 4, at + 6) : NONE;
            default -> NONE;
        };
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * 3_600 + minutes * 60;
        return sign == '-' ? -seconds : seconds;
    }

    private static int number(String text, int from, int to) {
        if (to > text.length()) {
            return NONE;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return NONE;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static StringBuilder pad(StringBuilder text, int value, int width) {
        var digits = Integer.toString(value);
        for (int i = digits.length(); i < width; i++) {
            text.append('0');
        }
        return text.append(digits);
    }
}
