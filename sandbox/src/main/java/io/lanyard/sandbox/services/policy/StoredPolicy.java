// Room: sandbox / policy management. A policy as the sandbox keeps it.
package io.lanyard.sandbox.services.policy;

import com.google.gson.JsonObject;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyId;
import io.lanyard.policy.wire.PolicyV1;
import io.lanyard.policy.wire.PolicyV2;
import java.time.Instant;
import java.util.List;

/**
 * A policy: what was sent, what it means, and who wrote it when. A deleted one stays, can be read by its id, and comes
 * back with PATCH (FACTS.md §6).
 *
 * @param id a UUID
 * @param version the schema it was written in, 1 or 2
 * @param sent the body's fields as they came; never changed
 * @param body their meaning
 * @param active false once it was deleted
 * @param entityTag the revision
 */
record StoredPolicy(
        String id,
        int version,
        JsonObject sent,
        PolicyBody body,
        Instant createdAt,
        String createdBy,
        Instant modifiedAt,
        String modifiedBy,
        boolean active,
        String entityTag) {

    /** The policy as the decision engine reads it. */
    Policy judged() {
        return Policy.of(PolicyId.of(id), version == 1 ? PolicyV1.readGrant(sent) : PolicyV2.readGrant(sent));
    }

    String crn() {
        return "crn:v1:bluemix:public:iam-access-management::a/" + body.accountId() + "::policy:" + id;
    }

    /** The same policy with a new body; from v1 to v2 this is the upgrade that conditions need. */
    StoredPolicy replaced(int newVersion, JsonObject newSent, PolicyBody newBody, Instant at, String by, String tag) {
        return new StoredPolicy(id, newVersion, newSent, newBody, createdAt, createdBy, at, by, active, tag);
    }

    /** The same policy, deleted or restored. */
    StoredPolicy in(boolean nowActive, Instant at, String by, String tag) {
        return new StoredPolicy(id, version, sent, body, createdAt, createdBy, at, by, nowActive, tag);
    }

    /** The same policy with fewer roles, after a custom role was deleted. */
    StoredPolicy withRoles(List<String> remaining, Instant at, String tag) {
        var changed = sent.deepCopy();
        if (version == 1) {
            var roles = changed.getAsJsonArray("roles");
            for (int i = roles.size() - 1; i >= 0; i--) {
                String id = roles.get(i).getAsJsonObject().get("role_id").getAsString();
                if (!remaining.contains(id)) {
                    roles.remove(i);
                }
            }
        } else {
            changed.add("control", V2Schema.control(remaining));
        }
        return replaced(version, changed, body.withRoles(remaining), at, modifiedBy, tag);
    }

    @Override
    public String toString() {
        return "StoredPolicy[" + id + "]";
    }
}
