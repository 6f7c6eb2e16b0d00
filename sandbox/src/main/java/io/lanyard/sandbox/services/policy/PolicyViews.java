// Room: sandbox / policy management. What its answers look like.
package io.lanyard.sandbox.services.policy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.services.roles.AccessTime;
import io.lanyard.sandbox.services.roles.AccountRoles;
import io.lanyard.sandbox.services.roles.DefinedRole;
import io.lanyard.sandbox.state.Account;
import java.util.Collection;
import java.util.Optional;

/**
 * Writes policies in both schemas. Version 2 shows every policy; version 1 shows a placeholder for those that were
 * written in version 2 (policy-evaluation.md §6).
 */
final class PolicyViews {
    private static final String UNSUPPORTED = "crn:v1:bluemix:public:iam::::role:UnsupportedVersion";

    private final Account account;
    private final String origin;

    PolicyViews(Account account, String origin) {
        this.account = account;
        this.origin = origin;
    }

    /** What an answer shows beside the policy itself. */
    enum Format {
        PLAIN,
        LAST_PERMIT,
        DISPLAY
    }

    String href(StoredPolicy policy) {
        return origin + "/v" + policy.version() + "/policies/" + policy.id();
    }

    JsonObject v1(StoredPolicy policy, Format format) {
        var json = new JsonObject();
        json.addProperty("id", policy.id());
        if (policy.version() == 1) {
            V1Schema.FIELDS.forEach(field -> copy(policy.sent(), field, json));
            json.add("roles", named(policy));
        } else {
            placeholder(policy, json);
        }
        common(policy, format, json);
        return json;
    }

    JsonObject v2(StoredPolicy policy, Format format) {
        JsonObject json = policy.version() == 1 ? V1Schema.asV2(policy.sent(), policy.body()) : new JsonObject();
        if (policy.version() == 2) {
            V2Schema.FIELDS.forEach(field -> copy(policy.sent(), field, json));
        }
        if (format == Format.DISPLAY) {
            json.add("control", enriched(policy));
        }
        json.addProperty("id", policy.id());
        common(policy, format, json);
        return json;
    }

    private void common(StoredPolicy policy, Format format, JsonObject json) {
        json.addProperty("href", href(policy));
        json.addProperty("created_at", AccessTime.write(policy.createdAt()));
        json.addProperty("created_by_id", policy.createdBy());
        json.addProperty("last_modified_at", AccessTime.write(policy.modifiedAt()));
        json.addProperty("last_modified_by_id", policy.modifiedBy());
        json.addProperty("state", policy.active() ? "active" : "deleted");
        if (format == Format.LAST_PERMIT) {
            PolicyStore.of(account).permits(policy.id()).ifPresent(permits -> {
                json.addProperty("last_permit_at", AccessTime.write(permits.lastAuthn()));
                json.addProperty("last_permit_frequency", permits.count());
            });
        }
    }

    private void placeholder(StoredPolicy policy, JsonObject json) {
        json.addProperty("type", policy.body().type());
        json.addProperty(
                "description",
                "This policy was written in version 2 of the API; read it with GET " + href(policy) + ".");
        var subject = new JsonObject();
        subject.addProperty("name", "iam_id");
        subject.addProperty("value", "unsupported version");
        json.add("subjects", attributes(subject));
        var role = new JsonObject();
        role.addProperty("role_id", UNSUPPORTED);
        role.addProperty("display_name", "Unsupported Version");
        role.addProperty("description", "Stands for the roles of a policy that version 1 of the API can't show");
        json.add("roles", listOf(role));
        var owner = new JsonObject();
        owner.addProperty("name", "accountId");
        owner.addProperty("value", policy.body().accountId());
        owner.addProperty("operator", "stringEquals");
        json.add("resources", attributes(owner));
    }

    private JsonArray named(StoredPolicy policy) {
        Collection<String> services = PolicyRoles.servicesOf(policy.body());
        var roles = new JsonArray();
        for (String id : policy.body().roles()) {
            var json = new JsonObject();
            json.addProperty("role_id", id);
            role(services, id).ifPresent(role -> {
                json.addProperty("display_name", role.displayName());
                json.addProperty("description", role.description());
            });
            roles.add(json);
        }
        return roles;
    }

    private JsonObject enriched(StoredPolicy policy) {
        Collection<String> services = PolicyRoles.servicesOf(policy.body());
        JsonObject control = V2Schema.control(policy.body().roles());
        for (JsonElement element : control.getAsJsonObject("grant").getAsJsonArray("roles")) {
            JsonObject json = element.getAsJsonObject();
            Optional<DefinedRole> known = role(services, json.get("role_id").getAsString());
            var actions = new JsonArray();
            known.ifPresent(role -> {
                json.addProperty("display_name", role.displayName());
                json.addProperty("description", role.description());
                role.actions().forEach(action -> actions.add(action(action)));
            });
            json.add("actions", actions);
        }
        return control;
    }

    private Optional<DefinedRole> role(Collection<String> services, String id) {
        return AccountRoles.of(account).find(services, id);
    }

    private static JsonObject action(String id) {
        var json = new JsonObject();
        json.addProperty("id", id);
        json.addProperty("display_name", id);
        json.addProperty("description", "Permits " + id);
        return json;
    }

    private static JsonArray attributes(JsonObject attribute) {
        var owner = new JsonObject();
        owner.add("attributes", listOf(attribute));
        return listOf(owner);
    }

    private static JsonArray listOf(JsonObject member) {
        var array = new JsonArray();
        array.add(member);
        return array;
    }

    private static void copy(JsonObject from, String field, JsonObject to) {
        if (from.has(field)) {
            to.add(field, from.get(field));
        }
    }
}
