// Room: sandbox / IAM Identity. What the routes of API keys do.
package io.lanyard.sandbox.services.identity;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.identity.IdentityViews.Shown;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.ApiKeyEntry;
import io.lanyard.sandbox.state.ServiceIdEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Handlers and targets of {@code /v1/apikeys}. */
final class ApiKeys {
    private static final String TYPE = "ApiKey";
    private static final Map<String, Function<ApiKeyEntry, String>> FILTERABLE = Map.of(
            "name", ApiKeyEntry::name, "description", key -> key.description().orElse(""));
    private static final Map<String, Function<ApiKeyEntry, String>> SORTABLE = new LinkedHashMap<>(FILTERABLE);

    static {
        SORTABLE.put("created_at", key -> key.createdAt().toString());
        SORTABLE.put("created_by", ApiKeyEntry::createdBy);
    }

    /** Aims at the key of the path; {@code verb} ends the name of the audit event that the call leaves. */
    Function<Call, Target> named(String verb) {
        return call -> Accounts.homeOf(call, TYPE, call.path("id"))
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
        return Target.in(account, IdentityRights.SERVICE);
    }

    Response list(Call call) {
        Account account = call.account();
        var query = ListQuery.of(call);
        boolean wholeAccount = oneOf(query, "scope", "entity", "account")
                .filter("account"::equals)
                .isPresent();
        Optional<String> type = oneOf(query, "type", "user", "serviceid");
        String owner = query.get("iam_id").orElse(call.caller().iamId());
        boolean history = query.flag("include_history");
        if (!wholeAccount && !owner.equals(call.caller().iamId())) {
            requireOwner(call, account, owner);
        } else if (!call.caller().actsIn(account.id())) {
            call.require("iam-identity.apikey.list", call.target());
        }
        List<ApiKeyEntry> rows = account.apiKeys().stream()
                .filter(key -> wholeAccount || key.iamId().equals(owner))
                .filter(key -> type.map(text -> text.equals("serviceid") == key.ofServiceId())
                        .orElse(true))
                .filter(key -> query.get("group_id")
                        .map(id -> inGroup(account, key, id))
                        .orElse(true))
                .filter(key -> IdentityRights.readable(call, account, key))
                .toList();
        return Response.ok(query.page(
                call,
                "/v1/apikeys",
                "apikeys",
                query.arrange(rows, SORTABLE, FILTERABLE),
                key -> IdentityViews.apiKey(account, key, false, new Shown(history, false, false))));
    }

    /** Another identity's keys are listed by an Administrator, or by whom its service ID is open to. */
    private static void requireOwner(Call call, Account account, String iamId) {
        if (!IdentityRights.isServiceId(iamId)) {
            call.require("iam-identity.apikey.manage", call.target());
            return;
        }
        ServiceIdEntry owner = IdentityRights.owner(account, iamId)
                .orElseThrow(() -> IdentityRefusals.invalid("iam_id", "it isn't a service ID of this account."));
        if (IdentityRights.createdByCaller(call, owner).isEmpty()) {
            call.require("iam-identity.apikey.list", IdentityRights.serviceId(account, owner));
        }
    }

    private static boolean inGroup(Account account, ApiKeyEntry key, String group) {
        return IdentityRights.owner(account, key.iamId())
                .filter(owner -> ServiceIds.groupOf(account, owner).equals(group))
                .isPresent();
    }

    private static Optional<String> oneOf(ListQuery query, String name, String first, String second) {
        Optional<String> value = query.get(name);
        value.filter(text -> !text.equals(first) && !text.equals(second)).ifPresent(text -> {
            throw IdentityRefusals.invalid(name, "it can be " + first + " or " + second + ".");
        });
        return value;
    }

    Response get(Call call) {
        ApiKeyEntry key = key(call);
        var query = ListQuery.of(call);
        var shown = new Shown(query.flag("include_history"), query.flag("include_activity"), false);
        return Response.ok(IdentityViews.apiKey(call.account(), key, retrievable(key), shown))
                .withEtag(key.entityTag());
    }

