// Room: sandbox / access groups. What the routes of members do.
package io.lanyard.sandbox.services.groups;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.roles.AccessTime;
import io.lanyard.sandbox.state.Account;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Handlers and targets of a group's members, and of one identity's groups. Bulk calls answer 207 with a status for each item. */
final class Members {
    private static final int BULK = 50;
    private static final int MOST_GROUPS = 50;
    private static final Set<String> TYPES = Set.of("user", "service", "profile");
    private static final String SERVICE_ID = "iam-ServiceId-";

    private Members() {}

    static Target added(Call call) {
        bulk("members", call.json().maybe("members"));
        return Groups.changeable(call);
    }

    static Target spread(Call call) {
        type(call.json().text("type"));
        bulk("groups", call.json().maybe("groups"));
        return Groups.account(call);
    }

    static Target listed(Call call) {
        GroupViews.checkPage(call);
        choice(call, "membership_type", Set.of("static", "dynamic", "all"));
        choice(call, "type", TYPES);
        if (call.query("sort").isPresent() && !GroupViews.flag(call, "verbose")) {
            throw GroupErrors.invalid("sort", "it goes with verbose=true alone");
        }
        return Groups.named(call);
    }

    private static void choice(Call call, String name, Set<String> values) {
        if (call.query(name).filter(value -> !values.contains(value)).isPresent()) {
            throw GroupErrors.invalid(
                    name, "it can be one of " + values.stream().sorted().toList());
        }
    }

    private static void bulk(String field, Optional<JsonElement> items) {
        if (items.filter(array -> array.getAsJsonArray().size() <= BULK).isEmpty()) {
            throw GroupErrors.invalid(field, "it must be there, and can hold " + BULK + " items");
        }
    }

    private static void type(String type) {
        if (!TYPES.contains(type)) {
            throw GroupErrors.invalid("type", "it can be user, service or profile");
        }
    }

    static Response add(Call call) {
        var items = new JsonArray();
        for (var element : call.json().tree().getAsJsonArray("members")) {
            var one = new JsonBody(element.getAsJsonObject());
            var item = new JsonObject();
            item.addProperty("iam_id", one.text("iam_id"));
            item.addProperty("type", one.text("type"));
            var group = Groups.group(call);
            var wrong = add(call, group, one.text("iam_id"), one.text("type"));
            outcome(call, item, wrong);
            if (wrong.isEmpty()) {
                var member = Objects.requireNonNull(Groups.group(call).members().get(one.text("iam_id")));
                item.addProperty("created_at", AccessTime.write(member.createdAt()));
                item.addProperty("created_by_id", member.createdBy());
            }
            items.add(item);
        }
        return multi(call, "members", "iam_id", items, new JsonObject());
    }

    /** What is wrong with one membership; it is there when nothing is. */
    private static Optional<Wrong> add(Call call, Group group, String iamId, String type) {
        var account = call.account();
        var store = GroupStore.of(account);
        var kind = iamId.startsWith(SERVICE_ID) ? "service" : iamId.startsWith("iam-Profile-") ? "profile" : "user";
        if (!TYPES.contains(type) || !kind.equals(type)) {
            return Optional.of(new Wrong(400, "invalid_value", "The type of " + iamId + " is " + kind + "."));
        }
        if (!there(account, iamId)) {
            return Optional.of(new Wrong(404, "not_found", "The account has no " + kind + " " + iamId + "."));
        }
        if (!group.members().containsKey(iamId) && store.groupsOf(iamId) >= MOST_GROUPS) {
            return Optional.of(new Wrong(409, "conflict", iamId + " is in " + MOST_GROUPS + " groups already."));
        }
        store.add(
                group,
                new Group.Member(iamId, type, account.now(), call.caller().iamId()));
        return Optional.empty();
    }

    private static boolean there(Account account, String iamId) {
        return iamId.startsWith(SERVICE_ID)
                ? account.serviceIds().find(iamId.substring("iam-".length())).isPresent()
                : account.users().find(iamId).isPresent();
    }

    private record Wrong(int status, String code, String message) {}

    private static void outcome(Call call, JsonObject item, Optional<Wrong> wrong) {
        item.addProperty("status_code", wrong.map(Wrong::status).orElse(200));
        item.addProperty("trace", call.transactionId());
        wrong.ifPresent(why -> {
            var error = new JsonObject();
            error.addProperty("code", why.code());
            error.addProperty("message", why.message());
            var errors = new JsonArray();
            errors.add(error);
            item.add("errors", errors);
        });
    }

