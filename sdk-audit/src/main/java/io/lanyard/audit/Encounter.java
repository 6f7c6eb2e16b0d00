package io.lanyard.audit;

import io.lanyard.core.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Audit: one request of an identity of another account, as the event about its evaluation tells it. What the event is sure to say is
 * {@code responseData.decision} and {@code isEnforced}, as text; where the rest is told follows the event of context-based
 * restrictions, with what other events say in its place.
 *
 * @param who      the identity
 * @param when     when it asked
 * @param resource what it asked for
 * @param denied   whether it was found to be external and not allowed
 * @param enforced whether it was kept out, too
 */
record Encounter(Who who, Instant when, String resource, boolean denied, boolean enforced) {

    static final String ACTION = "iam-access-management.account-settings.eval";

    private static final int LONGEST = 512;

    /**
     * Audit: an identity, and where it is at home.
     *
     * @param identity its IAM id
     * @param type     which kind
     * @param home     the account that its token was from
     */
    record Who(String identity, IdentityType type, Optional<AccountId> home) {}

    static Encounter of(
            String identity,
            @Nullable String type,
            @Nullable String home,
            Instant when,
            @Nullable String resource,
            String decision,
            boolean enforced) {
        var id = cut(identity);
        var who = new Who(
                id,
                type == null ? typeOf(id) : IdentityType.of(cut(type)),
                home == null ? Optional.empty() : AccountId.tryOf(cut(home)));
        return new Encounter(
                who, when, resource == null ? "" : cut(resource), decision.equalsIgnoreCase("Deny"), enforced);
    }

    private static IdentityType typeOf(String id) {
        if (id.startsWith("iam-ServiceId-")) {
            return IdentityType.SERVICE_ID;
        }
        return id.startsWith("crn-") || id.startsWith("crn:") ? IdentityType.SERVICE : IdentityType.USER;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
