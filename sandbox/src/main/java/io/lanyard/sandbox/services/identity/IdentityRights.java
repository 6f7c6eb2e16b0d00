// Room: sandbox / IAM Identity. Who may do what to which identity (identity.md §8).
package io.lanyard.sandbox.services.identity;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.ApiKeyEntry;
import io.lanyard.sandbox.state.ServiceIdEntry;
import java.util.Optional;

/** What IAM Identity permits without a policy, and which targets its policies name. */
final class IdentityRights {
    static final String SERVICE = "iam-identity";
    private static final String OF_SERVICE_ID = "iam-ServiceId-";

    private IdentityRights() {}

    static Target serviceId(Account account, ServiceIdEntry entry) {
        return Target.in(account, SERVICE)
                .resource("serviceid", entry.id())
                .named(entry.crn(), entry.name())
                .at(entry.entityTag());
    }

    /** A service ID's key is guarded as its service ID is; a user's key by its own id. */
    static Target apiKey(Account account, ApiKeyEntry key) {
        var target = Target.in(account, SERVICE);
        var guarded = owner(account, key.iamId())
                .map(entry -> target.resource("serviceid", entry.id()))
                .orElseGet(() -> target.resource("apikey", key.id()));
        return guarded.named(key.crn(), key.name()).at(key.entityTag());
    }

    /** The service ID of an IAM id, when it is one of the account's. */
    static Optional<ServiceIdEntry> owner(Account account, String iamId) {
        return iamId.startsWith(OF_SERVICE_ID)
                ? account.serviceIds().find(iamId.substring("iam-".length()))
                : Optional.empty();
    }

    static boolean isServiceId(String iamId) {
        return iamId.startsWith(OF_SERVICE_ID);
    }

    /** The creator of a service ID administers it, its keys included. */
    static Optional<String> createdByCaller(Call call, ServiceIdEntry entry) {
        return entry.createdBy().equals(call.caller().iamId()) && call.caller().actsIn(entry.accountId())
                ? Optional.of("the caller created this service ID")
                : Optional.empty();
    }

    /** Own keys, keys that one made, and keys of service IDs that one made. */
    static Optional<String> ownKey(Call call, Account account, ApiKeyEntry key) {
        Caller caller = call.caller();
        if (!caller.actsIn(account.id())) {
            return Optional.empty();
        }
        if (key.iamId().equals(caller.iamId())) {
            return Optional.of("the key is the caller's own");
        }
        if (key.createdBy().equals(caller.iamId())) {
            return Optional.of("the caller created this key");
        }
        return owner(account, key.iamId()).flatMap(entry -> createdByCaller(call, entry));
    }

    /**
     * The action that someone else's key needs. For users' keys the role data knows {@code iam-identity.apikey.manage},
     * which only Administrators have, as the task table demands.
     */
    static String keyAction(ApiKeyEntry key, String verb) {
        return key.ofServiceId() ? "iam-identity.apikey." + verb : "iam-identity.apikey.manage";
    }

    static boolean readable(Call call, Account account, ServiceIdEntry entry) {
        return createdByCaller(call, entry).isPresent()
                || call.permits("iam-identity.serviceid.get", serviceId(account, entry));
    }

    static boolean readable(Call call, Account account, ApiKeyEntry key) {
        return ownKey(call, account, key).isPresent() || call.permits(keyAction(key, "list"), apiKey(account, key));
    }

    /** Any identity that acts in the account may create, unless the account restricts it. */
    static Optional<String> anyMember(Call call, Account account, boolean restricted) {
        return !restricted && call.caller().actsIn(account.id())
                ? Optional.of("any member may create this, the account doesn't restrict it")
                : Optional.empty();
    }
}
