// Room: sandbox / policy management. The v2 schema: control, subject, resource, pattern, rule.
package io.lanyard.sandbox.services.policy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.services.roles.AccessRefusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a v2 policy body into its meaning. */
final class V2Schema {
    static final List<String> FIELDS =
            List.of("type", "description", "subject", "control", "resource", "pattern", "rule");

    private static final Set<String> SUBJECT_OPERATORS = Set.of("stringEquals", "stringExists");
    private static final Set<String> RESOURCE_OPERATORS =
            Set.of("stringEquals", "stringExists", "stringMatch", "stringEqualsAnyOf", "stringMatchAnyOf");
    private static final Set<String> TAG_OPERATORS = Set.of("stringEquals", "stringMatch");

    private V2Schema() {}

    static PolicyBody read(JsonObject body) {
        var fields = new Fields(body, "");
        String type = fields.text("type");
        fields.optionalText("description");
        List<Clause> subject = clauses(fields.object("subject").someObjects("attributes"), SUBJECT_OPERATORS);
        List<String> roles = new ArrayList<>();
        fields.object("control").object("grant").someObjects("roles").forEach(role -> roles.add(role.text("role_id")));
        Fields resource = fields.object("resource");
        List<Clause> attributes = clauses(resource.someObjects("attributes"), RESOURCE_OPERATORS);
        List<Clause> tags = clauses(resource.objects("tags"), TAG_OPERATORS);
        String pattern = fields.has("pattern") ? fields.text("pattern") : null;
        JsonElement rule = fields.has("rule") ? fields.raw("rule") : null;
        return new PolicyBody(type, subject, attributes, tags, roles, pattern, rule);
    }

    private static List<Clause> clauses(List<Fields> members, Set<String> operators) {
        List<Clause> clauses = new ArrayList<>();
        for (Fields member : members) {
            String operator = member.text("operator");
            if (!operators.contains(operator)) {
                throw AccessRefusals.invalidBody(
                        member.at("operator"),
                        "'" + operator + "' isn't an operator here; it can be one of "
                                + String.join(", ", operators.stream().sorted().toList()) + ".");
            }
            Values.check(operator, member.raw("value"), member.at("value"));
            clauses.add(new Clause(member.text("key"), operator, member.raw("value")));
        }
        return clauses;
    }

    static JsonObject control(List<String> roles) {
        var array = new JsonArray();
        for (String role : roles) {
            var json = new JsonObject();
            json.addProperty("role_id", role);
            array.add(json);
        }
        var grant = new JsonObject();
        grant.add("roles", array);
        var control = new JsonObject();
        control.add("grant", grant);
        return control;
    }
}
