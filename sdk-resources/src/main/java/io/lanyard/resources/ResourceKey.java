package io.lanyard.resources;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.core.IamId;
import java.time.Instant;
import java.util.Optional;

/**
 * Resources: a key of a service instance: credentials of a service ID that was made for it.
 *
 * @param id                  its id, which is its CRN
 * @param guid                its GUID
 * @param crn                 its CRN
 * @param name                its name
 * @param accountId           the account it belongs to
 * @param sourceCrn           the instance
 * @param state               how far it is, {@code active} or {@code removed}
 * @param credentials         what is in it; redacted when the caller may not see it
 * @param resourceGroupId     the instance's resource group
 * @param resourceId          the service's id in the catalog
 * @param onetimeCredentials  whether the secrets are shown only in the answer to its creation
 * @param iamCompatible       whether there is a service ID behind it
 * @param migrated            whether it came from an older platform
 * @param url                 where the API tells of it
 * @param resourceInstanceUrl where the API tells of its instance
 * @param resourceAliasUrl    where the API told of its alias
 * @param createdAt           when it was created
 * @param createdBy           by whom
 * @param updatedAt           when it was last changed
 * @param updatedBy           by whom
 * @param deletedAt           when it was deleted
 * @param deletedBy           by whom
 */
public record ResourceKey(
        ResourceKeyId id,
        String guid,
        Crn crn,
        String name,
        AccountId accountId,
        Optional<Crn> sourceCrn,
        Optional<String> state,
        Optional<KeyCredentials> credentials,
        Optional<ResourceGroupId> resourceGroupId,
        Optional<String> resourceId,
        Optional<Boolean> onetimeCredentials,
        Optional<Boolean> iamCompatible,
        Optional<Boolean> migrated,
        Optional<String> url,
        Optional<String> resourceInstanceUrl,
        Optional<String> resourceAliasUrl,
        Optional<Instant> createdAt,
        Optional<IamId> createdBy,
        Optional<Instant> updatedAt,
        Optional<IamId> updatedBy,
        Optional<Instant> deletedAt,
        Optional<IamId> deletedBy) {}
