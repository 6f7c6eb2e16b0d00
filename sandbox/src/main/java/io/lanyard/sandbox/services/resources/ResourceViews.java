// Room: sandbox / resources. What their answers look like.
package io.lanyard.sandbox.services.resources;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.services.resources.ResourcePart.Reclamation;
import io.lanyard.sandbox.services.resources.ServiceInstance.Stamp;
import io.lanyard.sandbox.services.resources.ServiceInstance.State;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Writes groups, instances, keys and reclamations. */
final class ResourceViews {
    private ResourceViews() {}

    static JsonObject group(ResourceGroup group) {
        var json = new JsonObject();
        json.addProperty("id", group.id());
        json.addProperty("crn", group.crn());
        json.addProperty("account_id", group.accountId());
        json.addProperty("name", group.name());
        json.addProperty("state", group.active() ? "ACTIVE" : "DELETED");
        json.addProperty("default", group.isDefault());
        json.addProperty("quota_id", Quotas.STANDARD);
        json.addProperty("quota_url", "/v2/quota_definitions/" + Quotas.STANDARD);
        json.addProperty("payment_methods_url", "/v2/resource_groups/" + group.id() + "/payment_methods");
        json.add("resource_linkages", new JsonArray());
        json.addProperty("teams_url", "/v2/resource_groups/" + group.id() + "/teams");
        json.addProperty("created_at", time(new Stamp(group.createdAt(), "")));
        json.addProperty("updated_at", time(new Stamp(group.updatedAt(), "")));
        return json;
    }

    static JsonObject instance(ServiceInstance instance) {
        var json = new JsonObject();
        json.addProperty("id", instance.crn());
        json.addProperty("guid", instance.guid());
        json.addProperty("url", "/v2/resource_instances/" + instance.guid());
        stamps(json, instance.created(), instance.updated());
        instance.deleted().ifPresent(stamp -> stamp(json, "deleted", stamp));
        instance.reclaimed().ifPresent(at -> {
            json.addProperty("scheduled_reclaim_at", time(new Stamp(at, "")));
            instance.deleted().ifPresent(stamp -> json.addProperty("scheduled_reclaim_by", stamp.by()));
        });
        instance.restored().ifPresent(stamp -> stamp(json, "restored", stamp));
        json.addProperty("name", instance.name());
        json.addProperty("region_id", instance.place());
        json.addProperty("account_id", instance.accountId());
        json.addProperty("reseller_channel_id", "");
        json.addProperty("resource_plan_id", instance.plan().id());
        json.addProperty("resource_group_id", instance.groupId());
        json.addProperty(
                "resource_group_crn",
                "crn:v1:bluemix:public:resource-controller::a/" + instance.accountId() + "::resource-group:"
                        + instance.groupId());
        json.addProperty(
                "target_crn",
                "crn:v1:bluemix:public:globalcatalog::::deployment:"
                        + instance.plan().id() + "%3A" + instance.place());
        json.addProperty("onetime_credentials", false);
        json.add("parameters", instance.parameters().deepCopy());
        json.addProperty("allow_cleanup", instance.allowCleanup());
        json.addProperty("crn", instance.crn());
        json.addProperty("state", state(instance));
        json.addProperty("type", "service_instance");
        json.addProperty("sub_type", "");
        json.addProperty("resource_id", instance.plan().serviceId());
        json.add("last_operation", lastOperation(instance));
        json.addProperty("resource_keys_url", "/v2/resource_instances/" + instance.guid() + "/resource_keys");
        json.add("plan_history", history(instance));
        json.addProperty("migrated", false);
        json.add("extensions", new JsonObject());
        json.addProperty("locked", instance.locked());
        return json;
    }

    static String state(ServiceInstance instance) {
        return instance.state().name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject lastOperation(ServiceInstance instance) {
        boolean starting = instance.state() == State.PROVISIONING;
        String type =
                instance.isDeleted() ? "delete" : instance.updated().equals(instance.created()) ? "create" : "update";
        var json = new JsonObject();
        json.addProperty("type", type);
        json.addProperty("state", starting ? "in progress" : instance.state() == State.FAILED ? "failed" : "succeeded");
        json.addProperty("async", starting);
        json.addProperty(
                "description",
                instance.trouble().orElse((starting ? "Started " : "Completed ") + type + " instance operation"));
        json.addProperty("cancelable", false);
        json.addProperty("poll", starting);
        return json;
    }

    private static JsonArray history(ServiceInstance instance) {
        var item = new JsonObject();
        item.addProperty("resource_plan_id", instance.plan().id());
        item.addProperty("start_date", time(instance.created()));
        item.addProperty("requestor_id", instance.created().by());
        var array = new JsonArray();
        array.add(item);
        return array;
    }

    static JsonObject key(ServiceKey key, boolean revealed) {
        ServiceInstance instance = key.instance();
        var json = new JsonObject();
        json.addProperty("id", key.crn());
        json.addProperty("guid", key.guid());
        json.addProperty("url", "/v2/resource_keys/" + key.guid());
        stamps(json, key.created(), key.updated());
        key.deleted().ifPresent(stamp -> stamp(json, "deleted", stamp));
        json.addProperty("source_crn", instance.crn());
        json.addProperty("name", key.name());
        json.addProperty("crn", key.crn());
        json.addProperty("state", key.active() ? "active" : "removed");
        json.addProperty("account_id", instance.accountId());
        json.addProperty("resource_group_id", instance.groupId());
        json.addProperty("resource_id", instance.plan().serviceId());
        json.addProperty("onetime_credentials", false);
        if (key.active()) {
            json.add("credentials", revealed ? key.credentials().deepCopy() : redacted());
        }
        json.addProperty("iam_compatible", true);
        json.addProperty("migrated", false);
        json.addProperty("resource_instance_url", "/v2/resource_instances/" + instance.guid());
        return json;
    }

    private static JsonObject redacted() {
        var json = new JsonObject();
        json.addProperty("REDACTED", "REDACTED");
        return json;
    }

    static JsonObject reclamation(Reclamation reclamation, ServiceInstance instance, String state) {
        var json = new JsonObject();
        json.addProperty("id", reclamation.id());
        json.addProperty("entity_id", instance.guid());
        json.addProperty("entity_type_id", instance.plan().serviceId());
        json.addProperty("entity_crn", instance.crn());
        json.addProperty("resource_instance_id", instance.guid());
        json.addProperty("resource_group_id", instance.groupId());
        json.addProperty("account_id", instance.accountId());
        json.addProperty("policy_id", "");
        json.addProperty("state", state);
        json.addProperty("target_time", time(new Stamp(reclamation.since().at().plus(ResourcePart.WAIT), "")));
        json.add("custom_properties", new JsonObject());
        stamps(json, reclamation.since(), instance.updated());
        return json;
    }

    private static void stamps(JsonObject json, Stamp created, Stamp updated) {
        stamp(json, "created", created);
        stamp(json, "updated", updated);
    }

    private static void stamp(JsonObject json, String what, Stamp stamp) {
        json.addProperty(what + "_at", time(stamp));
        json.addProperty(what + "_by", stamp.by());
    }

    private static String time(Stamp stamp) {
        return stamp.at().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
