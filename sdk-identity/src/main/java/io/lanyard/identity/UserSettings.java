package io.lanyard.identity;

import java.util.Optional;

/**
 * Identity: what is set for a user in one account.
 *
 * @param language             the language he is shown
 * @param notificationLanguage the language he is written to in
 * @param allowedIpAddresses   where he may ask for tokens from; the account's own list must allow it, too
 * @param selfManage           whether he may change that list himself
 */
public record UserSettings(
        Optional<String> language,
        Optional<String> notificationLanguage,
        Optional<AllowedAddresses> allowedIpAddresses,
        Optional<Boolean> selfManage) {

    /** {@return where he may ask for tokens from, as far as he himself is concerned} */
    public AllowedAddresses addresses() {
        return allowedIpAddresses.orElse(AllowedAddresses.ANY);
    }

    /**
     * Says where he may ask for tokens from.
     *
     * @param addresses those, or {@link AllowedAddresses#ANY}
     * @return the settings with that
     */
    public UserSettings withAllowedAddresses(AllowedAddresses addresses) {
        return new UserSettings(language, notificationLanguage, Optional.of(addresses), selfManage);
    }

    /**
     * Says whether he may change his list of addresses himself.
     *
     * @param himself whether he may
     * @return the settings with that
     */
    public UserSettings withSelfManage(boolean himself) {
        return new UserSettings(language, notificationLanguage, allowedIpAddresses, Optional.of(himself));
    }

    /**
     * Chooses the language that he is shown.
     *
     * @param language such as {@code en}
     * @return the settings with that
     */
    public UserSettings withLanguage(String language) {
        return new UserSettings(Optional.of(language), notificationLanguage, allowedIpAddresses, selfManage);
    }

    /**
     * Chooses the language that he is written to in.
     *
     * @param language such as {@code en}
     * @return the settings with that
     */
    public UserSettings withNotificationLanguage(String language) {
        return new UserSettings(this.language, Optional.of(language), allowedIpAddresses, selfManage);
    }
}
