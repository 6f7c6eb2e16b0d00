// Room: sandbox / access groups. How the API shows groups, members and rules.
package io.lanyard.sandbox.services.groups;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.services.roles.AccessTime;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.ServiceIdEntry;
import io.lanyard.sandbox.state.User;
import java.util.List;
import java.util.function.Function;

/** Writes them as JSON; links lead to where the client reached the sandbox. */
final class GroupViews {
    private static final String SERVICE = "iam-";

    private GroupViews() {}

    static JsonObject group(Call call, Group group) {
        var json = new JsonObject();
        json.addProperty("id", group.id());
        json.addProperty("name", group.name());
        json.addProperty("description", group.description());
        json.addProperty("account_id", group.accountId());
        json.addProperty("created_at", AccessTime.write(group.createdAt()));
        json.addProperty("created_by_id", group.createdBy());
        json.addProperty("last_modified_at", AccessTime.write(group.modifiedAt()));
        json.addProperty("last_modified_by_id", group.modifiedBy());
        json.addProperty("href", call.request().origin() + "/v2/groups/" + group.id());
        if (flag(call, "show_federated")) {
            json.addProperty("is_federated", !group.rules().isEmpty());
        }
        return json;
    }

    static JsonObject member(Call call, Group group, Group.Member member) {
        var json = new JsonObject();
        json.addProperty("iam_id", member.iamId());
        json.addProperty("type", member.type());
        json.addProperty("membership_type", "static");
        json.addProperty("href", call.request().origin() + "/v2/groups/" + group.id() + "/members/" + member.iamId());
        json.addProperty("created_at", AccessTime.write(member.createdAt()));
        json.addProperty("created_by_id", member.createdBy());
        if (flag(call, "verbose")) {
            var account = call.account();
            account.users().find(member.iamId()).ifPresent(user -> json.addProperty("email", user.email()));
            json.addProperty("name", name(account, member.iamId()));
        }
        return json;
    }

    static String name(Account account, String iamId) {
        return iamId.startsWith(SERVICE)
                ? account.serviceIds()
                        .find(iamId.substring(SERVICE.length()))
                        .map(ServiceIdEntry::name)
                        .orElse("")
                : account.users().find(iamId).map(User::name).orElse("");
    }

    static JsonObject rule(Group group, Rule rule) {
        var json = new JsonObject();
        json.addProperty("id", rule.id());
        json.addProperty("name", rule.name());
        json.addProperty("expiration", rule.expiration());
        json.addProperty("realm_name", rule.realm());
        json.addProperty("access_group_id", group.id());
        json.addProperty("account_id", group.accountId());
        json.add("conditions", rule.conditions().deepCopy());
        json.addProperty("created_at", AccessTime.write(rule.createdAt()));
        json.addProperty("created_by_id", rule.createdBy());
        json.addProperty("last_modified_at", AccessTime.write(rule.modifiedAt()));
        json.addProperty("last_modified_by_id", rule.modifiedBy());
        return json;
    }

    /** One page of a list with links to its neighbours. */
    static <T> JsonObject page(Call call, String field, List<T> all, Function<T, JsonObject> view) {
        int limit = number(call, "limit", 50, 100);
        int offset = number(call, "offset", 0, Integer.MAX_VALUE);
        var items = new JsonArray();
        all.stream().skip(offset).limit(limit).map(view).forEach(items::add);
        var json = new JsonObject();
        json.addProperty("limit", limit);
        json.addProperty("offset", offset);
        json.addProperty("total_count", all.size());
        json.add("first", link(call, limit, 0));
        json.add("last", link(call, limit, limit == 0 ? 0 : Math.max(0, (all.size() - 1) / limit * limit)));
        if (offset > 0 && limit > 0) {
            json.add("previous", link(call, limit, Math.max(0, offset - limit)));
        }
        if (limit > 0 && (long) offset + limit < all.size()) {
            json.add("next", link(call, limit, offset + limit));
        }
        json.add(field, items);
        return json;
    }

    private static JsonObject link(Call call, int limit, int offset) {
        var query = new StringBuilder();
        for (var part : call.request().rawQuery().split("&", -1)) {
            if (!part.isEmpty() && !part.startsWith("limit=") && !part.startsWith("offset=")) {
                query.append(part).append('&');
            }
        }
        var json = new JsonObject();
        json.addProperty(
                "href",
                call.request().origin() + call.request().path() + "?" + query + "limit=" + limit + "&offset=" + offset);
        return json;
    }

    static void checkPage(Call call) {
        number(call, "limit", 50, 100);
        number(call, "offset", 0, Integer.MAX_VALUE);
    }

    private static int number(Call call, String name, int otherwise, int most) {
        var text = call.query(name).orElse(String.valueOf(otherwise));
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > most) {
            throw GroupErrors.invalid(name, "it can be a whole number from 0 to " + most);
        }
        return Integer.parseInt(text);
    }

    static boolean flag(Call call, String name) {
        return call.query(name).filter("true"::equals).isPresent();
    }
}
