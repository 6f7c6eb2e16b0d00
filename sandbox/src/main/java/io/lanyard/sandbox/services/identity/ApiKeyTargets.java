// Room: sandbox / IAM Identity. What the routes of API keys are about, and who may without a policy.
package io.lanyard.sandbox.services.identity;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.ApiKeyEntry;
import io.lanyard.sandbox.state.ServiceIdEntry;
import java.util.Optional;
import java.util.function.Function;

/** Targets and exemptions of {@code /v1/apikeys}. */
final class ApiKeyTargets {
    private static final String TYPE = "ApiKey";

    /** Aims at the key of the path; {@code verb} ends the name of the audit event that the call leaves. */
    Function<Call, Target> named(String verb) {
        return call -> Accounts.homeOf(call, TYPE, call.path("id"))
                .map(ApiKeyTargets::withoutOldKeys)
                .flatMap(home -> home.apiKeys().find(call.path("id")).map(key -> aimedAt(call, home, key, verb)))
                .orElseThrow(() -> Refusal.notFound(TYPE, call.path("id")));
    }

    Target changed(Call call) {
        JsonBody body = call.json();
        NewKey.leakAction(body);
        NewKey.expiry(body, call.now());
        if (body.has("name")
                && body.maybeText("name").filter(text -> !text.isBlank()).isEmpty()) {
            throw IdentityRefusals.invalid("name", "an API key must have a name.");
        }
        return named("update").apply(call);
    }

    Target byValue(Call call) {
        String value = call.header("IAM-ApiKey")
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Refusal.of(Problem.MISSING, "The header IAM-ApiKey is required.")
                        .about("IAM-ApiKey"));
        return call.directory()
                .key(value)
                .map(found -> aimedAt(call, found.account(), found.key(), "read"))
                .orElseThrow(() -> Refusal.of(Problem.NOT_FOUND, "Provided API key could not be found.")
                        .messageCode("BXNIM0415E"));
    }

    private static Target aimedAt(Call call, Account account, ApiKeyEntry key, String verb) {
        call.event().action("iam-identity." + (key.ofServiceId() ? "serviceid" : "user") + "-apikey." + verb);
        return IdentityRights.apiKey(account, key);
    }

    Target created(Call call) {
        JsonBody body = call.json();
        String iamId = body.text("iam_id");
        boolean ofServiceId = IdentityRights.isServiceId(iamId);
        EntityHeaders.lock(call);
        EntityHeaders.disable(call);
        NewKey.check(call, body, ofServiceId);
        return ofServiceId ? forServiceId(call, body, iamId) : forUser(call, body, iamId);
    }

    private static Target forServiceId(Call call, JsonBody body, String iamId) {
        call.event().action("iam-identity.serviceid-apikey.create");
        String id = iamId.substring("iam-".length());
        Account account = call.directory().homeOf(id).orElseThrow(() -> Refusal.notFound("ServiceId", id));
        ServiceIdEntry owner =
                IdentityRights.owner(account, iamId).orElseThrow(() -> Refusal.notFound("ServiceId", id));
        body.maybeText("account_id")
                .filter(named -> !named.equals(account.id()))
                .ifPresent(named -> {
                    throw IdentityRefusals.invalid("account_id", "it isn't the account of the service ID.");
                });
        return IdentityRights.serviceId(account, owner).named("", body.text("name"));
    }

    private static Target forUser(Call call, JsonBody body, String iamId) {
        call.event().action("iam-identity.user-apikey.create");
        if (!iamId.startsWith("IBMid-")) {
            throw IdentityRefusals.invalid("iam_id", "it must be the id of a user or of a service ID.");
        }
        Account account = Accounts.named(
                call,
                "account_id",
                body.maybeText("account_id")
                        .orElseGet(() -> call.callersAccount().id()));
        if (!iamId.equals(call.caller().iamId()) || !call.caller().actsIn(account.id())) {
            throw IdentityRefusals.notAuthorized(
                    "A user's API key can be created by that user only, in the account of his token.");
        }
        return Target.in(account, IdentityRights.SERVICE).named("", body.text("name"));
    }

    String creating(Call call) {
        return IdentityRights.isServiceId(call.json().text("iam_id"))
                ? "iam-identity.apikey.create"
                : "iam-identity.user-apikey.create";
    }

    Optional<String> creatable(Call call) {
        String iamId = call.json().text("iam_id");
        return IdentityRights.isServiceId(iamId)
                ? IdentityRights.owner(call.account(), iamId)
                        .flatMap(owner -> IdentityRights.createdByCaller(call, owner))
                : IdentityRights.anyMember(
                        call, call.account(), IdentityPart.of(call.account()).userKeysRestricted());
    }

    Function<Call, String> action(String verb) {
        return call -> IdentityRights.keyAction(key(call), verb);
    }

    Optional<String> own(Call call) {
        return IdentityRights.ownKey(call, call.account(), key(call));
    }

    Target listed(Call call) {
        var query = ListQuery.of(call);
        query.pageSize();
        Optional<String> id = query.get("account_id");
        Account account = id.isPresent() ? Accounts.named(call, "account_id", id.get()) : call.callersAccount();
        return Target.in(withoutOldKeys(account), IdentityRights.SERVICE);
    }

    private static Account withoutOldKeys(Account account) {
        IdentityPart.of(account).purgeKeys();
        return account;
    }

    /** The key that the call is about. */
    static ApiKeyEntry key(Call call) {
        String id = call.target()
                .crn()
                .map(crn -> crn.substring(crn.lastIndexOf(':') + 1))
                .orElse("");
        return call.account().apiKeys().find(id).orElseThrow(() -> Refusal.notFound(TYPE, id));
    }
}
