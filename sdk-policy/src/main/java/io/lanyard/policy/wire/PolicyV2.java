package io.lanyard.policy.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.lanyard.core.json.Json;
import io.lanyard.policy.Condition;
import io.lanyard.policy.Grant;
import io.lanyard.policy.Pattern;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyType;
import io.lanyard.policy.Resource;
import io.lanyard.policy.RoleDetail;
import io.lanyard.policy.Rule;
import io.lanyard.policy.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Policy wire: version 2, {@code subject}, {@code control.grant.roles}, {@code resource}, {@code pattern} and {@code rule}. */
public final class PolicyV2 extends TypeAdapter<Policy> {
    static final TypeAdapter<JsonElement> ELEMENT = Json.gson().getAdapter(JsonElement.class);

    /** Makes the adapter; it holds nothing. */
    public PolicyV2() {}

    @Override
    public Policy read(JsonReader in) throws IOException {
        return read(Node.read(in));
    }

    @Override
    public void write(JsonWriter out, Policy policy) throws IOException {
        ELEMENT.write(out, write(policy));
    }

    /**
     * Reads a policy; never fails, see {@link Policy#unknown()}.
     *
     * @param element the JSON
     * @return the policy
     */
    public static Policy read(JsonElement element) {
        return read(Node.of(element));
    }

    static Policy read(Node node) {
        var tolerant = new Tolerant();
        var json = tolerant.object(node);
        var roles = roles(json, tolerant);
        var policy = Envelope.read(json, grant(json, roles, tolerant), roles, tolerant);
        return node.isObject() ? policy : Odd.whole(policy, node);
    }

    /**
     * Reads what a caller may write; never fails, but leaves out what it can't understand.
     *
     * @param element the body of a create or replace
     * @return the grant
     */
    public static Grant readGrant(JsonElement element) {
        var tolerant = new Tolerant();
        var json = tolerant.object(Node.of(element));
        return grant(json, roles(json, tolerant), tolerant);
    }

    /**
     * Writes a policy with all that the service adds.
     *
     * @param policy the policy
     * @return its JSON
     */
    public static JsonObject write(Policy policy) {
        if (policy.unknown().isPresent()) {
            return Odd.asItCame(policy);
        }
        var json = write(policy.grant(), policy.roleDetails());
        Envelope.write(json, policy);
        return json;
    }

    /**
     * Writes the body of a create or replace.
     *
     * @param grant the grant
     * @return its JSON
     */
    public static JsonObject write(Grant grant) {
        return write(grant, grant.roles().stream().map(RoleDetail::of).toList());
    }

    private static JsonObject write(Grant grant, List<RoleDetail> roles) {
        var json = new JsonObject();
        json.addProperty("type", grant.type().value());
        grant.description().ifPresent(text -> json.addProperty("description", text));
        if (!grant.subject().attributes().isEmpty()) {
            var subject = new JsonObject();
            subject.add("attributes", AttributeWire.V2.write(grant.subject().attributes()));
            json.add("subject", subject);
        }
        var inner = new JsonObject();
        inner.add("roles", Envelope.writeRoles(roles));
        var control = new JsonObject();
        control.add("grant", inner);
        json.add("control", control);
        if (!grant.resource().equals(Resource.NONE)) {
            var resource = new JsonObject();
            resource.add("attributes", AttributeWire.V2.write(grant.resource().attributes()));
            if (!grant.resource().tags().isEmpty()) {
                resource.add("tags", AttributeWire.V2.write(grant.resource().tags()));
            }
            json.add("resource", resource);
        }
        grant.condition().ifPresent(condition -> write(json, condition));
        return json;
    }

    private static void write(JsonObject json, Condition condition) {
        if (!condition.pattern().equals(Pattern.NONE)) {
            json.addProperty("pattern", condition.pattern().value());
        }
        if (!condition.rule().equals(Condition.NO_RULE)) {
            json.add("rule", RuleWire.write(condition.rule()));
        }
    }

    private static List<RoleDetail> roles(Node json, Tolerant tolerant) {
        var grant = tolerant.object(tolerant.object(json, "control"), "grant");
        return Envelope.readRoles(tolerant.array(grant, "roles"), tolerant);
    }

    private static Grant grant(Node json, List<RoleDetail> roles, Tolerant tolerant) {
        var subject = tolerant.object(json, "subject");
        var resource = tolerant.object(json, "resource");
        var pattern = tolerant.text(json, "pattern").map(Pattern::of);
        var rule = json.get("rule").isNull() ? Optional.<Rule>empty() : Optional.of(RuleWire.read(json.get("rule")));
        var condition = pattern.isEmpty() && rule.isEmpty()
                ? Optional.<Condition>empty()
                : Optional.of(new Condition(pattern.orElse(Pattern.NONE), rule.orElse(Condition.NO_RULE)));
        return new Grant(
                tolerant.text(json, "type").map(PolicyType::of).orElse(PolicyType.ACCESS),
                new Subject(AttributeWire.V2.read(tolerant.array(subject, "attributes"), tolerant)),
                Envelope.ids(roles),
                new Resource(
                        AttributeWire.V2.read(tolerant.array(resource, "attributes"), tolerant),
                        AttributeWire.V2.read(tolerant.array(resource, "tags"), tolerant)),
                condition,
                tolerant.text(json, "description"));
    }
}
