package io.lanyard.policy.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.lanyard.policy.Grant;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyType;
import io.lanyard.policy.Resource;
import io.lanyard.policy.RoleDetail;
import io.lanyard.policy.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Policy wire: version 1, lists of {@code subjects}, {@code roles} and {@code resources}, and no conditions. */
public final class PolicyV1 {

    private PolicyV1() {}

    /**
     * Policy wire: what a version 1 answer is decoded as; {@link Policy} itself is decoded as version 2.
     *
     * @param policy the policy in it
     */
    @JsonAdapter(value = Adapter.class, nullSafe = false)
    public record Read(Policy policy) {}

    /** Policy wire: decodes a version 1 policy. */
    static final class Adapter extends TypeAdapter<Read> {
        @Override
        public Read read(JsonReader in) throws IOException {
            return new Read(PolicyV1.read(Node.read(in)));
        }

        @Override
        public void write(JsonWriter out, Read read) throws IOException {
            PolicyV2.ELEMENT.write(out, PolicyV1.write(read.policy()));
        }
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
        var roles = Envelope.readRoles(tolerant.array(json, "roles"), tolerant);
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
        return grant(json, Envelope.readRoles(tolerant.array(json, "roles"), tolerant), tolerant);
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
     * @throws IllegalArgumentException when the grant has a condition, which only version 2 can say
     */
    public static JsonObject write(Grant grant) {
        return write(grant, grant.roles().stream().map(RoleDetail::of).toList());
    }

    private static JsonObject write(Grant grant, List<RoleDetail> roles) {
        if (grant.condition().isPresent()) {
            throw new IllegalArgumentException("version 1 policies have no conditions; use policies() instead of v1()");
        }
        var json = new JsonObject();
        json.addProperty("type", grant.type().value());
        grant.description().ifPresent(text -> json.addProperty("description", text));
        var subject = new JsonObject();
        subject.add("attributes", AttributeWire.V1_SUBJECT.write(grant.subject().attributes()));
        json.add("subjects", only(subject));
        json.add("roles", Envelope.writeRoles(roles));
        var resource = new JsonObject();
        resource.add("attributes", AttributeWire.V1.write(grant.resource().attributes()));
        if (!grant.resource().tags().isEmpty()) {
            resource.add("tags", AttributeWire.V1.write(grant.resource().tags()));
        }
        json.add("resources", only(resource));
        return json;
    }

    private static Grant grant(Node json, List<RoleDetail> roles, Tolerant tolerant) {
        var subject = single(json, "subjects", tolerant);
        var resource = single(json, "resources", tolerant);
        return new Grant(
                tolerant.text(json, "type").map(PolicyType::of).orElse(PolicyType.ACCESS),
                new Subject(AttributeWire.V1_SUBJECT.read(tolerant.array(subject, "attributes"), tolerant)),
                Envelope.ids(roles),
                new Resource(
                        AttributeWire.V1.read(tolerant.array(resource, "attributes"), tolerant),
                        AttributeWire.V1.read(tolerant.array(resource, "tags"), tolerant)),
                Optional.empty(),
                tolerant.text(json, "description"));
    }

    /** Version 1 has lists where a policy has exactly one; more than one is a shape that we don't know. */
    private static Node single(Node json, String name, Tolerant tolerant) {
        var elements = tolerant.array(json, name);
        if (elements.size() > 1) {
            tolerant.markOdd();
        }
        return elements.isEmpty() ? Node.emptyObject() : tolerant.object(elements.get(0));
    }

    private static JsonArray only(JsonObject json) {
        var array = new JsonArray();
        array.add(json);
        return array;
    }
}
