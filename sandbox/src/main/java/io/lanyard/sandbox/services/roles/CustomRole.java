// Room: sandbox / roles. A role that an account made itself.
package io.lanyard.sandbox.services.roles;

import java.time.Instant;
import java.util.List;

/**
 * A custom role as the sandbox keeps it.
 *
 * @param id a UUID
 * @param name the part of its CRN; never changes, nor do account and service
 * @param entityTag the revision
 */
public record CustomRole(
        String id,
        String accountId,
        String serviceName,
        String name,
        String displayName,
        String description,
        List<String> actions,
        Instant createdAt,
        String createdBy,
        Instant modifiedAt,
        String modifiedBy,
        String entityTag) {

    public CustomRole {
        actions = List.copyOf(actions);
    }

    /** The id that policies carry. */
    public String crn() {
        return "crn:v1:bluemix:public:iam-access-management::a/" + accountId + "::customRole:" + name;
    }
}
