package io.lanyard.registry;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import java.time.Instant;
import java.util.Optional;

/**
 * Registry: a namespace and what it belongs to.
 *
 * @param name                its name, unique in its region across all accounts
 * @param account             the account that owns it
 * @param crn                 its CRN; only a namespace that is in a resource group has one
 * @param resourceGroup       the id of its resource group, if it was ever assigned to one
 * @param createdDate         when it was created
 * @param updatedDate         when it was last changed
 * @param resourceCreatedDate when it became a resource, by being assigned to a resource group
 */
public record NamespaceDetails(
        String name,
        Optional<AccountId> account,
        Optional<Crn> crn,
        Optional<String> resourceGroup,
        Optional<Instant> createdDate,
        Optional<Instant> updatedDate,
        Optional<Instant> resourceCreatedDate) {}
