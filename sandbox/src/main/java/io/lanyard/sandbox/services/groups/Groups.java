// Room: sandbox / access groups. What the routes of groups and of the account's setting do.
package io.lanyard.sandbox.services.groups;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.roles.AccessTime;
import io.lanyard.sandbox.state.Account;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Handlers and targets of {@code /v2/groups}. */
final class Groups {
    static final String SERVICE = "iam-groups";
    private static final int LONGEST = 300;
    private static final Set<String> SEARCHED = Set.of("id", "name", "description");
    private static final Set<String> MEMBERSHIPS = Set.of("static", "dynamic", "all");
    private static final Map<String, Function<Group, String>> SORTS = Map.of(
            "id",
            Group::id,
            "name",
            group -> group.name().toLowerCase(Locale.ROOT),
            "description",
            Group::description,
            "is_federated",
            group -> String.valueOf(!group.rules().isEmpty()));

    private Groups() {}

    /** The account that the query names. */
    static Target account(Call call) {
        var account = call.account(call.requiredQuery("account_id"));
        return Target.in(account, SERVICE)
                .named("crn:v1:bluemix:public:iam-groups::a/" + account.id() + ":::", account.name());
    }

    static Target listed(Call call) {
        GroupViews.checkPage(call);
        membership(call);
        sorted(call);
        searched(call);
        return account(call);
    }

    static Target created(Call call) {
        check(call.json());
        return account(call);
    }

    static Target named(Call call) {
        var id = call.path("id");
        if (id.equals(GroupStore.PUBLIC)) {
            var account = call.callersAccount();
            return target(account, GroupStore.of(account).everybody());
        }
        return call.directory()
                .homeOf(id)
                .flatMap(home -> GroupStore.of(home).find(id).map(group -> target(home, group)))
                .orElseThrow(() -> Refusal.notFound("Group", id));
    }

    /** As {@link #named}, for changes: the built-in group takes none. */
    static Target changeable(Call call) {
        if (call.path("id").equals(GroupStore.PUBLIC)) {
            throw GroupErrors.reserved();
        }
        return named(call);
    }

    static Target changed(Call call) {
        check(call.json());
        return changeable(call);
    }

    static Target target(Account account, Group group) {
        return Target.in(account, SERVICE)
                .resource("group", group.id())
                .named(group.crn(), group.name())
                .at(group.entityTag());
    }

    static Group group(Call call) {
        var store = GroupStore.of(call.account());
        return call.path("id").equals(GroupStore.PUBLIC)
                ? store.everybody()
                : store.find(call.path("id")).orElseThrow(() -> Refusal.notFound("Group", call.path("id")));
    }

    private static void check(JsonBody body) {
        if (body.maybeText("name").filter(String::isBlank).isPresent()) {
            throw Refusal.of(Problem.MISSING, "A group must have a name.").about("name");
        }
        for (var field : List.of("name", "description")) {
            if (body.maybeText(field).filter(text -> text.length() > LONGEST).isPresent()) {
                throw GroupErrors.invalid(field, "it can have " + LONGEST + " characters");
            }
        }
    }

    private static void unused(GroupStore store, String name, String exceptId) {
        if (store.named(name, exceptId) || name.equals(store.everybody().name())) {
            throw Refusal.of(Problem.CONFLICT, "The account has an access group of this name already.")
                    .about("name");
        }
    }

    static Response create(Call call) {
        var account = call.account();
        var store = GroupStore.of(account);
        var name = call.json().text("name");
        unused(store, name, "");
        var who = call.caller().iamId();
        var group = new Group(
                "AccessGroupId-" + account.ids().uuid(),
                account.id(),
                name,
                call.json().maybeText("description").orElse(""),
                account.now(),
                who,
                account.now(),
                who,
                account.ids().entityTag(1),
                Map.of(),
                Map.of());
        store.put(group);
        call.event().target(group.crn(), name);
        return Response.created(GroupViews.group(call, group)).withEtag(group.entityTag());
    }

