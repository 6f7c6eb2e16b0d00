// Room: sandbox / resources. What the routes of reclamations do.
package io.lanyard.sandbox.services.resources;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.resources.ResourcePart.Reclamation;
import io.lanyard.sandbox.state.Account;
import java.util.Set;

/** Handlers and targets of {@code /v1/reclamations}. */
final class Reclamations {
    /** An action that only Administrators have: the published roles know none for reclamations (inferred). */
    static final String ADMINISTERS = "resource-controller.instance.retrieve_history";

    Target listed(Call call) {
        Account account = call.query("account_id").map(call::account).orElseGet(call::callersAccount);
        return Target.in(account, "resource-controller");
    }

    Target named(Call call) {
        if (!Set.of("reclaim", "restore").contains(call.path("action_name"))) {
            throw Refusal.of(Problem.INVALID, "The action can be reclaim or restore.")
                    .about("action_name");
        }
        String id = call.path("id");
        Account home = call.directory().homeOf(id).orElseThrow(() -> notFound(id));
        ServiceInstance instance = instance(home, find(home, id));
        call.event().action(instance.plan().service() + ".instance." + call.path("action_name"));
        return ResourceTargets.instance(instance, home);
    }

    Response list(Call call) {
        Account account = call.account();
        var part = ResourcePart.of(account);
        var resources = new JsonArray();
        for (Reclamation reclamation : part.reclamations().stream().toList()) {
            ServiceInstance instance = instance(account, reclamation);
            if (Rows.is(call, "resource_group_id", instance.groupId())
                    && isAsked(call, instance)
                    && call.permits(
                            "resource-controller.instance.retrieve", ResourceTargets.instance(instance, account))) {
                resources.add(ResourceViews.reclamation(reclamation, instance, "SCHEDULED"));
            }
        }
        var json = new JsonObject();
        json.add("resources", resources);
        return Response.ok(json);
    }

    private static boolean isAsked(Call call, ServiceInstance instance) {
        return call.query("resource_instance_id")
                .map(ResourcePart::guidOf)
                .map(instance.guid()::equals)
                .orElse(true);
    }

    Response run(Call call) {
        Account account = call.account();
        var part = ResourcePart.of(account);
        Reclamation reclamation = find(account, call.path("id"));
        ServiceInstance instance = instance(account, reclamation);
        var stamp = Instances.stamp(call);
        boolean ends = call.path("action_name").equals("reclaim");
        if (ends) {
            part.end(instance, stamp, call.transactionId());
        } else {
            part.reclamations().remove(reclamation.id());
            part.stored().put(instance.guid(), instance.back(stamp));
        }
        return Response.ok(ResourceViews.reclamation(
                reclamation, instance(account, reclamation), ends ? "RECLAIMING" : "RESTORING"));
    }

    private static ServiceInstance instance(Account account, Reclamation reclamation) {
        return ResourcePart.of(account).instance(reclamation.guid()).orElseThrow(() -> notFound(reclamation.id()));
    }

    private static Reclamation find(Account account, String id) {
        return ResourcePart.of(account).reclamations().find(id).orElseThrow(() -> notFound(id));
    }

    private static Refusal notFound(String id) {
        return Refusal.notFound("Reclamation", id);
    }
}
