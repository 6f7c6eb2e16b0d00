package io.lanyard.accessgroups;

import io.lanyard.core.AccountId;
import io.lanyard.core.IamId;
import java.time.Instant;
import java.util.Optional;

/**
 * Access groups: whether policies for everybody count in an account.
 *
 * @param accountId           the account
 * @param publicAccessEnabled whether they do
 * @param lastModifiedAt      when that was last changed
 * @param lastModifiedById    by whom
 */
public record PublicAccessSetting(
        Optional<AccountId> accountId,
        boolean publicAccessEnabled,
        Optional<Instant> lastModifiedAt,
        Optional<IamId> lastModifiedById) {}
