package io.lanyard.policy.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.lanyard.policy.Attribute;
import io.lanyard.policy.Operator;
import io.lanyard.policy.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Policy wire: one comparison, <code>{"key": …, "operator": …, "value": …}</code>; version 1 says {@code name} for {@code key},
 * and knows no operator on a subject.
 */
final class AttributeWire {
    static final AttributeWire V2 = new AttributeWire("key", true);
    static final AttributeWire V1 = new AttributeWire("name", true);
    static final AttributeWire V1_SUBJECT = new AttributeWire("name", false);

    private static final int LONGEST_NUMBER = 1000;

    private final String keyName;
    private final boolean writesOperator;

    private AttributeWire(String keyName, boolean writesOperator) {
        this.keyName = keyName;
        this.writesOperator = writesOperator;
    }

    JsonObject write(Attribute attribute) {
        var json = new JsonObject();
        json.addProperty(keyName, attribute.key());
        if (writesOperator) {
            json.addProperty("operator", attribute.operator().value());
        }
        json.add("value", write(attribute.value()));
        return json;
    }

    JsonArray write(List<Attribute> attributes) {
        var json = new JsonArray();
        attributes.forEach(attribute -> json.add(write(attribute)));
        return json;
    }

    List<Attribute> read(List<Node> elements, Tolerant tolerant) {
        var attributes = new ArrayList<Attribute>(elements.size());
        for (var element : elements) {
            var attribute = read(element, tolerant);
            if (attribute.isEmpty()) {
                tolerant.markOdd();
            }
            attribute.ifPresent(attributes::add);
        }
        return attributes;
    }

    Optional<Attribute> read(Node element, Tolerant tolerant) {
        var json = tolerant.object(element);
        var key = tolerant.text(json, keyName);
        // Access tags are "key" in version 2, but "name" has been seen there too.
        var name = key.isPresent() ? key : tolerant.text(json, "name");
        if (name.isEmpty() || !json.has("value")) {
            return Optional.empty();
        }
        var operator = tolerant.text(json, "operator").map(Operator::of).orElse(Operator.STRING_EQUALS);
        return Optional.of(new Attribute(name.get(), operator, readValue(json.get("value"))));
    }

    private static Value readValue(Node node) {
        if (node.isFlag()) {
            return new Value.Flag(Boolean.parseBoolean(node.text()));
        }
        if (node.isNumber()) {
            return number(node.text());
        }
        if (node.isScalar()) {
            return new Value.Text(node.text());
        }
        if (node.isList()) {
            return new Value.Many(
                    node.members().stream().map(AttributeWire::readValue).toList());
        }
        return new Value.Unknown(node.toString());
    }

    /** A number that would fill the memory when somebody writes its digits out is kept as it came, and not counted with. */
    private static Value number(String text) {
        try {
            var number = new BigDecimal(text);
            if (text.length() <= LONGEST_NUMBER && Math.abs((long) number.scale()) <= LONGEST_NUMBER) {
                return new Value.Numeric(number);
            }
        } catch (NumberFormatException e) {
            return new Value.Unknown(text);
        }
        return new Value.Unknown(text);
    }

    private static JsonElement write(Value value) {
        if (value instanceof Value.Text text) {
            return new JsonPrimitive(text.text());
        }
        if (value instanceof Value.Numeric numeric) {
            return new JsonPrimitive(numeric.number());
        }
        if (value instanceof Value.Flag flag) {
            return new JsonPrimitive(flag.flag());
        }
        if (value instanceof Value.Many many) {
            var json = new JsonArray();
            many.values().forEach(member -> json.add(write(member)));
            return json;
        }
        return JsonParser.parseString(((Value.Unknown) value).json());
    }
}
