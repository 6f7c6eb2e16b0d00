package io.lanyard.policy.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.core.json.Instants;
import io.lanyard.policy.Grant;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyId;
import io.lanyard.policy.PolicyState;
import io.lanyard.policy.RoleAction;
import io.lanyard.policy.RoleDetail;
import io.lanyard.policy.RoleId;
import io.lanyard.policy.TemplateOrigin;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Policy wire: what both versions write around a grant: id, dates, state, template, and the roles. */
final class Envelope {
    /** How instants are written. In a class of its own, because whoever only reads should not wait for a formatter. */
    private static final class Written {
        /** The policy API writes UTC with milliseconds, {@code 2018-08-30T14:09:09.907Z}. */
        private static final DateTimeFormatter MILLIS =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    }

    private Envelope() {}

    static Policy read(Node json, Grant grant, List<RoleDetail> roles, Tolerant tolerant) {
        var template = json.has("template") ? Optional.of(template(json, tolerant)) : Optional.<TemplateOrigin>empty();
        var id = id(json, tolerant);
        var state = tolerant.text(json, "state").map(PolicyState::of).orElse(PolicyState.ACTIVE);
        var href = tolerant.text(json, "href");
        var createdAt = instant(json, "created_at", tolerant);
        var createdBy = tolerant.text(json, "created_by_id");
        var modifiedAt = instant(json, "last_modified_at", tolerant);
        var modifiedBy = tolerant.text(json, "last_modified_by_id");
        var permitAt = instant(json, "last_permit_at", tolerant);
        var permits = tolerant.number(json, "last_permit_frequency");
        return new Policy(
                id,
                grant,
                state,
                roles,
                href,
                createdAt,
                createdBy,
                modifiedAt,
                modifiedBy,
                permitAt,
                permits,
                template,
                tolerant.odd() ? Optional.of(json.toString()) : Optional.empty());
    }

    static void write(JsonObject json, Policy policy) {
        if (!policy.id().equals(PolicyId.MISSING)) {
            json.addProperty("id", policy.id().value());
        }
        json.addProperty("state", policy.state().value());
        policy.href().ifPresent(href -> json.addProperty("href", href));
        policy.createdAt().ifPresent(at -> json.addProperty("created_at", Written.MILLIS.format(at)));
        policy.createdById().ifPresent(id -> json.addProperty("created_by_id", id));
        policy.lastModifiedAt().ifPresent(at -> json.addProperty("last_modified_at", Written.MILLIS.format(at)));
        policy.lastModifiedById().ifPresent(id -> json.addProperty("last_modified_by_id", id));
        policy.lastPermitAt().ifPresent(at -> json.addProperty("last_permit_at", Written.MILLIS.format(at)));
        policy.lastPermitFrequency().ifPresent(n -> json.addProperty("last_permit_frequency", n));
        policy.template().ifPresent(template -> json.add("template", write(template)));
    }

    static List<RoleDetail> readRoles(List<Node> elements, Tolerant tolerant) {
        var roles = new ArrayList<RoleDetail>(elements.size());
        for (var element : elements) {
            var json = tolerant.object(element);
            var id = tolerant.text(json, "role_id");
            if (id.isEmpty()) {
                tolerant.markOdd();
                continue;
            }
            roles.add(new RoleDetail(
                    RoleId.of(id.get()),
                    tolerant.text(json, "display_name"),
                    tolerant.text(json, "description"),
                    actions(json, tolerant)));
        }
        return roles;
    }

    static JsonArray writeRoles(List<RoleDetail> roles) {
        var json = new JsonArray();
        roles.forEach(role -> json.add(write(role)));
        return json;
    }

    private static JsonObject write(RoleDetail role) {
        var json = new JsonObject();
        json.addProperty("role_id", role.roleId().value());
        role.displayName().ifPresent(name -> json.addProperty("display_name", name));
        role.description().ifPresent(text -> json.addProperty("description", text));
        if (!role.actions().isEmpty()) {
            var actions = new JsonArray();
            for (var action : role.actions()) {
                var one = new JsonObject();
                one.addProperty("id", action.id());
                one.addProperty("display_name", action.displayName());
                one.addProperty("description", action.description());
                actions.add(one);
            }
            json.add("actions", actions);
        }
        return json;
    }

    /** The roles alone, without what the service says about them. */
    static List<RoleId> ids(List<RoleDetail> roles) {
        var ids = new ArrayList<RoleId>(roles.size());
        for (var role : roles) {
            ids.add(role.roleId());
        }
        return ids;
    }

    private static List<RoleAction> actions(Node role, Tolerant tolerant) {
        var actions = new ArrayList<RoleAction>();
        for (var element : tolerant.array(role, "actions")) {
            var action = tolerant.object(element);
            actions.add(new RoleAction(
                    tolerant.text(action, "id").orElse(""),
                    tolerant.text(action, "display_name").orElse(""),
                    tolerant.text(action, "description").orElse("")));
        }
        return actions;
    }

    private static TemplateOrigin template(Node policy, Tolerant tolerant) {
        var json = tolerant.object(policy, "template");
        return new TemplateOrigin(
                tolerant.text(json, "id"),
                tolerant.text(json, "version"),
                tolerant.text(json, "assignment_id"),
                tolerant.text(json, "root_id"),
                tolerant.text(json, "root_version"));
    }

    private static JsonObject write(TemplateOrigin template) {
        var json = new JsonObject();
        template.id().ifPresent(text -> json.addProperty("id", text));
        template.version().ifPresent(text -> json.addProperty("version", text));
        template.assignmentId().ifPresent(text -> json.addProperty("assignment_id", text));
        template.rootId().ifPresent(text -> json.addProperty("root_id", text));
        template.rootVersion().ifPresent(text -> json.addProperty("root_version", text));
        return json;
    }

    private static PolicyId id(Node json, Tolerant tolerant) {
        var text = tolerant.text(json, "id");
        try {
            return text.map(PolicyId::of).orElse(PolicyId.MISSING);
        } catch (IllegalArgumentException e) {
            tolerant.markOdd();
            return PolicyId.MISSING;
        }
    }

    private static Optional<Instant> instant(Node json, String name, Tolerant tolerant) {
        return tolerant.text(json, name).flatMap(Instants::parse);
    }
}
