package io.lanyard.resources;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.core.IamId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Resources: a deleted instance's wait for its end, during which it can be restored.
 *
 * @param id                 its id
 * @param entityId           what waits
 * @param entityTypeId       which type of thing that is
 * @param entityCrn          its CRN
 * @param resourceInstanceId the instance
 * @param resourceGroupId    the instance's resource group
 * @param accountId          the account
 * @param policyId           which rule makes it wait
 * @param state              how far it is, such as {@code SCHEDULED}
 * @param targetTime         when it will be gone for good
 * @param customProperties   what else is known about it
 * @param createdAt          when it was deleted
 * @param createdBy          by whom
 * @param updatedAt          when something was last done about it
 * @param updatedBy          by whom
 */
public record Reclamation(
        ReclamationId id,
        Optional<String> entityId,
        Optional<String> entityTypeId,
        Optional<Crn> entityCrn,
        Optional<InstanceId> resourceInstanceId,
        Optional<ResourceGroupId> resourceGroupId,
        Optional<AccountId> accountId,
        Optional<String> policyId,
        Optional<String> state,
        Optional<Instant> targetTime,
        Map<String, Object> customProperties,
        Optional<Instant> createdAt,
        Optional<IamId> createdBy,
        Optional<Instant> updatedAt,
        Optional<IamId> updatedBy) {}
