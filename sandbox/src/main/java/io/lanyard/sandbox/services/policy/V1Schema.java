// Room: sandbox / policy management. The v1 schema: subjects[], roles[], resources[].
package io.lanyard.sandbox.services.policy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.lanyard.sandbox.services.roles.AccessRefusals;
import java.util.ArrayList;
import java.util.List;

/** Reads a v1 policy body into its meaning, and writes the v2 form of one. */
final class V1Schema {
    static final List<String> FIELDS = List.of("type", "description", "subjects", "roles", "resources");

    private V1Schema() {}

    static PolicyBody read(JsonObject body) {
        var fields = new Fields(body, "");
        String type = fields.text("type");
        fields.optionalText("description");
        Fields who = fields.onlyObject("subjects");
        List<Clause> subject = clauses(who, "attributes");
        if (!subject.stream().allMatch(Clause::equalsText)) {
            throw AccessRefusals.invalidBody(
                    who.at("attributes"), "The subject of a v1 policy can be named with stringEquals only.");
        }
        List<String> roles = new ArrayList<>();
        fields.someObjects("roles").forEach(role -> roles.add(role.text("role_id")));
        Fields resource = fields.onlyObject("resources");
        List<Clause> attributes = clauses(resource, "attributes");
        List<Clause> tags = resource.has("tags") ? clauses(resource, "tags") : List.of();
        return new PolicyBody(type, subject, attributes, tags, roles, null, null);
    }

    private static List<Clause> clauses(Fields owner, String name) {
        List<Clause> clauses = new ArrayList<>();
        List<Fields> members = name.equals("tags") ? owner.objects(name) : owner.someObjects(name);
        for (Fields member : members) {
            String operator = member.optionalText("operator").orElse("stringEquals");
            if (!operator.equals("stringEquals") && !operator.equals("stringMatch")) {
                throw AccessRefusals.invalidBody(
                        member.at("operator"),
                        "'" + operator
                                + "' isn't an operator of v1 policies: use stringEquals or stringMatch, or the v2 API.");
            }
            clauses.add(new Clause(member.text("name"), operator, new JsonPrimitive(member.text("value"))));
        }
        return clauses;
    }

    /** Writes a policy in v2 words: control, subject, resource. */
    static JsonObject asV2(JsonObject sent, PolicyBody body) {
        var json = new JsonObject();
        json.addProperty("type", body.type());
        if (sent.has("description")) {
            json.add("description", sent.get("description"));
        }
        json.add("subject", attributes(body.subject(), List.of()));
        json.add("control", V2Schema.control(body.roles()));
        json.add("resource", attributes(body.resource(), body.tags()));
        return json;
    }

    private static JsonObject attributes(List<Clause> clauses, List<Clause> tags) {
        var json = new JsonObject();
        json.add("attributes", array(clauses));
        if (!tags.isEmpty()) {
            json.add("tags", array(tags));
        }
        return json;
    }

    private static JsonArray array(List<Clause> clauses) {
        var array = new JsonArray();
        for (Clause clause : clauses) {
            var json = new JsonObject();
            json.addProperty("key", clause.key());
            json.addProperty("operator", clause.operator());
            json.add("value", clause.value());
            array.add(json);
        }
        return array;
    }
}