    /** Answers with each item's outcome, and has the event tell them too: it is a failure when none got through. */
    private static Response multi(Call call, String field, String id, JsonArray items, JsonObject body) {
        var each = items.asList().stream().map(JsonElement::getAsJsonObject).toList();
        call.event()
                .request(
                        field,
                        each.stream().map(item -> item.get(id).getAsString()).toList())
                .response(
                        "status_codes",
                        each.stream()
                                .map(item -> item.get("status_code").getAsInt())
                                .toList());
        if (!each.isEmpty() && each.stream().allMatch(item -> item.has("errors"))) {
            call.event()
                    .failed(each.get(0)
                            .getAsJsonArray("errors")
                            .get(0)
                            .getAsJsonObject()
                            .get("message")
                            .getAsString());
        }
        body.add(field, items);
        return Response.json(207, body);
    }

    static Response list(Call call) {
        var group = Groups.group(call);
        var type = call.query("type");
        var members = group.members().values().stream()
                .filter(member ->
                        !call.query("membership_type").orElse("static").equals("dynamic"))
                .filter(member -> type.isEmpty() || member.type().equals(type.get()));
        if (call.query("sort").isPresent()) {
            var order = Comparator.comparing((Group.Member member) -> GroupViews.name(call.account(), member.iamId()));
            members = members.sorted(call.query("sort").get().startsWith("-") ? order.reversed() : order);
        }
        return Response.ok(
                GroupViews.page(call, "members", members.toList(), member -> GroupViews.member(call, group, member)));
    }

    static Response isMember(Call call) {
        member(call);
        return Response.noContent();
    }

    private static Group member(Call call) {
        var group = Groups.group(call);
        if (!group.members().containsKey(call.path("iam_id"))) {
            throw Refusal.notFound("Member", call.path("iam_id"));
        }
        return group;
    }

    static Response remove(Call call) {
        call.event().request("members", List.of(call.path("iam_id")));
        GroupStore.of(call.account()).remove(member(call), call.path("iam_id"));
        return Response.noContent();
    }

    static Response removeSome(Call call) {
        var items = new JsonArray();
        for (var iamId : call.json().texts("members")) {
            var group = Groups.group(call);
            var item = new JsonObject();
            item.addProperty("iam_id", iamId);
            outcome(call, item, remove(call, group, iamId));
            items.add(item);
        }
        var body = new JsonObject();
        body.addProperty("access_group_id", call.path("id"));
        return multi(call, "members", "iam_id", items, body);
    }

    private static Optional<Wrong> remove(Call call, Group group, String iamId) {
        if (!group.members().containsKey(iamId)) {
            return Optional.of(new Wrong(404, "not_found", iamId + " is no member of " + group.id() + "."));
        }
        GroupStore.of(call.account()).remove(group, iamId);
        return Optional.empty();
    }

    /** Puts one identity into several groups. */
    static Response addToMany(Call call) {
        var store = GroupStore.of(call.account());
        var items = new JsonArray();
        for (var id : call.json().texts("groups")) {
            items.add(ofGroup(
                    call,
                    id,
                    id.equals(GroupStore.PUBLIC)
                            ? Optional.of(new Wrong(400, "reserved_value", "The group is built in."))
                            : store.find(id)
                                    .map(group -> add(
                                            call,
                                            group,
                                            call.path("iam_id"),
                                            call.json().text("type")))
                                    .orElseGet(() -> Optional.of(
                                            new Wrong(404, "not_found", "There is no group " + id + ".")))));
        }
        return ofIdentity(call, items);
    }

    static Response removeFromAll(Call call) {
        var groups = GroupStore.of(call.account()).all().stream()
                .filter(group -> group.members().containsKey(call.path("iam_id")))
                .toList();
        if (groups.isEmpty()) {
            throw Refusal.notFound("Member", call.path("iam_id"));
        }
        var items = new JsonArray();
        groups.forEach(group -> items.add(ofGroup(call, group.id(), remove(call, group, call.path("iam_id")))));
        return ofIdentity(call, items);
    }

    private static JsonObject ofGroup(Call call, String id, Optional<Wrong> wrong) {
        var item = new JsonObject();
        item.addProperty("access_group_id", id);
        outcome(call, item, wrong);
        return item;
    }

    private static Response ofIdentity(Call call, JsonArray items) {
        var body = new JsonObject();
        body.addProperty("iam_id", call.path("iam_id"));
        call.event().request("iam_id", call.path("iam_id"));
        return multi(call, "groups", "access_group_id", items, body);
    }
}
