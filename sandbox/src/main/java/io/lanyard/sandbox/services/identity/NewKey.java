// Room: sandbox / IAM Identity. The making of an API key, alone or inside createServiceId.
package io.lanyard.sandbox.services.identity;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.QuotaWarning;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.ApiKeyEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Checks what a key is to be, and makes it. */
final class NewKey {
    private static final Set<String> LEAK_ACTIONS = Set.of("none", "disable", "delete");
    private static final int SHORTEST_VALUE = 32;
    private static final int LONGEST_VALUE = 4_096;

    private NewKey() {}

    /** Refuses a body that can't become a key; looks nothing up but whether its value is taken. */
    static void check(Call call, JsonBody body, boolean ofServiceId) {
        leakAction(body);
        expiry(body, call.now());
        if (body.flag("store_value", false) && !ofServiceId) {
            throw IdentityRefusals.invalid("store_value", "the value of a user's key can't be stored for retrieval.");
        }
        if (body.flag("support_sessions", false) && ofServiceId) {
            throw IdentityRefusals.invalid("support_sessions", "only keys of users can have sessions.");
        }
        body.maybeText("apikey").ifPresent(value -> {
            if (value.length() < SHORTEST_VALUE || value.length() > LONGEST_VALUE) {
                throw IdentityRefusals.invalid(
                        "apikey", "it must have " + SHORTEST_VALUE + " to " + LONGEST_VALUE + " characters.");
            }
            if (call.directory().key(value).isPresent()) {
                throw Refusal.of(Problem.CONFLICT, "The value of the API key is already in use")
                        .details("Leave 'apikey' out to get a value that is unique.");
            }
        });
    }

    /** Makes and stores a key that was checked. */
    static ApiKeyEntry create(
            Call call, Account account, JsonBody body, String iamId, boolean locked, boolean disabled) {
        var part = IdentityPart.of(account);
        long owned = account.apiKeys().stream()
                .filter(key -> key.iamId().equals(iamId))
                .count();
        if (owned >= part.quotas().apiKeysPerIdentity()) {
            throw IdentityRefusals.limitReached(
                    "API keys per identity", part.quotas().apiKeysPerIdentity());
        }
        Instant now = account.now();
        var key = new ApiKeyEntry(
                "ApiKey-" + account.ids().uuid(),
                account.id(),
                iamId,
                body.text("name"),
                body.maybeText("description"),
                body.maybeText("apikey").orElseGet(account.ids()::apiKeyValue),
                body.flag("store_value", false),
                body.flag("support_sessions", false),
                leakAction(body).orElse("none"),
                expiry(body, now),
                locked,
                disabled,
                now,
                now,
                call.caller().iamId(),
                account.ids().entityTag(1));
        account.apiKeys().put(key.id(), key);
        part.remember(key.id(), call.caller(), "create", "The API key was created");
        QuotaWarning.check(
                call,
                "iam-identity.account-limit.warn",
                "API keys",
                (int) owned + 1,
                part.quotas().apiKeysPerIdentity());
        return key;
    }

    static Optional<String> leakAction(JsonBody body) {
        Optional<String> action = body.maybeText("action_when_leaked").filter(text -> !text.isEmpty());
        action.filter(text -> !LEAK_ACTIONS.contains(text)).ifPresent(text -> {
            throw IdentityRefusals.invalid("action_when_leaked", "it can be none, disable or delete.");
        });
        return action;
    }

    static Optional<Instant> expiry(JsonBody body, Instant now) {
        Optional<Instant> at = body.maybeText("expires_at")
                .filter(text -> !text.isEmpty())
                .map(text -> IdentityTime.read("expires_at", text));
        at.filter(instant -> !instant.isAfter(now)).ifPresent(instant -> {
            throw IdentityRefusals.invalid("expires_at", "it lies in the past.");
        });
        return at;
    }
}
