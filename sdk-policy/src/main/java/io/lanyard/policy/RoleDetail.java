package io.lanyard.policy;

import java.util.List;
import java.util.Optional;

/**
 * Policy: a role as a policy shows it.
 *
 * @param roleId its CRN
 * @param displayName its name for people
 * @param description what it is for
 * @param actions what it permits; only when asked for with {@code format=display}
 */
public record RoleDetail(
        RoleId roleId, Optional<String> displayName, Optional<String> description, List<RoleAction> actions) {

    /** Copies the list. */
    public RoleDetail {
        actions = List.copyOf(actions);
    }

    /**
     * Names a role of which nothing else is known.
     *
     * @param role its CRN
     * @return the role
     */
    public static RoleDetail of(RoleId role) {
        return new RoleDetail(role, Optional.empty(), Optional.empty(), List.of());
    }
}
