// Room: sandbox / policy management. Its refusals, by the codes that the API knows (errors.md §4).
package io.lanyard.sandbox.services.policy;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;

/** The ways in which policy management says no. */
final class PolicyRefusals {
    private PolicyRefusals() {}

    static Refusal policyNotFound(String id) {
        return Refusal.notFound("Policy", id).code("policy_not_found");
    }

    static Refusal conflictsWith(String etag, JsonObject policy) {
        var conflict = new JsonObject();
        conflict.addProperty("etag", etag);
        conflict.add("policy", policy);
        var details = new JsonObject();
        details.add("conflicts_with", conflict);
        return Refusal.of(
                        Problem.CONFLICT,
                        "The policy wasn't written: policy "
                                + policy.get("id").getAsString()
                                + " already grants these roles on the same or a wider resource. Change that policy instead.")
                .code("policy_conflict_error")
                .details(details);
    }
}
