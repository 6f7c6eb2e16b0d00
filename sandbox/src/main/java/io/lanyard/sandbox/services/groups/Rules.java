// Room: sandbox / access groups. What the routes of rules do.
package io.lanyard.sandbox.services.groups;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/** Handlers and targets of a group's rules (access-groups.md §4). */
final class Rules {
    private static final int MOST = 5;
    private static final int LONGEST_EXPIRATION = 24;
    private static final Set<String> OPERATORS =
            Set.of("EQUALS", "EQUALS_IGNORE_CASE", "IN", "NOT_EQUALS_IGNORE_CASE", "NOT_EQUALS", "CONTAINS");

    private Rules() {}

    static Target created(Call call) {
        check(call.json());
        return Groups.changeable(call);
    }

    /** A rule is guarded as its group is; its own entity tag counts. */
    static Target named(Call call) {
        var target = Groups.named(call);
        var rule = find(GroupStore.of(target.account()).find(call.path("id")), call);
        return target.at(rule.entityTag());
    }

    static Target replaced(Call call) {
        check(call.json());
        return named(call);
    }

    private static Rule find(Optional<Group> group, Call call) {
        return group.flatMap(found -> Optional.ofNullable(found.rules().get(call.path("rule_id"))))
                .orElseThrow(() -> Refusal.notFound("Rule", call.path("rule_id")));
    }

    private static void check(JsonBody body) {
        var hours = body.number("expiration").orElse(0L);
        if (hours < 1 || hours > LONGEST_EXPIRATION) {
            throw GroupErrors.invalid("expiration", "it can be 1 to " + LONGEST_EXPIRATION + " hours");
        }
        var conditions = body.tree().getAsJsonArray("conditions");
        if (conditions.isEmpty()) {
            throw GroupErrors.invalid("conditions", "a rule needs one at least");
        }
        for (var condition : conditions) {
            condition(new JsonBody(condition.getAsJsonObject()));
        }
    }

    private static void condition(JsonBody condition) {
        var operator = condition.text("operator");
        if (!OPERATORS.contains(operator)) {
            throw GroupErrors.invalid(
                    "operator",
                    "it can be one of " + OPERATORS.stream().sorted().toList());
        }
        var array = parsed(condition.text("value")).filter(isArray -> isArray).isPresent();
        if (parsed(condition.text("value")).isEmpty() || (operator.equals("IN") != array)) {
            throw GroupErrors.invalid(
                    "value",
                    "it must be JSON in a string: \"\\\"text\\\"\", and for IN \"[\\\"one\\\",\\\"other\\\"]\"");
        }
    }

    /** Whether a value is a JSON array; empty when it is no JSON value at all. */
    private static Optional<Boolean> parsed(String value) {
        try {
            var json = JsonParser.parseString(value);
            var quoted = value.strip().startsWith("\"") || json.isJsonArray();
            return quoted ? Optional.of(json.isJsonArray()) : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    static Response create(Call call) {
        var account = call.account();
        var group = Groups.group(call);
        if (group.rules().size() >= MOST) {
            throw Refusal.of(Problem.CONFLICT, "A group can have " + MOST + " rules.")
                    .code("too_many_rules");
        }
        var who = call.caller().iamId();
        var rule = read(
                call,
                new Rule(
                        "ClaimRule-" + account.ids().uuid(),
                        "",
                        1,
                        "",
                        new JsonArray(),
                        account.now(),
                        who,
                        account.now(),
                        who,
                        account.ids().entityTag(1)));
        keep(call, group, rule);
        return answer(201, group, rule);
    }

    private static Rule read(Call call, Rule before) {
        var body = call.json();
        return new Rule(
                before.id(),
                body.maybeText("name").orElse(""),
                body.number("expiration").orElse(1L),
                body.text("realm_name"),
                body.tree().getAsJsonArray("conditions").deepCopy(),
                before.createdAt(),
                before.createdBy(),
                call.account().now(),
                call.caller().iamId(),
                before.entityTag());
    }

    private static void keep(Call call, Group group, Rule rule) {
        var rules = new LinkedHashMap<>(group.rules());
        rules.put(rule.id(), rule);
        GroupStore.of(call.account()).put(group.withRules(rules));
    }

    static Response list(Call call) {
        var group = Groups.group(call);
        var rules = new JsonArray();
        group.rules().values().forEach(rule -> rules.add(GroupViews.rule(group, rule)));
        var body = new JsonObject();
        body.add("rules", rules);
        return Response.ok(body);
    }

    static Response get(Call call) {
        var group = Groups.group(call);
        return answer(200, group, find(Optional.of(group), call));
    }

    static Response replace(Call call) {
        var group = Groups.group(call);
        var before = find(Optional.of(group), call);
        var read = read(call, before);
        var after = new Rule(
                read.id(),
                read.name(),
                read.expiration(),
                read.realm(),
                read.conditions(),
                read.createdAt(),
                read.createdBy(),
                read.modifiedAt(),
                read.modifiedBy(),
                call.account().ids().nextEntityTag(before.entityTag()));
        keep(call, group, after);
        return answer(200, group, after);
    }

    static Response delete(Call call) {
        var group = Groups.group(call);
        var rules = new LinkedHashMap<>(group.rules());
        rules.remove(call.path("rule_id"));
        GroupStore.of(call.account()).put(group.withRules(rules));
        return Response.noContent();
    }

    private static Response answer(int status, Group group, Rule rule) {
        return Response.json(status, GroupViews.rule(group, rule)).withEtag(rule.entityTag());
    }
}
