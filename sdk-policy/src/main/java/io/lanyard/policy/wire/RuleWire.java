package io.lanyard.policy.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.lanyard.policy.Attribute;
import io.lanyard.policy.Rule;
import java.util.List;

/** Policy wire: a condition, either one comparison or <code>{"operator": "and"|"or", "conditions": […]}</code>. */
final class RuleWire {

    private RuleWire() {}

    static JsonElement write(Rule rule) {
        if (rule instanceof Attribute attribute) {
            return AttributeWire.V2.write(attribute);
        }
        if (rule instanceof Rule.All all) {
            return join("and", all.rules());
        }
        if (rule instanceof Rule.Any any) {
            return join("or", any.rules());
        }
        return JsonParser.parseString(((Rule.Unknown) rule).json());
    }

    static Rule read(Node element) {
        var tolerant = new Tolerant();
        var json = tolerant.object(element);
        if (json.has("conditions")) {
            var rules = tolerant.array(json, "conditions").stream()
                    .map(RuleWire::read)
                    .toList();
            var operator = tolerant.text(json, "operator").orElse("");
            if (!tolerant.odd() && operator.equals("and")) {
                return new Rule.All(rules);
            }
            if (!tolerant.odd() && operator.equals("or")) {
                return new Rule.Any(rules);
            }
            return new Rule.Unknown(element.toString());
        }
        var attribute = AttributeWire.V2.read(element, tolerant);
        return attribute.isPresent() && !tolerant.odd() && json.has("operator")
                ? attribute.get()
                : new Rule.Unknown(element.toString());
    }

    private static JsonObject join(String operator, List<Rule> rules) {
        var json = new JsonObject();
        json.addProperty("operator", operator);
        var conditions = new JsonArray();
        rules.forEach(rule -> conditions.add(write(rule)));
        json.add("conditions", conditions);
        return json;
    }
}
