// Room: sandbox / IAM Identity. What it keeps in an account beside service IDs and keys.
package io.lanyard.sandbox.services.identity;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.services.policy.AccessRules;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.Journal;
import io.lanyard.sandbox.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Groups, histories, quotas and the restrictions on creating identities. */
public final class IdentityPart {
    private static final int REMEMBERED = 100;
    private static final Duration KEPT_AFTER_EXPIRY = Duration.ofDays(90);
    private static final Duration BETWEEN_PURGES = Duration.ofHours(1);

    private final Account account;
    private final Store<ServiceIdGroup> groups;
    private final String defaultGroup;
    private final Map<String, Journal<JsonObject>> histories = new ConcurrentHashMap<>();
    private volatile IdentityQuotas quotas = IdentityQuotas.DEFAULT;
    private volatile Instant purged = Instant.MIN;
    private volatile boolean serviceIdsRestricted;
    private volatile boolean userKeysRestricted;

    private IdentityPart(Account account) {
        this.account = account;
        groups = account.store();
        defaultGroup = "ServiceIdGroup-" + account.ids().uuid();
        groups.put(
                defaultGroup,
                new ServiceIdGroup(
                        defaultGroup,
                        account.id(),
                        "default",
                        "Service IDs that were created without a group",
                        account.now(),
                        account.now(),
                        account.ownerIamId(),
                        account.ids().entityTag(1)));
    }

    /** What IAM Identity keeps in an account. */
    public static IdentityPart of(Account account) {
        return account.part(IdentityPart.class, IdentityPart::new);
    }

    /** The account's limits. */
    public IdentityQuotas quotas() {
        return quotas;
    }

    /** Sets other limits, as IBM's support does on request. */
    public void quotas(IdentityQuotas others) {
        quotas = others;
    }

    /** Restricts the creation of service IDs to holders of the role Service ID creator; the owner is no exception. */
    public void restrictServiceIds(boolean restricted) {
        serviceIdsRestricted = restricted;
        restrictOwner();
    }

    /** Restricts the creation of user keys to holders of the role User API key creator; the owner is no exception. */
    public void restrictUserKeys(boolean restricted) {
        userKeysRestricted = restricted;
        restrictOwner();
    }

    private void restrictOwner() {
        String[] actions = Stream.of(
                        serviceIdsRestricted ? "iam-identity.serviceid.create" : "",
                        userKeysRestricted ? "iam-identity.user-apikey.create" : "")
                .filter(action -> !action.isEmpty())
                .toArray(String[]::new);
        AccessRules.of(account).change(snapshot -> snapshot.restricting(actions));
    }

    /** Tells whether creating service IDs takes the role. */
    public boolean serviceIdsRestricted() {
        return serviceIdsRestricted;
    }

    /** Tells whether creating users' keys takes the role. */
    public boolean userKeysRestricted() {
        return userKeysRestricted;
    }

    Store<ServiceIdGroup> groups() {
        return groups;
    }

    String defaultGroup() {
        return defaultGroup;
    }

    /** Removes keys that expired and were last changed over 90 days ago, locked or not; looks once an hour at most. */
    void purgeKeys() {
        Instant now = account.now();
        if (purged.isAfter(now.minus(BETWEEN_PURGES)) && !purged.isAfter(now)) {
            return;
        }
        purged = now;
        Instant limit = now.minus(KEPT_AFTER_EXPIRY);
        account.apiKeys().stream()
                .filter(key -> key.modifiedAt().isBefore(limit))
                .filter(key -> key.expiresAt().filter(limit::isAfter).isPresent())
                .toList()
                .forEach(key -> account.apiKeys().remove(key.id()));
    }

    /** Adds to what {@code include_history} shows. */
    public void remember(String id, Caller who, String action, String message) {
        var entry = new JsonObject();
        entry.addProperty("timestamp", IdentityTime.write(account.now()));
        entry.addProperty("iam_id", who.iamId());
        entry.addProperty("iam_id_account", who.accountId().orElse(""));
        entry.addProperty("action", action);
        entry.add("params", new JsonArray());
        entry.addProperty("message", message);
        histories.computeIfAbsent(id, key -> new Journal<>(REMEMBERED)).add(entry);
    }

    /** Returns what was remembered of an id, as {@code include_history} shows it. */
    public JsonArray history(String id) {
        var array = new JsonArray();
        var journal = histories.get(id);
        if (journal != null) {
            journal.entries().forEach(array::add);
        }
        return array;
    }

    void forget(String id) {
        histories.remove(id);
    }
}
