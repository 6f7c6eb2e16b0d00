// Room: sandbox / resources. How much may be in an account.
package io.lanyard.sandbox.services.resources;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.resources.ServiceInstance.State;

/** The one quota definition, which all resource groups have. IBM publishes the shape, not the figures: those are ours. */
final class Quotas {
    static final String STANDARD = "lanyard-standard-quota";

    private static final int INSTANCES = 1_000;
    private static final int GROUPS = 500;
    private static final int LITE = 1;
    private static final String MADE = "2026-01-01T00:00:00Z";

    private Quotas() {}

    static Response list(Call call) {
        var all = new JsonArray();
        all.add(definition());
        var json = new JsonObject();
        json.add("resources", all);
        return Response.ok(json);
    }

    static Response get(Call call) {
        if (!call.path("id").equals(STANDARD)) {
            throw Refusal.notFound("QuotaDefinition", call.path("id"));
        }
        return Response.ok(definition());
    }

    private static JsonObject definition() {
        var json = new JsonObject();
        json.addProperty("id", STANDARD);
        json.addProperty("name", "Standard Quota");
        json.addProperty("type", "STANDARD");
        json.addProperty("number_of_service_instances", INSTANCES);
        json.addProperty("default_number_of_instances_per_lite_plan", LITE);
        json.add("resource_quotas", new JsonArray());
        json.addProperty("created_at", MADE);
        json.addProperty("updated_at", MADE);
        return json;
    }

    static void anotherGroup(ResourcePart part) {
        if (part.groups().stream().filter(ResourceGroup::active).count() >= GROUPS) {
            throw exceeded("The account has " + GROUPS + " resource groups already, which is the limit.");
        }
    }

    static void anotherInstance(ResourcePart part, Plan plan) {
        if (part.instances().filter(Quotas::counts).count() >= INSTANCES) {
            throw exceeded("The account has " + INSTANCES + " service instances already, which is the limit.");
        }
        boolean second = plan.lite()
                && part.instances()
                        .filter(Quotas::counts)
                        .anyMatch(there -> there.plan().equals(plan));
        if (second) {
            throw exceeded(
                    "You can only have one instance of a Lite plan per service. To create a new instance, either "
                            + "delete your existing Lite plan instance or select a paid plan.");
        }
    }

    private static boolean counts(ServiceInstance instance) {
        return instance.state() != State.REMOVED;
    }

    private static Refusal exceeded(String message) {
        return Refusal.of(Problem.BAD_REQUEST, message).code("limit_exceeded");
    }
}
