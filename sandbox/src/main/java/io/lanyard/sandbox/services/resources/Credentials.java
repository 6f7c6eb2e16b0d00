// Room: sandbox / resources. What is behind a key of an instance: a service ID, its API key, its policy.
package io.lanyard.sandbox.services.resources;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.services.identity.ServiceCredentials;
import io.lanyard.sandbox.services.policy.PolicyStore;
import io.lanyard.sandbox.services.resources.ServiceInstance.Stamp;
import io.lanyard.sandbox.services.roles.AccountRoles;
import io.lanyard.sandbox.services.roles.DefinedRole;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.ApiKeyEntry;
import io.lanyard.sandbox.state.ServiceIdEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds roles, makes keys and takes them away again. */
final class Credentials {
    private Credentials() {}

    /** Finds a role of the instance's service by its name or CRN; without one, or with NONE, a key gives no access. */
    static Optional<DefinedRole> role(Account account, ServiceInstance instance, Optional<String> wanted) {
        return wanted.filter(text -> !text.isEmpty() && !text.equalsIgnoreCase("NONE"))
                .map(text -> {
                    var roles = AccountRoles.of(account);
                    var services = List.of(instance.plan().service());
                    String id = text.contains(":")
                            ? text
                            : "crn:v1:bluemix:public:iam::::serviceRole:" + text.replace(" ", "");
                    return roles.find(services, id)
                            .orElseThrow(() -> Refusal.of(
                                            Problem.INVALID,
                                            "The role doesn't exist for "
                                                    + instance.plan().service() + ". Its roles are "
                                                    + String.join(", ", roles.namesFor(services)) + ".")
                                    .about("role"));
                });
    }

    /** Finds the service ID that a key shall use, which the caller must be able to make keys of. */
    static Optional<ServiceIdEntry> given(Call call, Account account, Optional<String> crn) {
        return crn.map(text -> {
            ServiceIdEntry entry = account.serviceIds()
                    .find(ResourcePart.guidOf(text))
                    .filter(found -> found.crn().equals(text))
                    .orElseThrow(() -> Refusal.of(
                                    Problem.INVALID,
                                    "'parameters.serviceid_crn' isn't the CRN of a service ID of this account.")
                            .about("parameters.serviceid_crn"));
            ServiceCredentials.requireKeys(call, account, entry);
            return entry;
        });
    }

    static ServiceKey make(
            Call call,
            ServiceInstance instance,
            String name,
            Optional<DefinedRole> role,
            Optional<ServiceIdEntry> given,
            boolean hmac,
            JsonObject connection) {
        Account account = call.account();
        String guid = account.ids().uuid();
        String description = "Made for the key " + guid + " of " + instance.crn();
        ServiceIdEntry owner =
                given.orElseGet(() -> ServiceCredentials.serviceId(call, account, name, description, instance.crn()));
        ApiKeyEntry apiKey = ServiceCredentials.apiKey(call, account, owner, name, description);
        Optional<String> policy = role.map(found -> policy(call, instance, owner, apiKey, found, given.isEmpty()));
        var credentials = new JsonObject();
        credentials.addProperty("apikey", apiKey.value());
        credentials.addProperty("iam_apikey_name", apiKey.name());
        credentials.addProperty("iam_apikey_description", description);
        role.ifPresent(found -> credentials.addProperty("iam_role_crn", found.crn()));
        credentials.addProperty("iam_serviceid_crn", owner.crn());
        connection.entrySet().forEach(field -> credentials.add(field.getKey(), field.getValue()));
        ofService(credentials, account, instance, apiKey, hmac);
        var stamp = Instances.stamp(call);
        return new ServiceKey(
                guid,
                name,
                instance,
                credentials,
                role.map(DefinedRole::crn),
                owner.id(),
                given.isEmpty(),
                apiKey.id(),
                policy,
                stamp,
                stamp,
                Optional.empty());
    }

