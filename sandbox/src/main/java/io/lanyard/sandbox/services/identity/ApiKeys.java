// Room: sandbox / IAM Identity. What the routes of API keys do.
package io.lanyard.sandbox.services.identity;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Response;
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

/** Handlers of {@code /v1/apikeys}; {@link ApiKeyTargets} says what each is about. */
final class ApiKeys {
    private static final String TYPE = "ApiKey";
    private static final Map<String, Function<ApiKeyEntry, String>> FILTERABLE = Map.of(
            "name", ApiKeyEntry::name, "description", key -> key.description().orElse(""));
    private static final Map<String, Function<ApiKeyEntry, String>> SORTABLE = new LinkedHashMap<>(FILTERABLE);

    static {
        SORTABLE.put("created_at", key -> key.createdAt().toString());
        SORTABLE.put("created_by", ApiKeyEntry::createdBy);
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
        ApiKeyEntry key = ApiKeyTargets.key(call);
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
        ApiKeyEntry before = ApiKeyTargets.key(call);
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
        ApiKeyEntry key = ApiKeyTargets.key(call);
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
        ApiKeyEntry before = ApiKeyTargets.key(call);
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
}
