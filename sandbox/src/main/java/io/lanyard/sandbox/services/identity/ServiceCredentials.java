// Room: sandbox / IAM Identity. Service IDs and API keys that another service makes for its users.
package io.lanyard.sandbox.services.identity;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.groups.GroupStore;
import io.lanyard.sandbox.services.policy.PolicyStore;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.ApiKeyEntry;
import io.lanyard.sandbox.state.ServiceIdEntry;
import java.util.List;
import java.util.Optional;

/** What a key of a service instance needs from IAM Identity. */
public final class ServiceCredentials {
    private ServiceCredentials() {}

    /**
     * Makes a service ID in the account's default group. Refuses when there are too many, or when the account restricts their
     * creation and the caller lacks the role for it: a service key is no way around that (inferred).
     */
    public static ServiceIdEntry serviceId(Call call, Account account, String name, String description, String crn) {
        var part = IdentityPart.of(account);
        if (part.serviceIdsRestricted()) {
            call.require("iam-identity.serviceid.create", Target.in(account, IdentityRights.SERVICE));
        }
        long there = account.serviceIds().stream()
                .filter(entry -> ServiceIds.groupOf(account, entry).equals(part.defaultGroup()))
                .count();
        if (there >= part.quotas().serviceIdsPerGroup()) {
            throw IdentityRefusals.limitReached("service IDs", part.quotas().serviceIdsPerGroup());
        }
        var now = account.now();
        var entry = new ServiceIdEntry(
                "ServiceId-" + account.ids().uuid(),
                account.id(),
                name,
                Optional.of(description),
                List.of(crn),
                Optional.empty(),
                false,
                now,
                now,
                call.caller().iamId(),
                account.ids().entityTag(1));
        account.serviceIds().put(entry.id(), entry);
        part.remember(entry.id(), call.caller(), "create", "The service ID was created for a service key");
        return entry;
    }

    /** Makes an API key of a service ID. */
    public static ApiKeyEntry apiKey(
            Call call, Account account, ServiceIdEntry owner, String name, String description) {
        var fields = new JsonObject();
        fields.addProperty("name", name);
        fields.addProperty("description", description);
        return NewKey.create(call, account, new JsonBody(fields), owner.iamId(), false, false);
    }

    /** Demands that the caller may make API keys of a service ID: he made it, or a policy lets him. */
    public static void requireKeys(Call call, Account account, ServiceIdEntry owner) {
        if (IdentityRights.createdByCaller(call, owner).isEmpty()) {
            Target target = IdentityRights.serviceId(account, owner);
            call.require("iam-identity.apikey.create", target);
        }
    }

    /** Removes a service ID with its keys, policies and memberships; whether that may be is asked before. */
    public static void remove(Account account, ServiceIdEntry entry) {
        account.apiKeys().stream()
                .filter(key -> key.iamId().equals(entry.iamId()))
                .map(ApiKeyEntry::id)
                .toList()
                .forEach(key -> removeKey(account, key));
        PolicyStore.of(account).removeSubject(entry.iamId());
        GroupStore.of(account).forget(entry.iamId());
        account.serviceIds().remove(entry.id());
        IdentityPart.of(account).forget(entry.id());
    }

    /** Removes an API key. */
    public static void removeKey(Account account, String id) {
        account.apiKeys().remove(id);
        IdentityPart.of(account).forget(id);
    }
}
