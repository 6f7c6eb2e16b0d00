package io.lanyard.policy.decision;

import io.lanyard.policy.Attribute;
import io.lanyard.policy.Condition;
import io.lanyard.policy.Operator;
import io.lanyard.policy.Rule;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decision: a time window in words, "Mon–Fri 09:00–17:00 +00:00", where a condition has the shape of one. */
final class WindowWords {

    private WindowWords() {}

    /** Says the window; empty when the condition is something else. */
    static Optional<String> of(Condition condition) {
        var parts = new ArrayList<Attribute>();
        if (condition.rule() instanceof Attribute one) {
            parts.add(one);
        } else if (condition.rule() instanceof Rule.All all) {
            for (var rule : all.rules()) {
                if (!(rule instanceof Attribute attribute)) {
                    return Optional.empty();
                }
                parts.add(attribute);
            }
        }
        return words(parts);
    }

    private static Optional<String> words(List<Attribute> parts) {
        var days = "";
        var from = "";
        var to = "";
        var offset = "";
        for (var part : parts) {
            var operator = part.operator();
            var text =
                    part.value().texts().isEmpty() ? "" : part.value().texts().get(0);
            if (operator.equals(Operator.DAY_OF_WEEK_ANY_OF) || operator.equals(Operator.DAY_OF_WEEK_EQUALS)) {
                days = days(part.value().texts());
                offset = text.length() > 1 ? text.substring(1) : "+00:00";
            } else if (operator.value().contains("GreaterThan")) {
                from = text;
            } else if (operator.value().contains("LessThan")) {
                to = text;
            } else {
                return Optional.empty();
            }
        }
        if (days.isEmpty()) {
            return from.isEmpty() || to.isEmpty() ? Optional.empty() : Optional.of("from " + from + " to " + to);
        }
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.of(days + " " + offset);
        }
        return Optional.of(days + " " + minutes(from) + "–" + minutes(to) + " " + zone(from, offset));
    }

    /** Says what a failed comparison saw, in the same words. */
    static String observed(FailedClause clause) {
        var text = clause.observed().orElse("");
        return clause.operator().startsWith("dayOfWeek") && !text.isEmpty()
                ? day(text) + " " + text.substring(1)
                : text;
    }

    /** Says a condition's key without its braces. */
    static String plain(String key) {
        int dot = key.lastIndexOf('.');
        return key.startsWith("{{") && key.endsWith("}}") && dot > 0 ? key.substring(dot + 1, key.length() - 2) : key;
    }

    static String order(String operator) {
        var inclusive = operator.endsWith("OrEquals") ? " or at " : " ";
        if (operator.contains("LessThan")) {
            return "before" + inclusive;
        }
        return operator.contains("GreaterThan") ? "after" + inclusive : operator + " ";
    }

    private static String days(List<String> texts) {
        var names = texts.stream().map(WindowWords::day).toList();
        boolean run = texts.size() > 2;
        for (int i = 1; i < texts.size() && run; i++) {
            run = number(texts.get(i)) == number(texts.get(i - 1)) % 7 + 1;
        }
        return run ? names.get(0) + "–" + names.get(names.size() - 1) : String.join(", ", names);
    }

    private static String day(String text) {
        int number = number(text);
        return number < 1 || number > 7 ? text : DayOfWeek.of(number).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : text.charAt(0) - '0';
    }

    private static String minutes(String time) {
        return time.length() >= 8 && time.startsWith(":00", 5)
                ? time.substring(0, 5)
                : time.substring(0, Math.min(8, time.length()));
    }

    private static String zone(String time, String otherwise) {
        return time.length() > 8 ? time.substring(8) : otherwise;
    }
}
