// Room: sandbox / settings. How the API shows an account's settings.
package io.lanyard.sandbox.services.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.services.identity.IdentityPart;
import io.lanyard.sandbox.state.Account;

/** The two forms: what the account has set, and what is in force. */
final class SettingsView {
    static final String HISTORY = "settings/identity";

    private SettingsView() {}

    static JsonObject own(Call call) {
        var account = call.account();
        var settings = AccountSettings.of(account);
        var json = new JsonObject();
        json.addProperty("account_id", account.id());
        json.addProperty("entity_tag", settings.entityTag());
        for (var setting : Setting.values()) {
            json.addProperty(setting.field(), settings.text(setting));
        }
        json.add("user_mfa", userMfa(account, resolved(call)));
        json.add("restrict_user_domains", new JsonArray());
        if (call.query("include_history").filter("true"::equals).isPresent()) {
            json.add("history", IdentityPart.of(account).history(HISTORY));
        }
        return json;
    }

    /** Templates of an enterprise would count here as well; the sandbox has none. */
    static JsonObject effective(Call call) {
        var account = call.account();
        var settings = AccountSettings.of(account);
        var inForce = new JsonObject();
        for (var setting : Setting.values()) {
            inForce.addProperty(setting.field(), setting.inForce(settings.text(setting)));
        }
        inForce.add("user_mfa", userMfa(account, resolved(call)));
        var json = new JsonObject();
        json.addProperty("account_id", account.id());
        json.add("effective", inForce);
        json.add("account", own(call));
        json.add("assigned_templates", new JsonArray());
        return json;
    }

    private static boolean resolved(Call call) {
        return call.query("resolve_user_mfa").filter("true"::equals).isPresent();
    }

    private static JsonArray userMfa(Account account, boolean resolve) {
        var array = new JsonArray();
        for (var override : AccountSettings.of(account).userMfa()) {
            var json = new JsonObject();
            json.addProperty("iam_id", override.iamId());
            json.addProperty("mfa", override.mfa());
            account.users().find(override.iamId()).filter(user -> resolve).ifPresent(user -> {
                json.addProperty("name", user.name());
                json.addProperty("userName", user.email());
                json.addProperty("email", user.email());
            });
            array.add(json);
        }
        return array;
    }
}
