package io.lanyard.audit;

import io.lanyard.core.AccountId;
import java.time.Instant;
import java.util.Optional;

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

    /** Reads one out of an event, if it is about that and says who and how it ended. */
    static Optional<Encounter> in(AuditEvent event) {
        var decision = event.responseData().flatMap(data -> data.text("decision"));
        var identity = event.requestData()
                .flatMap(data -> data.text("subject", "iam_id"))
                .or(() -> event.initiator().flatMap(AuditEvent.Initiator::id))
                .filter(id -> !id.isBlank());
        if (!event.action().equals(ACTION) || decision.isEmpty() || identity.isEmpty()) {
            return Optional.empty();
        }
        var id = cut(identity.get());
        var type = event.requestData()
                .flatMap(data -> data.text("subject", "identity_type"))
                .map(text -> IdentityType.of(cut(text)))
                .orElseGet(() -> typeOf(id));
        var home = event.requestData()
                .flatMap(data -> data.text("subject", "account_id"))
                .flatMap(Encounter::account);
        var resource = event.requestData()
                .flatMap(data -> data.text("resource"))
                .or(() -> event.target().flatMap(AuditEvent.EventTarget::id))
                .map(Encounter::cut)
                .orElse("");
        var enforced = event.responseData().flatMap(data -> data.text("isEnforced"));
        return Optional.of(new Encounter(
                new Who(id, type, home),
                event.eventTime(),
                resource,
                decision.get().equalsIgnoreCase("Deny"),
                enforced.filter(text -> text.equalsIgnoreCase("true")).isPresent()));
    }

    private static IdentityType typeOf(String id) {
        if (id.startsWith("iam-ServiceId-")) {
            return IdentityType.SERVICE_ID;
        }
        return id.startsWith("crn-") || id.startsWith("crn:") ? IdentityType.SERVICE : IdentityType.USER;
    }

    private static Optional<AccountId> account(String text) {
        try {
            return Optional.of(AccountId.of(cut(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
