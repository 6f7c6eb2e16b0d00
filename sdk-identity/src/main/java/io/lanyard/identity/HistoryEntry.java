package io.lanyard.identity;

import io.lanyard.core.AccountId;
import io.lanyard.core.IamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Identity: one thing that was done to a resource.
 *
 * @param timestamp    when
 * @param iamId        by whom
 * @param iamIdAccount in which account he was
 * @param action       what was done, such as {@code CREATE} or {@code UPDATE}
 * @param params       what it was done with
 * @param message      IBM's sentence about it
 */
public record HistoryEntry(
        Instant timestamp,
        IamId iamId,
        Optional<AccountId> iamIdAccount,
        String action,
        List<String> params,
        Optional<String> message) {}
