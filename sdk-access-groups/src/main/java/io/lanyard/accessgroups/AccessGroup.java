package io.lanyard.accessgroups;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.core.IamId;
import java.time.Instant;
import java.util.Optional;

/**
 * Access groups: a named set of identities of one account. It is no identity itself: it has no keys, and gets no tokens.
 *
 * <p>What can be changed has a {@code with…} method; {@link AccessGroups#update} takes a change made of those.
 *
 * @param id               its id, by which policies know it
 * @param name             its name
 * @param description      what it is for
 * @param accountId        the account it belongs to
 * @param createdAt        when it was created
 * @param createdById      by whom
 * @param lastModifiedAt   when it was last changed; members don't count
 * @param lastModifiedById by whom
 * @param href             where it is told
 * @param isFederated      whether it has rules; only when asked for
 * @param crn              its CRN, where the service tells it
 */
public record AccessGroup(
        AccessGroupId id,
        String name,
        Optional<String> description,
        Optional<AccountId> accountId,
        Optional<Instant> createdAt,
        Optional<IamId> createdById,
        Optional<Instant> lastModifiedAt,
        Optional<IamId> lastModifiedById,
        Optional<String> href,
        Optional<Boolean> isFederated,
        Optional<Crn> crn) {

    /**
     * Renames it; policies name it by its id, and still do.
     *
     * @param name its new name
     * @return the same group with that name
     */
    public AccessGroup withName(String name) {
        return changed(name, description);
    }

    /**
     * Describes it anew.
     *
     * @param description what it is for; the empty text clears the description
     * @return the same group with that description
     */
    public AccessGroup withDescription(String description) {
        return changed(name, Optional.of(description));
    }

    private AccessGroup changed(String name, Optional<String> description) {
        return new AccessGroup(
                id,
                name,
                description,
                accountId,
                createdAt,
                createdById,
                lastModifiedAt,
                lastModifiedById,
                href,
                isFederated,
                crn);
    }
}
