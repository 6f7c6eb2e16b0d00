// Room: sandbox / IAM Identity. What the routes of service IDs do.
package io.lanyard.sandbox.services.identity;

import io.lanyard.core.Crn;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.QuotaWarning;
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

/** Handlers and targets of {@code /v1/serviceids}. */
final class ServiceIds {
    private static final String TYPE = "ServiceId";
    private static final Map<String, Function<ServiceIdEntry, String>> FILTERABLE = Map.of(
            "name",
            ServiceIdEntry::name,
            "description",
            entry -> entry.description().orElse(""));
    private static final Map<String, Function<ServiceIdEntry, String>> SORTABLE = new LinkedHashMap<>(FILTERABLE);

    static {
        SORTABLE.put("created_at", entry -> entry.createdAt().toString());
        SORTABLE.put("modified_at", entry -> entry.modifiedAt().toString());
    }

    Target named(Call call) {
        return Accounts.homeOf(call, TYPE, call.path("id"))
                .flatMap(home ->
                        home.serviceIds().find(call.path("id")).map(entry -> IdentityRights.serviceId(home, entry)))
                .orElseThrow(() -> Refusal.notFound(TYPE, call.path("id")));
    }

    Target changed(Call call) {
        changedCrns(call.json());
        if (call.json().has("name")
                && call.json().maybeText("name").filter(text -> !text.isBlank()).isEmpty()) {
            throw IdentityRefusals.invalid("name", "a service ID must have a name.");
        }
        return named(call);
    }

    Target listed(Call call) {
        var query = ListQuery.of(call);
        query.pageSize();
        return Target.in(Accounts.required(call, query), IdentityRights.SERVICE);
    }

    Target created(Call call) {
        JsonBody body = call.json();
        EntityHeaders.lock(call);
        changedCrns(body);
        body.object("apikey").ifPresent(key -> NewKey.check(call, key, true));
        Account account = Accounts.named(call, "account_id", body.text("account_id"));
        body.maybeText("group_id").ifPresent(group -> knownGroup(account, group));
        return Target.in(account, IdentityRights.SERVICE).named("", body.text("name"));
    }

    Optional<String> creatable(Call call) {
        return IdentityRights.anyMember(
                call, call.account(), IdentityPart.of(call.account()).serviceIdsRestricted());
    }

    Optional<String> own(Call call) {
        return IdentityRights.createdByCaller(call, entry(call));
    }

    Response list(Call call) {
        Account account = call.account();
        var query = ListQuery.of(call);
        String group = query.get("group_id").orElse(IdentityPart.of(account).defaultGroup());
        knownGroup(account, group);
        var shown = new Shown(query.flag("include_history"), false, query.flag("show_group_id"));
        boolean all = call.permits("iam-identity.serviceid.get", call.target());
        if (!all) {
            Accounts.requireMember(call, account);
        }
        List<ServiceIdEntry> rows = account.serviceIds().stream()
                .filter(entry -> groupOf(account, entry).equals(group))
                .filter(entry -> query.get("name").map(entry.name()::equals).orElse(true))
                .filter(entry -> all || IdentityRights.readable(call, account, entry))
                .toList();
        return Response.ok(query.page(
                call,
                "/v1/serviceids/",
                "serviceids",
                query.arrange(rows, SORTABLE, FILTERABLE),
                entry -> IdentityViews.serviceId(account, entry, shown)));
    }

    Response get(Call call) {
        return answer(200, call, entry(call), shown(call));
    }

    Response create(Call call) {
        Account account = call.account();
        JsonBody body = call.json();
        var part = IdentityPart.of(account);
        String group = body.maybeText("group_id").orElse(part.defaultGroup());
        long there = account.serviceIds().stream()
                .filter(entry -> groupOf(account, entry).equals(group))
                .count();
        if (there >= part.quotas().serviceIdsPerGroup()) {
            throw IdentityRefusals.limitReached("service IDs", part.quotas().serviceIdsPerGroup());
        }
        var now = account.now();
        var entry = new ServiceIdEntry(
                "ServiceId-" + account.ids().uuid(),
                account.id(),
                body.text("name"),
                body.maybeText("description"),
                body.texts("unique_instance_crns"),
                Optional.of(group).filter(id -> !id.equals(part.defaultGroup())),
                EntityHeaders.lock(call),
                now,
                now,
                call.caller().iamId(),
                account.ids().entityTag(1));
        Optional<ApiKeyEntry> key =
                body.object("apikey").map(fields -> NewKey.create(call, account, fields, entry.iamId(), false, false));
        account.serviceIds().put(entry.id(), entry);
        part.remember(entry.id(), call.caller(), "create", "The service ID was created");
        QuotaWarning.check(
                call,
                "iam-identity.account-limit.warn",
                "Service IDs",
                (int) there + 1,
                part.quotas().serviceIdsPerGroup());
        call.event()
                .target(entry.crn(), entry.name())
                .request("instance_name", entry.name())
                .request("lock", entry.locked());
        var json = IdentityViews.serviceId(account, entry, shown(call));
        key.ifPresent(made -> json.add("apikey", IdentityViews.apiKey(account, made, true, Shown.PLAIN)));
        return Response.created(json).withEtag(entry.entityTag());
    }

