// Room: sandbox / IAM Identity. What the routes of service ID groups do.
package io.lanyard.sandbox.services.identity;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.state.Account;

/** Handlers and targets of {@code /v1/serviceid_groups}. */
final class Groups {
    private static final String TYPE = "ServiceIdGroup";

    Target named(Call call) {
        return Accounts.homeOf(call, TYPE, call.path("id"))
                .flatMap(home -> IdentityPart.of(home)
                        .groups()
                        .find(call.path("id"))
                        .map(group -> Target.in(home, IdentityRights.SERVICE)
                                .resource("serviceid-group", group.id())
                                .named(group.crn(), group.name())
                                .at(group.entityTag())))
                .orElseThrow(() -> Refusal.notFound(TYPE, call.path("id")));
    }

    Target listed(Call call) {
        return Target.in(Accounts.required(call, ListQuery.of(call)), IdentityRights.SERVICE);
    }

    Target created(Call call) {
        Account account = Accounts.named(call, "account_id", call.json().text("account_id"));
        return Target.in(account, IdentityRights.SERVICE).named("", call.json().text("name"));
    }

    Response list(Call call) {
        var array = new JsonArray();
        IdentityPart.of(call.account()).groups().stream()
                .map(IdentityViews::group)
                .forEach(array::add);
        var json = new JsonObject();
        json.add("serviceid_groups", array);
        return Response.ok(json);
    }

    Response get(Call call) {
        ServiceIdGroup group = group(call);
        return Response.ok(IdentityViews.group(group)).withEtag(group.entityTag());
    }

    Response create(Call call) {
        Account account = call.account();
        var part = IdentityPart.of(account);
        refuseTaken(part, call.json().text("name"), "");
        if (part.groups().size() >= part.quotas().serviceIdGroups()) {
            throw IdentityRefusals.limitReached(
                    "service ID groups", part.quotas().serviceIdGroups());
        }
        var group = new ServiceIdGroup(
                TYPE + "-" + account.ids().uuid(),
                account.id(),
                call.json().text("name"),
                call.json().maybeText("description").orElse(""),
                account.now(),
                account.now(),
                call.caller().iamId(),
                account.ids().entityTag(1));
        part.groups().put(group.id(), group);
        call.event().target(group.crn(), group.name());
        return Response.created(IdentityViews.group(group)).withEtag(group.entityTag());
    }

    Response update(Call call) {
        Account account = call.account();
        var part = IdentityPart.of(account);
        ServiceIdGroup before = group(call);
        refuseTaken(part, call.json().text("name"), before.id());
        var after = new ServiceIdGroup(
                before.id(),
                before.accountId(),
                call.json().text("name"),
                call.json().maybeText("description").orElse(before.description()),
                before.createdAt(),
                account.now(),
                before.createdBy(),
                account.ids().nextEntityTag(before.entityTag()));
        part.groups().put(after.id(), after);
        return Response.ok(IdentityViews.group(after)).withEtag(after.entityTag());
    }

    Response delete(Call call) {
        Account account = call.account();
        var part = IdentityPart.of(account);
        ServiceIdGroup group = group(call);
        if (group.id().equals(part.defaultGroup())) {
            throw IdentityRefusals.notDeletable(TYPE, group.id(), "it is the default group.");
        }
        long members = account.serviceIds().stream()
                .filter(entry -> ServiceIds.groupOf(account, entry).equals(group.id()))
                .count();
        if (members > 0) {
            throw IdentityRefusals.notDeletable(TYPE, group.id(), "it still holds " + members + " service IDs.");
        }
        part.groups().remove(group.id());
        return Response.noContent();
    }

    private static void refuseTaken(IdentityPart part, String name, String except) {
        boolean taken = part.groups().stream()
                .anyMatch(group -> group.name().equals(name) && !group.id().equals(except));
        if (taken) {
            throw Refusal.of(Problem.CONFLICT, "A service ID group with this name already exists")
                    .details("Property 'name' must be unique in the account.");
        }
    }

    private static ServiceIdGroup group(Call call) {
        return IdentityPart.of(call.account())
                .groups()
                .find(call.path("id"))
                .orElseThrow(() -> Refusal.notFound(TYPE, call.path("id")));
    }
}
