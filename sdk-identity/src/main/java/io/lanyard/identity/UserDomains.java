package io.lanyard.identity;

import java.util.List;
import java.util.Optional;

/**
 * Identity: whom an account may invite out of one realm.
 *
 * @param realmId                      the realm, such as {@code IBMid}
 * @param invitationEmailAllowPatterns which addresses may be invited, such as {@code *.*@company.com}; none: all
 * @param restrictInvitation           whether the patterns count; when not said, they don't
 */
public record UserDomains(
        String realmId, List<String> invitationEmailAllowPatterns, Optional<Boolean> restrictInvitation) {

    /**
     * Allows invitations of these addresses, and of no others of the realm.
     *
     * @param realmId  the realm, such as {@code IBMid}
     * @param patterns which addresses may be invited, such as {@code *.*@company.com}
     * @return the restriction
     */
    public static UserDomains only(String realmId, String... patterns) {
        return new UserDomains(realmId, List.of(patterns), Optional.of(true));
    }
}
