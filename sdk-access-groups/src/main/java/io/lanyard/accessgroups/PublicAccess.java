package io.lanyard.accessgroups;

import io.lanyard.core.AccountId;
import io.lanyard.core.call.Service;
import java.util.Map;

/**
 * Access groups: whether an account lets policies for the built-in group of everybody count ({@code /v2/groups/settings}). Such a policy opens
 * a resource to anyone, also without an identity; of IBM's services, Object Storage alone takes them.
 */
public final class PublicAccess {

    private final Service iam;

    PublicAccess(Service iam) {
        this.iam = iam;
    }

    /**
     * Gets the setting. Needs {@code iam-groups.account-settings.read}: Viewer.
     *
     * @param account the account
     * @return the setting
     */
    public PublicAccessSetting get(AccountId account) {
        return iam.get("getAccountSettings", "/v2/groups/settings")
                .query("account_id", account)
                .as(PublicAccessSetting.class);
    }

    /**
     * Lets such policies be created again; those that were there before are gone. Needs {@code iam-groups.account-settings.update}:
     * Administrator.
     *
     * @param account the account
     * @return the setting as it is now
     */
    public PublicAccessSetting enable(AccountId account) {
        return set(account, true);
    }

    /**
     * Deletes all such policies, for good, and lets none be created. Needs {@code iam-groups.account-settings.update}: Administrator.
     *
     * @param account the account
     * @return the setting as it is now
     */
    public PublicAccessSetting disable(AccountId account) {
        return set(account, false);
    }

    private PublicAccessSetting set(AccountId account, boolean enabled) {
        return iam.patch("updateAccountSettings", "/v2/groups/settings")
                .idempotent()
                .query("account_id", account)
                .json(Map.of("public_access_enabled", enabled))
                .as(PublicAccessSetting.class);
    }
}
