// Room: sandbox / resources. What calls are about, as policies see it.
package io.lanyard.sandbox.services.resources;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.state.Account;
import java.util.Map;
import java.util.Optional;

/** Finds what a path names, and puts it into the attributes of policies. */
public final class ResourceTargets {
    private ResourceTargets() {}

    /**
     * Resource groups as a whole. They belong to account management: a policy on it, or on {@code resourceType=resource-group},
     * is about them (policy-evaluation.md §3).
     */
    static Target groups(Account account) {
        return Target.of(account, Map.of("serviceType", "platform_service", "resourceType", "resource-group"));
    }

    /** The resource group itself; a policy on what is in it isn't about it. */
    public static Target group(ResourceGroup group, Account account) {
        return groups(account).with("resource", group.id()).named(group.crn(), group.name());
    }

    static Target namedGroup(Call call) {
        Account home = call.directory().homeOf(call.path("id")).orElseThrow(() -> noGroup(call.path("id")));
        return group(group(home, call.path("id")), home);
    }

    /** Finds a group of an account, be it deleted. */
    static ResourceGroup group(Account account, String id) {
        return ResourcePart.of(account).group(id).orElseThrow(() -> noGroup(id));
    }

    /** Finds a group that things can be put into, and demands Viewer on it of the caller. */
    public static ResourceGroup usable(Call call, Account account, String id) {
        ResourceGroup group = group(account, id);
        if (!group.active()) {
            throw Refusal.of(Problem.INVALID, "The resource group '" + group.name() + "' is deleted.");
        }
        call.require("resource-controller.group.retrieve", group(group, account));
        return group;
    }

    private static Refusal noGroup(String id) {
        return Refusal.notFound("ResourceGroup", id);
    }

    static Target instance(ServiceInstance instance, Account account) {
        return place(account, instance.plan(), instance.place(), instance.groupId())
                .with("serviceInstance", instance.guid())
                .named(instance.crn(), instance.name());
    }

    /** Where an instance would be. */
    static Target place(Account account, Plan plan, String place, String groupId) {
        return Target.in(account, plan.service()).with("region", place).with("resourceGroupId", groupId);
    }

    static Target namedInstance(Call call) {
        String id = call.path("id");
        return home(call, id)
                .flatMap(home -> ResourcePart.of(home)
                        .instance(id)
                        .filter(found -> isAsked(found.crn(), id))
                        .map(found -> instance(found, home)))
                .orElseThrow(() -> Refusal.notFound("ResourceInstance", id));
    }

    static Target namedKey(Call call) {
        String id = call.path("id");
        return home(call, id)
                .flatMap(home -> ResourcePart.of(home)
                        .keys()
                        .find(ResourcePart.guidOf(id))
                        .filter(found -> isAsked(found.crn(), id))
                        .map(found -> instance(found.instance(), home).named(found.crn(), found.name())))
                .orElseThrow(() -> Refusal.notFound("ResourceKey", id));
    }

    /** The account that the caller works in: what lists show. */
    static Target own(Call call) {
        return Target.in(call.callersAccount(), "resource-controller");
    }

    private static Optional<Account> home(Call call, String id) {
        return call.directory().homeOf(ResourcePart.guidOf(id));
    }

    private static boolean isAsked(String crn, String id) {
        return !id.contains(":") || id.equals(crn);
    }
}
