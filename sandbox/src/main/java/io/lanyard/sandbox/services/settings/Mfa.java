// Room: sandbox / settings. Of whom a second factor is wanted.
package io.lanyard.sandbox.services.settings;

import io.lanyard.sandbox.state.Account;
import java.util.List;

/**
 * What {@code mfa} and {@code user_mfa} ask of a login with a password. All users of a sandbox are IBMids that aren't federated,
 * so every trait but {@code NONE} touches all of them.
 */
public final class Mfa {
    static final List<String> TRAITS =
            List.of("NONE", "NONE_NO_ROPC", "TOTP", "TOTP4ALL", "LEVEL1", "LEVEL2", "LEVEL3");

    /**
     * An override for one user.
     *
     * @param iamId the user
     * @param mfa his trait, stricter or laxer than the account's
     */
    record OfUser(String iamId, String mfa) {}

    private Mfa() {}

    /** Returns the strictest trait that any account of a user's world asks of him. */
    public static String of(Account account, String iamId) {
        return account.world().accounts().stream()
                .filter(one -> one.users().find(iamId).isPresent())
                .map(one -> AccountSettings.of(one).mfa(iamId))
                .max((one, other) -> TRAITS.indexOf(one) - TRAITS.indexOf(other))
                .orElse("NONE");
    }
}
