package io.lanyard.identity;

import java.util.List;

/** Identity: account settings while one of them is being changed, because a record of sixteen parts is long to copy by hand. */
final class SettingsDraft {

    private final IdentitySettings before;
    Restriction restrictCreateServiceId;
    Restriction restrictCreatePlatformApikey;
    Restriction restrictUserListVisibility;
    AllowedAddresses allowedIpAddresses;
    MfaTrait mfa;
    List<UserMfa> userMfa;
    SettingLimit sessionExpiration;
    SettingLimit sessionInvalidation;
    SettingLimit maxSessions;
    SettingLimit accessToken;
    SettingLimit refreshToken;
    List<UserDomains> userDomains;

    SettingsDraft(IdentitySettings before) {
        this.before = before;
        restrictCreateServiceId = before.restrictCreateServiceId();
        restrictCreatePlatformApikey = before.restrictCreatePlatformApikey();
        restrictUserListVisibility = before.restrictUserListVisibility();
        allowedIpAddresses = before.allowedIpAddresses();
        mfa = before.mfa();
        userMfa = before.userMfa();
        sessionExpiration = before.sessionExpirationInSeconds();
        sessionInvalidation = before.sessionInvalidationInSeconds();
        maxSessions = before.maxSessionsPerIdentity();
        accessToken = before.systemAccessTokenExpirationInSeconds();
        refreshToken = before.systemRefreshTokenExpirationInSeconds();
        userDomains = before.restrictUserDomains();
    }

    IdentitySettings settings() {
        return new IdentitySettings(
                before.accountId(),
                before.entityTag(),
                restrictCreateServiceId,
                restrictCreatePlatformApikey,
                restrictUserListVisibility,
                allowedIpAddresses,
                mfa,
                userMfa,
                sessionExpiration,
                sessionInvalidation,
                maxSessions,
                accessToken,
                refreshToken,
                userDomains,
                before.history(),
                before.context());
    }
}