    Response update(Call call) {
        ServiceIdEntry before = entry(call);
        JsonBody body = call.json();
        String name = body.maybeText("name").orElse(before.name());
        call.event()
                .request("prev_instance_name", before.name())
                .request("instance_name", name)
                .request("lock", before.locked());
        refuseLocked(before);
        var after = new ServiceIdEntry(
                before.id(),
                before.accountId(),
                name,
                body.maybeText("description").or(before::description),
                body.has("unique_instance_crns") ? body.texts("unique_instance_crns") : before.uniqueInstanceCrns(),
                before.groupId(),
                before.locked(),
                before.createdAt(),
                call.now(),
                before.createdBy(),
                call.account().ids().nextEntityTag(before.entityTag()));
        call.account().serviceIds().put(after.id(), after);
        IdentityPart.of(call.account()).remember(after.id(), call.caller(), "update", "The service ID was updated");
        return answer(200, call, after, shown(call));
    }

    Response delete(Call call) {
        Account account = call.account();
        ServiceIdEntry entry = entry(call);
        call.event().request("instance_name", entry.name()).request("lock", entry.locked());
        refuseLocked(entry);
        List<ApiKeyEntry> keys = account.apiKeys().stream()
                .filter(key -> key.iamId().equals(entry.iamId()))
                .toList();
        keys.stream().filter(ApiKeyEntry::locked).findFirst().ifPresent(key -> {
            throw IdentityRefusals.notDeletable(
                    TYPE, entry.id(), "its API key '" + key.id() + "' is locked. Unlock or delete that first.");
        });
        ServiceCredentials.remove(account, entry);
        return Response.noContent();
    }

    Response lock(Call call) {
        return locked(call, true);
    }

    Response unlock(Call call) {
        return locked(call, false);
    }

    private Response locked(Call call, boolean locked) {
        ServiceIdEntry before = entry(call);
        call.event().request("instance_name", before.name()).request("lock", locked);
        if (before.locked() != locked) {
            call.account()
                    .serviceIds()
                    .put(
                            before.id(),
                            new ServiceIdEntry(
                                    before.id(),
                                    before.accountId(),
                                    before.name(),
                                    before.description(),
                                    before.uniqueInstanceCrns(),
                                    before.groupId(),
                                    locked,
                                    before.createdAt(),
                                    call.now(),
                                    before.createdBy(),
                                    call.account().ids().nextEntityTag(before.entityTag())));
            IdentityPart.of(call.account())
                    .remember(
                            before.id(),
                            call.caller(),
                            locked ? "lock" : "unlock",
                            "The service ID was " + (locked ? "locked" : "unlocked"));
        }
        return Response.noContent();
    }

    static String groupOf(Account account, ServiceIdEntry entry) {
        return entry.groupId().orElse(IdentityPart.of(account).defaultGroup());
    }

    private static void knownGroup(Account account, String group) {
        if (IdentityPart.of(account).groups().find(group).isEmpty()) {
            throw IdentityRefusals.invalid("group_id", "the account has no group of service IDs with this id.");
        }
    }

    private static void changedCrns(JsonBody body) {
        for (String crn : body.texts("unique_instance_crns")) {
            if (Crn.tryParse(crn).filter(named -> named.version().equals("v1")).isEmpty()) {
                throw IdentityRefusals.invalid("unique_instance_crns", "each must be a CRN of ten parts.");
            }
        }
    }

    private static void refuseLocked(ServiceIdEntry entry) {
        if (entry.locked()) {
            throw IdentityRefusals.locked(TYPE, entry.id());
        }
    }

    private static ServiceIdEntry entry(Call call) {
        return call.account()
                .serviceIds()
                .find(call.path("id"))
                .orElseThrow(() -> Refusal.notFound(TYPE, call.path("id")));
    }

    private static Shown shown(Call call) {
        var query = ListQuery.of(call);
        return new Shown(query.flag("include_history"), query.flag("include_activity"), query.flag("show_group_id"));
    }

    private static Response answer(int status, Call call, ServiceIdEntry entry, Shown shown) {
        return Response.json(status, IdentityViews.serviceId(call.account(), entry, shown))
                .withEtag(entry.entityTag());
    }
}