    Response create(Call call) {
        Account account = call.account();
        var key = NewKey.create(
                call,
                account,
                call.json(),
                call.json().text("iam_id"),
                EntityHeaders.lock(call),
                EntityHeaders.disable(call));
        call.event()
                .target(key.crn(), key.name())
                .request("instance_name", key.name())
                .request("lock", key.locked());
        return Response.created(IdentityViews.apiKey(account, key, true, Shown.PLAIN))
                .withEtag(key.entityTag());
    }

    Response update(Call call) {
        ApiKeyEntry before = key(call);
        JsonBody body = call.json();
        if (body.flag("support_sessions", false) && before.ofServiceId()) {
            throw IdentityRefusals.invalid("support_sessions", "only keys of users can have sessions.");
        }
        String name = body.maybeText("name").orElse(before.name());
        call.event()
                .request("prev_instance_name", before.name())
                .request("instance_name", name)
                .request("lock", before.locked());
        refuseLocked(before);
        var after = new ApiKeyEntry(
                before.id(),
                before.accountId(),
                before.iamId(),
                name,
                body.maybeText("description").or(before::description),
                before.value(),
                before.storeValue(),
                body.flag("support_sessions", before.supportSessions()),
                NewKey.leakAction(body).orElse(before.actionWhenLeaked()),
                body.has("expires_at") ? NewKey.expiry(body, call.now()) : before.expiresAt(),
                before.locked(),
                before.disabled(),
                before.createdAt(),
                call.now(),
                before.createdBy(),
                call.account().ids().nextEntityTag(before.entityTag()));
        call.account().apiKeys().put(after.id(), after);
        IdentityPart.of(call.account()).remember(after.id(), call.caller(), "update", "The API key was updated");
        return Response.ok(IdentityViews.apiKey(call.account(), after, retrievable(after), Shown.PLAIN))
                .withEtag(after.entityTag());
    }

    Response delete(Call call) {
        ApiKeyEntry key = key(call);
        call.event().request("instance_name", key.name()).request("lock", key.locked());
        refuseLocked(key);
        call.account().apiKeys().remove(key.id());
        IdentityPart.of(call.account()).forget(key.id());
        return Response.noContent();
    }

    Response lock(Call call) {
        return switched(call, "lock", key -> with(call, key, true, key.disabled()));
    }

    Response unlock(Call call) {
        return switched(call, "unlock", key -> with(call, key, false, key.disabled()));
    }

    Response disable(Call call) {
        return switched(call, "disable", key -> with(call, key, key.locked(), true));
    }

    Response enable(Call call) {
        return switched(call, "enable", key -> with(call, key, key.locked(), false));
    }

    private static Response switched(Call call, String what, UnaryOperator<ApiKeyEntry> change) {
        ApiKeyEntry before = key(call);
        if (what.endsWith("able")) {
            refuseLocked(before);
        }
        ApiKeyEntry after = change.apply(before);
        call.event()
                .request("instance_name", before.name())
                .request("lock", after.locked())
                .request("disabled", after.disabled());
        if (after.locked() != before.locked() || after.disabled() != before.disabled()) {
            call.account().apiKeys().put(after.id(), after);
            IdentityPart.of(call.account()).remember(after.id(), call.caller(), what, "The API key got: " + what);
        }
        return Response.noContent();
    }

    private static ApiKeyEntry with(Call call, ApiKeyEntry key, boolean locked, boolean disabled) {
        return new ApiKeyEntry(
                key.id(),
                key.accountId(),
                key.iamId(),
                key.name(),
                key.description(),
                key.value(),
                key.storeValue(),
                key.supportSessions(),
                key.actionWhenLeaked(),
                key.expiresAt(),
                locked,
                disabled,
                key.createdAt(),
                call.now(),
                key.createdBy(),
                call.account().ids().nextEntityTag(key.entityTag()));
    }

    private static boolean retrievable(ApiKeyEntry key) {
        return key.ofServiceId() && key.storeValue();
    }

    private static void refuseLocked(ApiKeyEntry key) {
        if (key.locked()) {
            throw IdentityRefusals.locked(TYPE, key.id());
        }
    }

    private static ApiKeyEntry key(Call call) {
        String id = call.target()
                .crn()
                .map(crn -> crn.substring(crn.lastIndexOf(':') + 1))
                .orElse("");
        return call.account().apiKeys().find(id).orElseThrow(() -> Refusal.notFound(TYPE, id));
    }
}
