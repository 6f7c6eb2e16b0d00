// Room: sandbox / IAM Identity. What its answers look like.
package io.lanyard.sandbox.services.identity;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.Activity;
import io.lanyard.sandbox.state.ApiKeyEntry;
import io.lanyard.sandbox.state.ServiceIdEntry;

/** Writes service IDs, groups and keys as the API shows them. A description that was never set doesn't appear. */
final class IdentityViews {
    private IdentityViews() {}

    /** What an answer shows beside the entity itself; each is asked for by a query parameter. */
    record Shown(boolean history, boolean activity, boolean group) {
        static final Shown PLAIN = new Shown(false, false, false);
    }

    static JsonObject serviceId(Account account, ServiceIdEntry entry, Shown shown) {
        var json = new JsonObject();
        json.addProperty("id", entry.id());
        json.addProperty("iam_id", entry.iamId());
        json.addProperty("entity_tag", entry.entityTag());
        json.addProperty("crn", entry.crn());
        json.addProperty("locked", entry.locked());
        json.addProperty("created_at", IdentityTime.write(entry.createdAt()));
        json.addProperty("modified_at", IdentityTime.write(entry.modifiedAt()));
        json.addProperty("account_id", entry.accountId());
        var part = IdentityPart.of(account);
        if (shown.group()) {
            json.addProperty("group_id", entry.groupId().orElse(part.defaultGroup()));
        }
        json.addProperty("name", entry.name());
        entry.description().ifPresent(text -> json.addProperty("description", text));
        if (!entry.uniqueInstanceCrns().isEmpty()) {
            var crns = new JsonArray();
            entry.uniqueInstanceCrns().forEach(crns::add);
            json.add("unique_instance_crns", crns);
        }
        addAsked(json, account, entry.id(), entry.iamId(), shown);
        return json;
    }

    /**
     * Writes a key.
     *
     * @param withValue whether this operation may show the value; otherwise the field is there, and empty
     */
    static JsonObject apiKey(Account account, ApiKeyEntry key, boolean withValue, Shown shown) {
        var json = new JsonObject();
        json.addProperty("id", key.id());
        json.addProperty("entity_tag", key.entityTag());
        json.addProperty("crn", key.crn());
        json.addProperty("locked", key.locked());
        json.addProperty("disabled", key.disabled());
        json.addProperty("created_at", IdentityTime.write(key.createdAt()));
        json.addProperty("created_by", key.createdBy());
        json.addProperty("modified_at", IdentityTime.write(key.modifiedAt()));
        json.addProperty("name", key.name());
        json.addProperty("support_sessions", key.supportSessions());
        json.addProperty("action_when_leaked", key.actionWhenLeaked());
        key.expiresAt().ifPresent(at -> json.addProperty("expires_at", IdentityTime.write(at)));
        key.description().ifPresent(text -> json.addProperty("description", text));
        json.addProperty("iam_id", key.iamId());
        json.addProperty("account_id", key.accountId());
        json.addProperty("apikey", withValue ? key.value() : "");
        addAsked(json, account, key.id(), key.id(), shown);
        return json;
    }

    static JsonObject group(ServiceIdGroup group) {
        var json = new JsonObject();
        json.addProperty("id", group.id());
        json.addProperty("entity_tag", group.entityTag());
        json.addProperty("account_id", group.accountId());
        json.addProperty("crn", group.crn());
        json.addProperty("name", group.name());
        json.addProperty("description", group.description());
        json.addProperty("created_at", IdentityTime.write(group.createdAt()));
        json.addProperty("created_by", group.createdBy());
        json.addProperty("modified_at", IdentityTime.write(group.modifiedAt()));
        return json;
    }

    private static void addAsked(JsonObject json, Account account, String id, String user, Shown shown) {
        if (shown.history()) {
            json.add("history", IdentityPart.of(account).history(id));
        }
        if (shown.activity()) {
            Activity used = account.activity().get(user);
            var activity = new JsonObject();
            if (used != null) {
                activity.addProperty("last_authn", IdentityTime.write(used.lastAuthn()));
            }
            activity.addProperty("authn_count", used == null ? 0 : used.count());
            json.add("activity", activity);
        }
    }
}