    /** Gives the role; what was made before is taken back when that is refused, as an error has no side effects. */
    private static String policy(
            Call call,
            ServiceInstance instance,
            ServiceIdEntry owner,
            ApiKeyEntry apiKey,
            DefinedRole role,
            boolean made) {
        try {
            return PolicyStore.of(call.account())
                    .grant(grant(owner, instance, role), call.caller().iamId());
        } catch (Refusal refused) {
            if (made) {
                ServiceCredentials.remove(call.account(), owner);
            } else {
                ServiceCredentials.removeKey(call.account(), apiKey.id());
            }
            throw refused;
        }
    }

    /** Adds what the services' own pages say (cos.md, event-streams.md). */
    private static void ofService(
            JsonObject json, Account account, ServiceInstance instance, ApiKeyEntry apiKey, boolean hmac) {
        switch (instance.plan().service()) {
            case "cloud-object-storage" -> {
                json.addProperty("resource_instance_id", instance.crn());
                json.addProperty("endpoints", "https://control.cloud-object-storage.cloud.ibm.com/v2/endpoints");
                if (hmac) {
                    var keys = new JsonObject();
                    keys.addProperty("access_key_id", account.ids().hex(32));
                    keys.addProperty("secret_access_key", account.ids().hex(48));
                    json.add("cos_hmac_keys", keys);
                }
            }
            case "messagehub" -> {
                json.addProperty("password", apiKey.value());
                json.addProperty("api_key", apiKey.value());
            }
            default -> json.addProperty("instance_id", instance.guid());
        }
    }

    private static JsonObject grant(ServiceIdEntry owner, ServiceInstance instance, DefinedRole role) {
        var subject = new JsonArray();
        subject.add(equal("iam_id", owner.iamId()));
        var resource = new JsonArray();
        resource.add(equal("accountId", instance.accountId()));
        resource.add(equal("serviceName", instance.plan().service()));
        resource.add(equal("serviceInstance", instance.guid()));
        var roles = new JsonArray();
        roles.add(object("role_id", role.crn()));
        var policy = object("type", "access");
        policy.add("subject", in("attributes", subject));
        policy.add("control", in("grant", in("roles", roles)));
        policy.add("resource", in("attributes", resource));
        return policy;
    }

    private static JsonObject equal(String key, String value) {
        var json = object("key", key);
        json.addProperty("operator", "stringEquals");
        json.addProperty("value", value);
        return json;
    }

    private static JsonObject object(String name, String value) {
        var json = new JsonObject();
        Map.of(name, value).forEach(json::addProperty);
        return json;
    }

    private static JsonObject in(String name, com.google.gson.JsonElement value) {
        var json = new JsonObject();
        json.add(name, value);
        return json;
    }

    /** Refuses when a lock protects what would have to go with the key. */
    static void removable(Account account, ServiceKey key) {
        boolean locked = ((key.made() || key.policy().isPresent())
                        && account.serviceIds()
                                .find(key.serviceId())
                                .filter(ServiceIdEntry::locked)
                                .isPresent())
                || account.apiKeys()
                        .find(key.apiKey())
                        .filter(ApiKeyEntry::locked)
                        .isPresent();
        if (locked) {
            throw Refusal.of(
                            Problem.LOCKED,
                            "The service ID or the API key of the key '" + key.name() + "' is locked. Unlock it first.")
                    .status(422);
        }
    }

    /** Takes a key away: with the service ID that was made for it, or else with its own API key and policy. */
    static void remove(Account account, ServiceKey key, Stamp by) {
        var part = ResourcePart.of(account);
        if (key.made()) {
            account.serviceIds().find(key.serviceId()).ifPresent(entry -> ServiceCredentials.remove(account, entry));
        } else {
            ServiceCredentials.removeKey(account, key.apiKey());
            key.policy().ifPresent(PolicyStore.of(account)::remove);
        }
        accessKey(key).ifPresent(part.signers()::remove);
        part.keys().put(key.guid(), key.removed(by));
    }

    static Optional<String> accessKey(ServiceKey key) {
        return Optional.ofNullable(key.credentials().getAsJsonObject("cos_hmac_keys"))
                .map(keys -> keys.get("access_key_id").getAsString());
    }
}
