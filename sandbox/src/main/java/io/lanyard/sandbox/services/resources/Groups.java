// Room: sandbox / resources. What the routes of resource groups do.
package io.lanyard.sandbox.services.resources;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.resources.ServiceInstance.State;
import io.lanyard.sandbox.state.Account;
import java.util.Map;
import java.util.Optional;

/** Handlers and targets of {@code /v2/resource_groups}. */
final class Groups {
    private static final int LONGEST_NAME = 40;

    Target created(Call call) {
        name(call.json().text("name"));
        return ResourceTargets.groups(account(call, call.json().maybeText("account_id")))
                .named("", call.json().text("name"));
    }

    Target listed(Call call) {
        Rows.flag(call, "default");
        Rows.flag(call, "include_deleted");
        return ResourceTargets.groups(account(call, call.query("account_id")));
    }

    Target changed(Call call) {
        call.json().maybeText("name").ifPresent(Groups::name);
        call.json()
                .maybeText("state")
                .filter(state -> !state.equals("ACTIVE") && !state.equals("DELETED"))
                .ifPresent(state -> {
                    throw Refusal.of(Problem.INVALID, "'state' can be ACTIVE or DELETED.")
                            .about("state");
                });
        return ResourceTargets.namedGroup(call);
    }

    private static Account account(Call call, Optional<String> id) {
        return id.map(call::account).orElseGet(call::callersAccount);
    }

    private static void name(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Refusal.of(
                            Problem.INVALID,
                            "'name' must have 1 to " + LONGEST_NAME + " characters, and not only spaces.")
                    .about("name");
        }
    }

    Response list(Call call) {
        Account account = call.account();
        boolean onlyDefault = Rows.flag(call, "default");
        boolean deleted = Rows.flag(call, "include_deleted");
        var resources = new JsonArray();
        ResourcePart.of(account).groups().stream()
                .filter(group -> deleted || group.active())
                .filter(group -> !onlyDefault || group.isDefault())
                .filter(group -> Rows.is(call, "name", group.name()))
                .filter(group ->
                        call.permits("resource-controller.group.retrieve", ResourceTargets.group(group, account)))
                .map(ResourceViews::group)
                .forEach(resources::add);
        var json = new JsonObject();
        json.add("resources", resources);
        return Response.ok(json);
    }

    Response create(Call call) {
        Account account = call.account();
        var part = ResourcePart.of(account);
        String name = call.json().text("name");
        unused(part, name, "");
        Quotas.anotherGroup(part);
        var now = account.now();
        var group = new ResourceGroup(account.ids().hex(32), account.id(), name, false, true, now, now);
        part.groups().put(group.id(), group);
        call.event().target(group.crn(), group.name());
        return Response.created(Map.of("id", group.id(), "crn", group.crn()));
    }

    Response get(Call call) {
        return Response.ok(ResourceViews.group(group(call)));
    }

    Response update(Call call) {
        ResourceGroup before = group(call);
        present(before);
        ResourceGroup after = call.json()
                .maybeText("name")
                .map(name -> {
                    unused(ResourcePart.of(call.account()), name, before.id());
                    return before.named(name, call.now());
                })
                .orElse(before);
        if (call.json().maybeText("state").filter("DELETED"::equals).isPresent()) {
            call.require("resource-controller.group.delete", call.target());
            after = deletable(call, after).deleted(call.now());
        }
        call.event().request("prev_instance_name", before.name()).request("instance_name", after.name());
        return Response.ok(ResourceViews.group(put(call, after)));
    }

    Response delete(Call call) {
        put(call, deletable(call, present(group(call))).deleted(call.now()));
        return Response.noContent();
    }

    private static ResourceGroup put(Call call, ResourceGroup group) {
        ResourcePart.of(call.account()).groups().put(group.id(), group);
        return group;
    }

    private static ResourceGroup group(Call call) {
        return ResourceTargets.group(call.account(), call.path("id"));
    }

    private static ResourceGroup present(ResourceGroup group) {
        if (!group.active()) {
            throw Refusal.of(Problem.NOT_FOUND, "The resource group is deleted.")
                    .status(410)
                    .code("gone");
        }
        return group;
    }

    private static ResourceGroup deletable(Call call, ResourceGroup group) {
        if (group.isDefault()) {
            throw Refusal.of(Problem.BAD_REQUEST, "The default resource group can't be deleted.");
        }
        long inside = ResourcePart.of(call.account())
                .instances()
                .filter(instance -> instance.groupId().equals(group.id()) && instance.state() != State.REMOVED)
                .count();
        if (inside > 0) {
            throw Refusal.of(
                    Problem.BAD_REQUEST,
                    "The resource group isn't empty: " + inside
                            + " service instances are in it, counting those that wait for reclamation.");
        }
        return group;
    }

    private static void unused(ResourcePart part, String name, String exceptId) {
        boolean taken = part.groups().stream()
                .anyMatch(group -> group.active()
                        && group.name().equals(name)
                        && !group.id().equals(exceptId));
        if (taken) {
            throw Refusal.of(Problem.CONFLICT, "The account has a resource group of this name already.")
                    .about("name");
        }
    }
}
