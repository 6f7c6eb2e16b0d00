package io.lanyard.policy.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.lanyard.policy.Attribute;
import io.lanyard.policy.Operator;
import io.lanyard.policy.Value;
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

    List<Attribute> read(List<JsonElement> elements, Tolerant tolerant) {
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

    Optional<Attribute> read(JsonElement element, Tolerant tolerant) {
        var json = tolerant.object(element);
        var value = json.get("value");
        var key = tolerant.text(json, keyName);
        // Access tags are "key" in version 2, but "name" has been seen there too.
        var name = key.isPresent() ? key : tolerant.text(json, "name");
        if (name.isEmpty() || value == null) {
            return Optional.empty();
        }
        var operator = tolerant.text(json, "operator").map(Operator::of).orElse(Operator.STRING_EQUALS);
        return Optional.of(new Attribute(name.get(), operator, readValue(value)));
    }

    private static Value readValue(JsonElement element) {
        if (element instanceof JsonPrimitive primitive) {
            if (primitive.isBoolean()) {
                return new Value.Flag(primitive.getAsBoolean());
            }
            return primitive.isNumber()
                    ? new Value.Numeric(primitive.getAsBigDecimal())
                    : new Value.Text(primitive.getAsString());
        }
        if (element instanceof JsonArray array) {
            return new Value.Many(
                    array.asList().stream().map(AttributeWire::readValue).toList());
        }
        return new Value.Unknown(element.toString());
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
