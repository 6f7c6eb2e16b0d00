// Room: sandbox / settings. What the members of an account have set, or had set for them.
package io.lanyard.sandbox.services.settings;

import io.lanyard.sandbox.state.Account;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The settings of an account's users, by IAM id. */
public final class UserSettings {
    /**
     * The settings of one user in one account.
     *
     * @param language the language he is shown
     * @param notificationLanguage the language he is written to in
     * @param addresses where he may ask for tokens from; both this list and the account's must admit him
     * @param selfManage whether he may change that list himself
     */
    public record Of(String language, String notificationLanguage, AddressList addresses, boolean selfManage) {}

    private static final Of DEFAULT = new Of("", "", AddressList.ANYWHERE, false);

    private final Map<String, Of> byUser = new ConcurrentHashMap<>();

    private UserSettings() {}

    /** The settings of an account's users. */
    public static UserSettings of(Account account) {
        return account.part(UserSettings.class, a -> new UserSettings());
    }

    /** Returns a user's settings. */
    public Of user(String iamId) {
        return byUser.getOrDefault(iamId, DEFAULT);
    }

    void set(String iamId, Of settings) {
        byUser.put(iamId, settings);
    }
}
