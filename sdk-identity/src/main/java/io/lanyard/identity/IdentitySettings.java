package io.lanyard.identity;

import io.lanyard.core.AccountId;
import io.lanyard.core.ETag;
import io.lanyard.core.Versioned;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Identity: an account's settings for identities, logins and tokens, as the account itself has set them. Templates of an
 * enterprise may be stricter: see {@link AccountSettings#effective}.
 *
 * @param accountId                             the account
 * @param entityTag                             the settings' revision
 * @param restrictCreateServiceId               whether creating service IDs takes the role Service ID creator
 * @param restrictCreatePlatformApikey          whether creating user API keys takes the role User API key creator
 * @param restrictUserListVisibility            whether members see only whom they may manage
 * @param allowedIpAddresses                    where tokens may be asked for from
 * @param mfa                                   what logins need besides a password
 * @param userMfa                               users of whom something else is wanted
 * @param sessionExpirationInSeconds            how long a session lasts: 900 to 86400 seconds
 * @param sessionInvalidationInSeconds          how long it lasts while nothing is done: 900 to 7200 seconds
 * @param maxSessionsPerIdentity                how many sessions an identity may have at once
 * @param systemAccessTokenExpirationInSeconds  how long access tokens live: 900 to 3600 seconds
 * @param systemRefreshTokenExpirationInSeconds how long refresh tokens live: 900 to 259200 seconds
 * @param restrictUserDomains                   whom the account may invite
 * @param history                               what was done to the settings; only when asked for
 * @param context                               how IBM's servers handled the request
 */
public record IdentitySettings(
        AccountId accountId,
        ETag entityTag,
        Restriction restrictCreateServiceId,
        Restriction restrictCreatePlatformApikey,
        Restriction restrictUserListVisibility,
        AllowedAddresses allowedIpAddresses,
        MfaTrait mfa,
        List<UserMfa> userMfa,
        SettingLimit sessionExpirationInSeconds,
        SettingLimit sessionInvalidationInSeconds,
        SettingLimit maxSessionsPerIdentity,
        SettingLimit systemAccessTokenExpirationInSeconds,
        SettingLimit systemRefreshTokenExpirationInSeconds,
        List<UserDomains> restrictUserDomains,
        List<HistoryEntry> history,
        Optional<RequestContext> context) {

    /**
     * Says who may create service IDs. While it is restricted, the account owner needs the role Service ID creator, too, and
     * Administrator isn't enough.
     *
     * @param restriction restricted to that role, or not
     * @return the settings with that
     */
    public IdentitySettings withServiceIdCreation(Restriction restriction) {
        return changed(c -> c.restrictCreateServiceId = restriction);
    }

    /**
     * Says who may create user API keys. While it is restricted, the account owner needs the role User API key creator, too.
     *
     * @param restriction restricted to that role, or not
     * @return the settings with that
     */
    public IdentitySettings withApiKeyCreation(Restriction restriction) {
        return changed(c -> c.restrictCreatePlatformApikey = restriction);
    }

    /**
     * Says who sees the list of the account's users.
     *
     * @param restriction restricted to who may manage them, or not
     * @return the settings with that
     */
    public IdentitySettings withUserListVisibility(Restriction restriction) {
        return changed(c -> c.restrictUserListVisibility = restriction);
    }

    /**
     * Says where tokens may be asked for from. A list that leaves out where you are yourself locks you out.
     *
     * @param addresses those, or {@link AllowedAddresses#ANY}
     * @return the settings with that
     */
    public IdentitySettings withAllowedAddresses(AllowedAddresses addresses) {
        return changed(c -> c.allowedIpAddresses = addresses);
    }

    /**
     * Says what logins need besides a password. API keys and sessions that run already aren't affected.
     *
     * @param trait what they need
     * @return the settings with that
     */
    public IdentitySettings withMfa(MfaTrait trait) {
        return changed(c -> c.mfa = trait);
    }

    /**
     * Replaces the users of whom something else is wanted at login.
     *
     * @param exceptions all of them; none, if there shall be none
     * @return the settings with those
     */
    public IdentitySettings withUserMfa(UserMfa... exceptions) {
        return changed(c -> c.userMfa = List.of(exceptions));
    }

    /**
     * Says how long sessions last. A user in several accounts gets the shortest of their times.
     *
     * @param active   from login to the end, 15 minutes to 24 hours
     * @param inactive while nothing is done, 15 minutes to 2 hours
     * @return the settings with those
     */
    public IdentitySettings withSessions(Duration active, Duration inactive) {
        return withSessions(SettingLimit.of(active), SettingLimit.of(inactive));
    }

    /**
     * Says how long sessions last, or leaves it to IBM Cloud.
     *
     * @param active   from login to the end
     * @param inactive while nothing is done
     * @return the settings with those
     */
    public IdentitySettings withSessions(SettingLimit active, SettingLimit inactive) {
        return changed(c -> {
            c.sessionExpiration = active;
            c.sessionInvalidation = inactive;
        });
    }

    /**
     * Says how many sessions an identity may have at once.
     *
     * @param limit at least 1, or {@link SettingLimit#NOT_SET}
     * @return the settings with that
     */
    public IdentitySettings withMaxSessions(SettingLimit limit) {
        return changed(c -> c.maxSessions = limit);
    }

    /**
     * Says how long tokens live.
     *
     * @param access  an access token, 15 minutes to 1 hour
     * @param refresh a refresh token, 15 minutes to 72 hours
     * @return the settings with those
     */
    public IdentitySettings withTokens(Duration access, Duration refresh) {
        return withTokens(SettingLimit.of(access), SettingLimit.of(refresh));
    }

    /**
     * Says how long tokens live, or leaves it to IBM Cloud.
     *
     * @param access  an access token
     * @param refresh a refresh token
     * @return the settings with those
     */
    public IdentitySettings withTokens(SettingLimit access, SettingLimit refresh) {
        return changed(c -> {
            c.accessToken = access;
            c.refreshToken = refresh;
        });
    }

    /**
     * Replaces the restrictions on whom the account may invite.
     *
     * @param restrictions one a realm; none, if everybody may be invited
     * @return the settings with those
     */
    public IdentitySettings withUserDomains(UserDomains... restrictions) {
        return changed(c -> c.userDomains = List.of(restrictions));
    }

    /**
     * Joins them with their own revision, to be replaced without being read again.
     *
     * @return this at its revision
     */
    public Versioned<IdentitySettings> versioned() {
        return new Versioned<>(this, entityTag);
    }

    private IdentitySettings changed(Consumer<SettingsDraft> change) {
        var draft = new SettingsDraft(this);
        change.accept(draft);
        return draft.settings();
    }
}
