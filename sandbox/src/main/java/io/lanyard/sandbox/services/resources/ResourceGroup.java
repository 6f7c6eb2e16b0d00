// Room: sandbox / resources. A resource group as the sandbox keeps it.
package io.lanyard.sandbox.services.resources;

import java.time.Instant;

/**
 * A resource group. A deleted one stays readable by its id.
 *
 * @param id 32 hex digits
 * @param accountId the account it belongs to
 * @param name its name, unique among those of the account that are there
 * @param isDefault whether it is the one that every account begins with
 * @param active false once it was deleted
 * @param createdAt when
 * @param updatedAt when last
 */
public record ResourceGroup(
        String id,
        String accountId,
        String name,
        boolean isDefault,
        boolean active,
        Instant createdAt,
        Instant updatedAt) {

    /** Returns its cloud resource name. */
    public String crn() {
        return "crn:v1:bluemix:public:resource-controller::a/" + accountId + "::resource-group:" + id;
    }

    ResourceGroup named(String other, Instant at) {
        return new ResourceGroup(id, accountId, other, isDefault, active, createdAt, at);
    }

    ResourceGroup deleted(Instant at) {
        return new ResourceGroup(id, accountId, name, isDefault, false, createdAt, at);
    }
}
