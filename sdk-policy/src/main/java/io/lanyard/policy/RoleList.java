package io.lanyard.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Policy: roles, by who made them.
 *
 * @param customRoles the account's own
 * @param serviceRoles the service's
 * @param systemRoles the platform's
 */
public record RoleList(List<CustomRole> customRoles, List<Role> serviceRoles, List<Role> systemRoles) {
    /** Copies the lists. */
    public RoleList {
        customRoles = List.copyOf(customRoles);
        serviceRoles = List.copyOf(serviceRoles);
        systemRoles = List.copyOf(systemRoles);
    }

    /**
     * Policy: a role that isn't the account's own.
     *
     * @param crn its CRN, by which policies grant it
     * @param displayName its name for people
     * @param description what it is for
     * @param actions what it permits
     */
    public record Role(Optional<RoleId> crn, String displayName, Optional<String> description, List<String> actions) {
        /** Copies the list. */
        public Role {
            actions = List.copyOf(actions);
        }
    }

    /** {@return by what policies grant them, the platform's first} */
    public List<RoleId> ids() {
        var ids = new ArrayList<RoleId>();
        systemRoles.forEach(role -> role.crn().ifPresent(ids::add));
        serviceRoles.forEach(role -> role.crn().ifPresent(ids::add));
        customRoles.forEach(role -> ids.add(role.roleId()));
        return List.copyOf(ids);
    }
}
