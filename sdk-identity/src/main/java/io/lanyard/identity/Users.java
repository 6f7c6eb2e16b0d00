package io.lanyard.identity;

import io.lanyard.core.AccountId;
import io.lanyard.core.IamId;
import io.lanyard.core.call.Service;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Identity: the users of an account ({@code /v2/accounts/…/users}). So far their settings, which belong to user and account together: a user has
 * others in another account.
 */
public final class Users {

    private final Service users;

    Users(Service users) {
        this.users = users;
    }

    /**
     * Gets a user's settings. Needs {@code user-management.user-setting.retrieve}: Viewer; everybody may read his own.
     *
     * @param account the account
     * @param user    the user
     * @return his settings in that account
     */
    public UserSettings settings(AccountId account, IamId user) {
        return users.get("getUserSettings", "/v2/accounts/{account_id}/users/{iam_id}/settings", account, user)
                .as(UserSettings.class);
    }

    /**
     * Reads a user's settings, and writes what a change makes different:
     * {@code updateSettings(account, user, s -> s.withAllowedAddresses(AllowedAddresses.of("192.0.2.7")))}. The API has no revisions: of two
     * changes of the same setting at the same time, the later one stays. Needs {@code user-management.user-setting.update}: Editor or
     * Administrator; a user may change his own languages, and his addresses where {@link UserSettings#selfManage} says so.
     *
     * @param account the account
     * @param user    the user
     * @param change  makes the new settings of the current ones, by their {@code with…} methods
     */
    public void updateSettings(AccountId account, IamId user, UnaryOperator<UserSettings> change) {
        var before = settings(account, user);
        var after = change.apply(before);
        if (after.equals(before)) {
            return;
        }
        users.patch("updateUserSettings", "/v2/accounts/{account_id}/users/{iam_id}/settings", account, user)
                .idempotent()
                .json(Change.between(before, after))
                .done();
    }

    /** The body of an update: what differs. */
    record Change(
            Optional<String> language,
            Optional<String> notificationLanguage,
            Optional<AllowedAddresses> allowedIpAddresses,
            Optional<Boolean> selfManage) {
        static Change between(UserSettings before, UserSettings after) {
            return new Change(
                    before.language().equals(after.language()) ? Optional.empty() : after.language(),
                    before.notificationLanguage().equals(after.notificationLanguage())
                            ? Optional.empty()
                            : after.notificationLanguage(),
                    before.addresses().equals(after.addresses()) ? Optional.empty() : after.allowedIpAddresses(),
                    before.selfManage().equals(after.selfManage()) ? Optional.empty() : after.selfManage());
        }
    }
}
