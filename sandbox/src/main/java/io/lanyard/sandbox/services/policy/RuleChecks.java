// Room: sandbox / policy management. Which conditions a v2 policy may carry (policy-evaluation.md §5).
package io.lanyard.sandbox.services.policy;

import com.google.gson.JsonElement;
import io.lanyard.sandbox.services.roles.AccessRefusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks a rule's shape, its limits, and that its conditions are those of its pattern. */
final class RuleChecks {
    private static final int MOST_CONDITIONS = 10;
    private static final Pattern KEY =
            Pattern.compile("\\{\\{(environment|resource)\\.attributes\\.([A-Za-z0-9_.-]+)}}");
    private static final Set<String> STRING =
            Set.of("stringEquals", "stringExists", "stringMatch", "stringEqualsAnyOf", "stringMatchAnyOf");
    private static final Set<String> MOMENT_KINDS = Set.of("time", "date", "dateTime");
    private static final Set<String> COMPARISONS =
            Set.of("LessThan", "LessThanOrEquals", "GreaterThan", "GreaterThanOrEquals");

    private RuleChecks() {}

    private record Condition(String key, String operator) {
        boolean ofResource() {
            return key.startsWith("{{resource.");
        }

        boolean day() {
            return operator.startsWith("dayOfWeek");
        }

        boolean lower() {
            return operator.contains("GreaterThan");
        }

        boolean upper() {
            return operator.contains("LessThan");
        }

        boolean dateTime() {
            return operator.startsWith("dateTime");
        }
    }

    static void check(PolicyBody body) {
        JsonElement rule = body.rule();
        String pattern = body.pattern();
        if (rule == null) {
            if (pattern != null) {
                throw AccessRefusals.invalidBody("pattern", "'pattern' stands without a 'rule'.");
            }
            return;
        }
        if (pattern == null) {
            throw AccessRefusals.invalidBody("pattern", "'pattern' must be given with a 'rule'.");
        }
        if (!rule.isJsonObject()) {
            throw AccessRefusals.invalidBody("rule", "'rule' must be an object.");
        }
        List<Condition> conditions = new ArrayList<>();
        boolean all = collect(new Fields(rule.getAsJsonObject(), "rule"), 0, conditions);
        if (conditions.size() > MOST_CONDITIONS) {
            throw AccessRefusals.invalidBody("rule", "'rule' has more than " + MOST_CONDITIONS + " conditions.");
        }
        suits(pattern, conditions, all);
    }

    /** Returns whether all conditions must hold (no {@code or} among them). */
    private static boolean collect(Fields rule, int depth, List<Condition> into) {
        String operator = rule.text("operator");
        if (!rule.has("conditions")) {
            into.add(condition(rule, operator));
            return true;
        }
        if (!operator.equals("and") && !operator.equals("or")) {
            throw AccessRefusals.invalidBody(rule.at("operator"), "'" + operator + "' must be 'and' or 'or' here.");
        }
        if (depth == 2) {
            throw AccessRefusals.invalidBody(rule.at("conditions"), "Conditions nest at most 2 levels deep.");
        }
        boolean all = operator.equals("and");
        for (Fields member : rule.someObjects("conditions")) {
            all &= collect(member, depth + 1, into);
        }
        return all;
    }

    private static Condition condition(Fields fields, String operator) {
        String key = fields.text("key");
        if (!KEY.matcher(key).matches()) {
            throw AccessRefusals.invalidBody(
                    fields.at("key"),
                    "'" + key + "' isn't a condition key; it looks like {{environment.attributes.current_time}}.");
        }
        if (!known(operator)) {
            throw AccessRefusals.invalidBody(
                    fields.at("operator"), "'" + operator + "' isn't an operator of conditions.");
        }
        Values.check(operator, fields.raw("value"), fields.at("value"));
        return new Condition(key, operator);
    }

    private static boolean known(String operator) {
        return STRING.contains(operator)
                || operator.equals("dayOfWeekEquals")
                || operator.equals("dayOfWeekAnyOf")
                || MOMENT_KINDS.stream()
                        .filter(operator::startsWith)
                        .anyMatch(kind -> COMPARISONS.contains(operator.substring(kind.length())));
    }

    private static void suits(String pattern, List<Condition> conditions, boolean all) {
        switch (pattern) {
            case "time-based-conditions:once" -> {
                boolean window = conditions.size() == 2 && bounded(conditions);
                require(
                        all && window && conditions.stream().allMatch(Condition::dateTime),
                        pattern,
                        "a dateTimeGreaterThan… and a dateTimeLessThan… condition, joined by 'and'");
            }
            case "time-based-conditions:weekly:all-day" ->
                require(all && weekly(conditions, false), pattern, "one dayOfWeek… condition");
            case "time-based-conditions:weekly:custom-hours" ->
                require(
                        all && weekly(conditions, true),
                        pattern,
                        "a dayOfWeek…, a timeGreaterThan… and a timeLessThan… condition, joined by 'and'");
            case "time-based-conditions:weekly" ->
                require(
                        all && (weekly(conditions, false) || weekly(conditions, true)),
                        pattern,
                        "a dayOfWeek… condition, alone or with a timeGreaterThan… and a timeLessThan… one");
            case "attribute-based-condition:resource:literal-and-wildcard" ->
                require(
                        conditions.stream().allMatch(c -> STRING.contains(c.operator()))
                                && conditions.stream().anyMatch(Condition::ofResource),
                        pattern,
                        "{{resource.attributes.…}} keys with string operators");
            default -> throw AccessRefusals.invalidBody("pattern", "'" + pattern + "' isn't a known pattern.");
        }
    }

    private static boolean weekly(List<Condition> conditions, boolean hours) {
        long days = conditions.stream().filter(Condition::day).count();
        List<Condition> rest =
                conditions.stream().filter(condition -> !condition.day()).toList();
        boolean environment = conditions.stream().noneMatch(Condition::ofResource);
        boolean window = rest.size() == 2 && bounded(rest);
        return environment && days == 1 && (window || (rest.isEmpty() && !hours));
    }

    private static boolean bounded(List<Condition> pair) {
        return pair.stream().anyMatch(Condition::lower) && pair.stream().anyMatch(Condition::upper);
    }

    private static void require(boolean holds, String pattern, String wanted) {
        if (!holds) {
            throw AccessRefusals.invalidBody("rule", "The pattern '" + pattern + "' takes " + wanted + ".");
        }
    }
}
