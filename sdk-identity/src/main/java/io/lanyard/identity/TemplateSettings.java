package io.lanyard.identity;

import java.util.List;
import java.util.Optional;

/**
 * Identity: what one template of the enterprise says about an account's settings. What it doesn't speak of is absent. The parts
 * mean what they mean in {@link IdentitySettings}.
 *
 * @param templateId                            the template
 * @param templateVersion                       which version of it
 * @param templateName                          its name
 * @param restrictCreateServiceId               whether creating service IDs takes a role
 * @param restrictCreatePlatformApikey          whether creating user API keys takes a role
 * @param restrictUserListVisibility            whether members see only whom they may manage
 * @param allowedIpAddresses                    where tokens may be asked for from
 * @param mfa                                   what logins need besides a password
 * @param userMfa                               users of whom something else is wanted
 * @param sessionExpirationInSeconds            how long a session lasts
 * @param sessionInvalidationInSeconds          how long it lasts while nothing is done
 * @param maxSessionsPerIdentity                how many sessions an identity may have at once
 * @param systemAccessTokenExpirationInSeconds  how long access tokens live
 * @param systemRefreshTokenExpirationInSeconds how long refresh tokens live
 * @param restrictUserDomains                   whom the account may invite
 */
public record TemplateSettings(
        String templateId,
        long templateVersion,
        String templateName,
        Optional<Restriction> restrictCreateServiceId,
        Optional<Restriction> restrictCreatePlatformApikey,
        Optional<Restriction> restrictUserListVisibility,
        Optional<AllowedAddresses> allowedIpAddresses,
        Optional<MfaTrait> mfa,
        List<UserMfa> userMfa,
        Optional<SettingLimit> sessionExpirationInSeconds,
        Optional<SettingLimit> sessionInvalidationInSeconds,
        Optional<SettingLimit> maxSessionsPerIdentity,
        Optional<SettingLimit> systemAccessTokenExpirationInSeconds,
        Optional<SettingLimit> systemRefreshTokenExpirationInSeconds,
        Optional<TemplateDomains> restrictUserDomains) {

    /**
     * Identity: whom a template lets its accounts invite.
     *
     * @param accountSufficient whether an account's own restrictions replace these
     * @param restrictions      one a realm
     */
    public record TemplateDomains(Optional<Boolean> accountSufficient, List<UserDomains> restrictions) {}
}
