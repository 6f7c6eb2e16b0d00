package io.lanyard.identity;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.core.ETag;
import io.lanyard.core.IamId;
import java.time.Instant;
import java.util.Optional;

/**
 * Identity: a group that keeps the service IDs of an account apart. It gives no access: it is no access group.
 *
 * @param id          its id
 * @param entityTag   its revision
 * @param accountId   the account it belongs to
 * @param crn         its CRN
 * @param name        its name, unique in the account
 * @param description what it is for
 * @param createdAt   when it was created
 * @param createdBy   by whom
 * @param modifiedAt  when it was last changed
 */
public record ServiceIdGroup(
        ServiceIdGroupId id,
        Optional<ETag> entityTag,
        AccountId accountId,
        Crn crn,
        String name,
        Optional<String> description,
        Optional<Instant> createdAt,
        IamId createdBy,
        Optional<Instant> modifiedAt) {

    /**
     * Renames it.
     *
     * @param name its new name, unique in the account
     * @return the same group with that name
     */
    public ServiceIdGroup withName(String name) {
        return changed(name, description);
    }

    /**
     * Describes it anew.
     *
     * @param description what it is for; the empty text clears the description
     * @return the same group with that description
     */
    public ServiceIdGroup withDescription(String description) {
        return changed(name, Optional.of(description));
    }

    private ServiceIdGroup changed(String name, Optional<String> description) {
        return new ServiceIdGroup(id, entityTag, accountId, crn, name, description, createdAt, createdBy, modifiedAt);
    }
}
