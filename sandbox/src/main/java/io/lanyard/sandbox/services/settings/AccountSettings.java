// Room: sandbox / settings. What an account has set for identities, logins and tokens.
package io.lanyard.sandbox.services.settings;

import io.lanyard.sandbox.services.identity.IdentityPart;
import io.lanyard.sandbox.state.Account;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The settings of one account; what it doesn't set has the service's default. */
public final class AccountSettings {
    private final Account account;
    private volatile Map<Setting, String> values = Map.of();
    private volatile List<Mfa.OfUser> userMfa = List.of();
    private volatile AddressList addresses = AddressList.ANYWHERE;
    private final AtomicLong revision = new AtomicLong(1);

    private AccountSettings(Account account) {
        this.account = account;
    }

    /** The settings of an account. */
    public static AccountSettings of(Account account) {
        return account.part(AccountSettings.class, AccountSettings::new);
    }

    /** Says where tokens may be asked for from. */
    public AddressList addresses() {
        return addresses;
    }

    /** Admits every address again, as IBM's support does for an account that has locked itself out. */
    public void admitEverywhere() {
        change(Map.of(Setting.ALLOWED_ADDRESSES, ""), userMfa);
    }

    /** How long access tokens live; the setting is about those without a session. */
    public Duration accessTokenLife(boolean inSession) {
        return life(Setting.ACCESS_TOKEN_LIFE, inSession);
    }

    /** How long refresh tokens live; the setting is about those without a session, the others end with theirs. */
    public Duration refreshTokenLife(boolean inSession) {
        return life(Setting.REFRESH_TOKEN_LIFE, inSession);
    }

    private Duration life(Setting setting, boolean inSession) {
        return inSession ? Duration.ofSeconds(Long.parseLong(setting.inForce(Setting.NOT_SET))) : seconds(setting);
    }

    /** How long a session lasts at most. */
    public Duration sessionLife() {
        return seconds(Setting.SESSION_EXPIRATION);
    }

    /** How long a session lasts while nothing is done in it. */
    public Duration sessionIdle() {
        return seconds(Setting.SESSION_INVALIDATION);
    }

    /** How many sessions an identity may have at once, where that is limited. */
    public Optional<Integer> sessions() {
        var limit = text(Setting.MAX_SESSIONS);
        return limit.equals("NOT_SET") ? Optional.empty() : Optional.of(Integer.valueOf(limit));
    }

    /** The trait that this account asks of a user. */
    String mfa(String iamId) {
        return userMfa.stream()
                .filter(one -> one.iamId().equals(iamId))
                .map(Mfa.OfUser::mfa)
                .findFirst()
                .orElseGet(() -> text(Setting.MFA));
    }

    List<Mfa.OfUser> userMfa() {
        return userMfa;
    }

    String entityTag() {
        return revision.get() + "-" + account.id();
    }

    /** The restrictions are IAM Identity's own state: a seed may have set them past this API. */
    String text(Setting setting) {
        var stored = values.getOrDefault(setting, setting.initial());
        return switch (setting) {
            case RESTRICT_SERVICE_IDS -> restriction(IdentityPart.of(account).serviceIdsRestricted(), stored);
            case RESTRICT_USER_KEYS -> restriction(IdentityPart.of(account).userKeysRestricted(), stored);
            default -> stored;
        };
    }

    private static String restriction(boolean restricted, String stored) {
        if (restricted) {
            return "RESTRICTED";
        }
        return stored.equals("RESTRICTED") ? "NOT_SET" : stored;
    }

    /** Takes changes that were checked. */
    void change(Map<Setting, String> changes, List<Mfa.OfUser> users) {
        var all = new EnumMap<Setting, String>(Setting.class);
        all.putAll(values);
        all.putAll(changes);
        values = Map.copyOf(all);
        userMfa = List.copyOf(users);
        addresses = AddressList.parse(text(Setting.ALLOWED_ADDRESSES));
        var identity = IdentityPart.of(account);
        if (changes.containsKey(Setting.RESTRICT_SERVICE_IDS)) {
            identity.restrictServiceIds(isRestricted(changes.get(Setting.RESTRICT_SERVICE_IDS)));
        }
        if (changes.containsKey(Setting.RESTRICT_USER_KEYS)) {
            identity.restrictUserKeys(isRestricted(changes.get(Setting.RESTRICT_USER_KEYS)));
        }
        revision.incrementAndGet();
    }

    private static boolean isRestricted(@Nullable String value) {
        return "RESTRICTED".equals(value);
    }

    private Duration seconds(Setting setting) {
        return Duration.ofSeconds(Long.parseLong(setting.inForce(text(setting))));
    }
}
