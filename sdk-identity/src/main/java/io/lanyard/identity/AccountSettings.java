package io.lanyard.identity;

import io.lanyard.core.AccountId;
import io.lanyard.core.Updates;
import io.lanyard.core.Versioned;
import io.lanyard.core.call.Service;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Identity: an account's settings for identities, logins and tokens ({@code /v1/accounts/…/settings/identity}).
 *
 * <pre>{@code
 * identity.accountSettings().update(account, s -> s.withServiceIdCreation(RESTRICTED));
 * }</pre>
 */
public final class AccountSettings {

    private final Service iam;

    AccountSettings(Service iam) {
        this.iam = iam;
    }

    /**
     * Gets what an account has set. Needs {@code iam-identity.account.get}: Viewer.
     *
     * @param account the account
     * @return its settings and their revision
     */
    public Versioned<IdentitySettings> get(AccountId account) {
        return get(account, nothingMore -> {});
    }

    /**
     * Gets what an account has set, with more about it. Needs {@code iam-identity.account.get}: Viewer.
     *
     * @param account the account
     * @param more    what else to tell: history, names of users
     * @return its settings and their revision
     */
    public Versioned<IdentitySettings> get(AccountId account, Consumer<SettingsExtras> more) {
        var extras = new SettingsExtras();
        more.accept(extras);
        return extras.onto(iam.get("getAccountSettings", "/v1/accounts/{account_id}/settings/identity", account))
                .versioned(IdentitySettings.class);
    }

    /**
     * Gets which settings count for an account, together with what it has set itself and what the enterprise's templates say.
     * Needs {@code iam-identity.account.get}: Viewer.
     *
     * @param account the account
     * @return what counts, and where it comes from
     */
    public EffectiveIdentitySettings effective(AccountId account) {
        return effective(account, nothingMore -> {});
    }

    /**
     * Gets which settings count for an account, with more about them. Needs {@code iam-identity.account.get}: Viewer.
     *
     * @param account the account
     * @param more    what else to tell: history, names of users
     * @return what counts, and where it comes from
     */
    public EffectiveIdentitySettings effective(AccountId account, Consumer<SettingsExtras> more) {
        var extras = new SettingsExtras();
        more.accept(extras);
        return extras.onto(iam.get(
                        "getEffectiveAccountSettings",
                        "/v1/accounts/{account_id}/effective_settings/identity",
                        account))
                .as(EffectiveIdentitySettings.class);
    }

    /**
     * Reads an account's settings, changes them and writes them, and begins again when somebody else was faster. Only what differs
     * is sent, and nothing when nothing does. Needs {@code iam-identity.account.update}: Editor, Operator or Administrator.
     *
     * @param account the account
     * @param change  makes the new settings of the current ones, by their {@code with…} methods; it may run more than once
     * @return the settings as they are now
     * @throws io.lanyard.core.ConflictException           when others were faster every time
     * @throws io.lanyard.core.PreconditionFailedException likewise
     */
    public Versioned<IdentitySettings> update(AccountId account, UnaryOperator<IdentitySettings> change) {
        return Updates.update(() -> get(account), read -> replace(read, change));
    }

    /**
     * Changes settings that were read before, if they are still the same: one request, and no second try. Needs
     * {@code iam-identity.account.update}: Editor, Operator or Administrator.
     *
     * @param read   the settings as they were read
     * @param change makes the new ones of them, by their {@code with…} methods
     * @return the settings as they are now
     * @throws io.lanyard.core.ConflictException           when somebody else changed them in between
     * @throws io.lanyard.core.PreconditionFailedException likewise
     */
    public Versioned<IdentitySettings> replace(
            Versioned<IdentitySettings> read, UnaryOperator<IdentitySettings> change) {
        var before = read.value();
        var difference = SettingsChange.between(before, change.apply(before));
        if (!difference.isOne()) {
            return read;
        }
        return iam.put("updateAccountSettings", "/v1/accounts/{account_id}/settings/identity", before.accountId())
                .ifMatch(read.etag())
                .json(difference)
                .as(IdentitySettings.class)
                .versioned();
    }
}