    static Response get(Call call) {
        var group = group(call);
        return Response.ok(GroupViews.group(call, group)).withEtag(group.entityTag());
    }

    static Response update(Call call) {
        var account = call.account();
        var before = group(call);
        var name = call.json().maybeText("name").orElse(before.name());
        unused(GroupStore.of(account), name, before.id());
        var after = before.described(
                name,
                call.json().maybeText("description").orElse(before.description()),
                account.now(),
                call.caller().iamId(),
                account.ids().nextEntityTag(before.entityTag()));
        GroupStore.of(account).put(after);
        return Response.ok(GroupViews.group(call, after)).withEtag(after.entityTag());
    }

    static Response delete(Call call) {
        var group = group(call);
        if (!GroupViews.flag(call, "force")
                && !(group.members().isEmpty() && group.rules().isEmpty())) {
            throw Refusal.of(
                    Problem.CONFLICT,
                    "The access group has members or rules: remove them first, or send force=true to remove all.");
        }
        GroupStore.of(call.account()).delete(group.id());
        return Response.noContent();
    }

    /** Lists what the caller may see. */
    static Response list(Call call) {
        var account = call.account();
        var store = GroupStore.of(account);
        var groups = store.all().stream();
        if (!GroupViews.flag(call, "hide_public_access") && store.publicAccess()) {
            groups = Stream.concat(Stream.of(store.everybody()), groups);
        }
        var seen = groups.filter(searched(call))
                .filter(membership(call))
                .filter(group -> call.permits("iam-groups.groups.list", target(account, group)))
                .sorted(sorted(call))
                .toList();
        return Response.ok(GroupViews.page(call, "groups", seen, group -> GroupViews.group(call, group)));
    }

    private static Predicate<Group> membership(Call call) {
        var wanted = call.query("membership_type").orElse("static");
        if (!MEMBERSHIPS.contains(wanted)) {
            throw GroupErrors.invalid("membership_type", "it can be static, dynamic or all");
        }
        var iamId = call.query("iam_id");
        return group -> iamId.isEmpty()
                || (!wanted.equals("dynamic")
                        && (group.id().equals(GroupStore.PUBLIC)
                                || group.members().containsKey(iamId.get())));
    }

    private static Predicate<Group> searched(Call call) {
        var search = call.query("search").orElse("");
        if (search.isEmpty()) {
            return group -> true;
        }
        var colon = search.indexOf(':');
        var field = colon < 0 ? "" : search.substring(0, colon);
        if (!SEARCHED.contains(field)) {
            throw GroupErrors.invalid("search", "it must begin with id:, name: or description:");
        }
        var wanted = search.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
        return group -> switch (field) {
            case "id" -> group.id().toLowerCase(Locale.ROOT).contains(wanted);
            case "name" -> group.name().toLowerCase(Locale.ROOT).contains(wanted);
            default -> group.description().toLowerCase(Locale.ROOT).contains(wanted);
        };
    }

    private static Comparator<Group> sorted(Call call) {
        var sort = call.query("sort").orElse("name");
        var key = SORTS.get(sort.startsWith("-") ? sort.substring(1) : sort);
        if (key == null) {
            throw GroupErrors.invalid("sort", "it can be id, name, description or is_federated, with - for descending");
        }
        var order = Comparator.comparing(key);
        return sort.startsWith("-") ? order.reversed() : order;
    }

    static Response settings(Call call) {
        var store = GroupStore.of(call.account());
        var json = new JsonObject();
        json.addProperty("account_id", call.account().id());
        json.addProperty("last_modified_at", AccessTime.write(store.settingsModifiedAt()));
        json.addProperty("last_modified_by_id", store.settingsModifiedBy());
        json.addProperty("public_access_enabled", store.publicAccess());
        return Response.ok(json);
    }

    static Response changeSettings(Call call) {
        var store = GroupStore.of(call.account());
        var allowed = call.json().flag("public_access_enabled", store.publicAccess());
        store.publicAccess(allowed, call.caller().iamId());
        call.event().request("public_access_enabled", allowed);
        return settings(call);
    }
}
