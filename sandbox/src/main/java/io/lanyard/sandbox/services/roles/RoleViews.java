// Room: sandbox / roles. What its answers look like.
package io.lanyard.sandbox.services.roles;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** Writes defined and custom roles. */
final class RoleViews {
    private RoleViews() {}

    static JsonObject defined(DefinedRole role) {
        var json = new JsonObject();
        json.addProperty("display_name", role.displayName());
        json.addProperty("description", role.description());
        json.add("actions", texts(role.actions()));
        json.addProperty("crn", role.crn());
        return json;
    }

    static JsonObject custom(CustomRole role, String origin) {
        var json = new JsonObject();
        json.addProperty("id", role.id());
        json.addProperty("display_name", role.displayName());
        json.addProperty("description", role.description());
        json.add("actions", texts(role.actions()));
        json.addProperty("crn", role.crn());
        json.addProperty("name", role.name());
        json.addProperty("account_id", role.accountId());
        json.addProperty("service_name", role.serviceName());
        json.addProperty("created_at", AccessTime.write(role.createdAt()));
        json.addProperty("created_by_id", role.createdBy());
        json.addProperty("last_modified_at", AccessTime.write(role.modifiedAt()));
        json.addProperty("last_modified_by_id", role.modifiedBy());
        json.addProperty("href", origin + "/v2/roles/" + role.id());
        return json;
    }

    private static JsonArray texts(List<String> texts) {
        var array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
