// Room: sandbox / state.
package io.lanyard.sandbox.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A service ID as the sandbox keeps it.
 *
 * @param id {@code ServiceId-<uuid>}
 * @param accountId the account it belongs to
 * @param name its name, not unique
 * @param description its description, where one was given
 * @param uniqueInstanceCrns CRNs of the service instances it stands for
 * @param groupId its group, where it is in another than the default one
 * @param locked whether it refuses change and removal
 * @param createdAt when
 * @param modifiedAt when last
 * @param createdBy the IAM id of its creator, who administers it without a policy
 * @param entityTag the revision, such as {@code 1-<32 hex>}
 */
public record ServiceIdEntry(
        String id,
        String accountId,
        String name,
        Optional<String> description,
        List<String> uniqueInstanceCrns,
        Optional<String> groupId,
        boolean locked,
        Instant createdAt,
        Instant modifiedAt,
        String createdBy,
        String entityTag) {

    /** Keeps the list from later changes. */
    public ServiceIdEntry {
        uniqueInstanceCrns = List.copyOf(uniqueInstanceCrns);
    }

    /** Returns the id that policies name as subject: {@code iam-ServiceId-<uuid>}. */
    public String iamId() {
        return "iam-" + id;
    }

    /** Returns its cloud resource name. */
    public String crn() {
        return "crn:v1:bluemix:public:iam-identity::a/" + accountId + "::serviceid:" + id;
    }
}
