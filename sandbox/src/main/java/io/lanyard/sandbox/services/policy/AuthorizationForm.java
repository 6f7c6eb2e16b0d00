// Room: sandbox / policy management. What samples of authorizations leave out, or say in another way.
package io.lanyard.sandbox.services.policy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.services.roles.AccessRefusals;
import java.util.Optional;

/**
 * Brings an authorization into the form in which it is kept (activity-tracker.md §7): a target without an account is in the
 * caller's, and an instance that is named by its CRN is named by its GUID.
 */
final class AuthorizationForm {
    private static final String ACCOUNT = "accountId";
    private static final String INSTANCE = "serviceInstance";

    private final String key;
    private final String account;

    private AuthorizationForm(String key, String account) {
        this.key = key;
        this.account = account;
    }

    /** Returns the body to keep: another one than was sent, where something had to be filled in. */
    static JsonObject completed(int version, Call call) {
        JsonObject sent = call.json().tree();
        if (!call.json().text("type").equals("authorization")) {
            return sent;
        }
        JsonObject json = sent.deepCopy();
        var form = new AuthorizationForm(
                version == 1 ? "name" : "key", call.caller().accountId().orElse(""));
        form.attributes(json, version == 1 ? "subjects" : "subject").ifPresent(form::plainInstance);
        form.attributes(json, version == 1 ? "resources" : "resource").ifPresent(resource -> {
            form.account(resource);
            form.plainInstance(resource);
        });
        return json;
    }

    private Optional<JsonArray> attributes(JsonObject body, String part) {
        JsonElement owner = body.get(part);
        if (owner != null && owner.isJsonArray()) {
            owner = owner.getAsJsonArray().isEmpty()
                    ? null
                    : owner.getAsJsonArray().get(0);
        }
        return owner != null && owner.isJsonObject()
                ? Optional.ofNullable(owner.getAsJsonObject().get("attributes"))
                        .filter(JsonElement::isJsonArray)
                        .map(JsonElement::getAsJsonArray)
                : Optional.empty();
    }

    private void account(JsonArray resource) {
        if (find(resource, ACCOUNT).isEmpty() && !account.isEmpty()) {
            var own = new JsonObject();
            own.addProperty(key, ACCOUNT);
            own.addProperty("operator", "stringEquals");
            own.addProperty("value", account);
            resource.add(own);
        }
    }

    private void plainInstance(JsonArray attributes) {
        find(attributes, INSTANCE)
                .ifPresent(instance -> Crn.tryParse(text(instance)).ifPresent(crn -> {
                    same(
                            attributes,
                            ACCOUNT,
                            crn.account().map(AccountId::value).orElse(crn.scope()));
                    same(attributes, "serviceName", crn.serviceName());
                    instance.addProperty("value", crn.serviceInstance());
                }));
    }

    private void same(JsonArray attributes, String name, String ofCrn) {
        find(attributes, name)
                .map(AuthorizationForm::text)
                .filter(said -> !said.equals(ofCrn))
                .ifPresent(said -> {
                    throw AccessRefusals.invalidBody(
                            INSTANCE,
                            "The CRN in serviceInstance says " + name + " " + ofCrn + ", and the policy says " + said
                                    + ". An authorization is created in the account that owns its target.");
                });
    }

    private Optional<JsonObject> find(JsonArray attributes, String name) {
        for (JsonElement attribute : attributes) {
            if (attribute.isJsonObject()
                    && textOf(attribute.getAsJsonObject(), key).equals(name)) {
                return Optional.of(attribute.getAsJsonObject());
            }
        }
        return Optional.empty();
    }

    private static String text(JsonObject attribute) {
        return textOf(attribute, "value");
    }

    private static String textOf(JsonObject json, String field) {
        JsonElement value = json.get(field);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }
}
