package io.lanyard.identity;

import io.lanyard.core.IamId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Identity: the body of an update of account settings. What is left out stays, so only what differs is sent. */
record SettingsChange(
        Optional<Restriction> restrictCreateServiceId,
        Optional<Restriction> restrictCreatePlatformApikey,
        Optional<Restriction> restrictUserListVisibility,
        Optional<AllowedAddresses> allowedIpAddresses,
        Optional<MfaTrait> mfa,
        Optional<List<LoginRule>> userMfa,
        Optional<SettingLimit> sessionExpirationInSeconds,
        Optional<SettingLimit> sessionInvalidationInSeconds,
        Optional<SettingLimit> maxSessionsPerIdentity,
        Optional<SettingLimit> systemAccessTokenExpirationInSeconds,
        Optional<SettingLimit> systemRefreshTokenExpirationInSeconds,
        Optional<List<UserDomains>> restrictUserDomains) {

    private static final SettingsChange NONE = new SettingsChange(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Who, and what is wanted of him; the service knows the rest of a {@link UserMfa} and refuses to be told. */
    record LoginRule(IamId iamId, MfaTrait mfa) {}

    /** Whether anything is to be changed. */
    boolean isOne() {
        return !equals(NONE);
    }

    static SettingsChange between(IdentitySettings before, IdentitySettings after) {
        return new SettingsChange(
                changed(before.restrictCreateServiceId(), after.restrictCreateServiceId()),
                changed(before.restrictCreatePlatformApikey(), after.restrictCreatePlatformApikey()),
                changed(before.restrictUserListVisibility(), after.restrictUserListVisibility()),
                changed(before.allowedIpAddresses(), after.allowedIpAddresses()),
                changed(before.mfa(), after.mfa()),
                changed(exceptions(before), exceptions(after)),
                changed(before.sessionExpirationInSeconds(), after.sessionExpirationInSeconds()),
                changed(before.sessionInvalidationInSeconds(), after.sessionInvalidationInSeconds()),
                changed(before.maxSessionsPerIdentity(), after.maxSessionsPerIdentity()),
                changed(before.systemAccessTokenExpirationInSeconds(), after.systemAccessTokenExpirationInSeconds()),
                changed(before.systemRefreshTokenExpirationInSeconds(), after.systemRefreshTokenExpirationInSeconds()),
                changed(before.restrictUserDomains(), after.restrictUserDomains()));
    }

    private static List<LoginRule> exceptions(IdentitySettings settings) {
        return settings.userMfa().stream()
                .map(user -> new LoginRule(user.iamId(), user.mfa()))
                .toList();
    }

    private static <T> Optional<T> changed(T before, T after) {
        return Objects.equals(before, after) ? Optional.empty() : Optional.of(after);
    }
}
