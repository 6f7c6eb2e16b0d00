package io.lanyard.policy;

import io.lanyard.core.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Policy: a role of the account's own.
 *
 * @param id under which id the API keeps it
 * @param crn its CRN, by which policies grant it
 * @param name its name in the CRN
 * @param displayName its name for people
 * @param description what it is for
 * @param accountId whose it is
 * @param serviceName the one service it is for
 * @param actions what it permits
 * @param createdAt when it was made
 * @param createdById the IAM id of who made it
 * @param lastModifiedAt when it was last changed
 * @param lastModifiedById the IAM id of who changed it
 * @param href where it is
 */
public record CustomRole(
        Optional<RoleUuid> id,
        Optional<RoleId> crn,
        String name,
        String displayName,
        Optional<String> description,
        AccountId accountId,
        String serviceName,
        List<String> actions,
        Optional<Instant> createdAt,
        Optional<String> createdById,
        Optional<Instant> lastModifiedAt,
        Optional<String> lastModifiedById,
        Optional<String> href) {

    /** Copies the list. */
    public CustomRole {
        actions = List.copyOf(actions);
    }

    /** {@return by what a policy grants it} */
    public RoleId roleId() {
        return crn.orElseGet(() -> RoleId.custom(accountId, name));
    }

    /** {@return the part that can be changed} */
    public RoleContent content() {
        return new RoleContent(displayName, description, actions);
    }

    CustomRole with(RoleContent content) {
        return new CustomRole(
                id,
                crn,
                name,
                content.displayName(),
                content.description(),
                accountId,
                serviceName,
                content.actions(),
                createdAt,
                createdById,
                lastModifiedAt,
                lastModifiedById,
                href);
    }
}
