// Room: sandbox / roles. The roles of one account, as the decision engine asks for them.
package io.lanyard.sandbox.services.roles;

import io.lanyard.policy.RoleId;
import io.lanyard.policy.decision.RoleCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The defined roles and the custom ones of a moment. Immutable: after a change there is a new one. */
final class AccountCatalog implements RoleCatalog {
    private final DefinedRoles defined;
    private final Map<String, CustomRole> custom = new HashMap<>();

    AccountCatalog(DefinedRoles defined, List<CustomRole> customRoles) {
        this.defined = defined;
        customRoles.forEach(role -> custom.put(role.crn(), role));
    }

    @Override
    public Set<String> actions(String serviceName, RoleId role) {
        CustomRole own = custom.get(role.value());
        if (own != null) {
            return own.serviceName().equals(serviceName) ? Set.copyOf(own.actions()) : Set.of();
        }
        return defined.actions(serviceName, role.value());
    }

    @Override
    public List<RoleId> roles(String serviceName) {
        List<RoleId> roles = new ArrayList<>();
        defined.of(serviceName).forEach(role -> roles.add(RoleId.of(role.crn())));
        custom.values().stream()
                .filter(role -> role.serviceName().equals(serviceName))
                .forEach(role -> roles.add(RoleId.of(role.crn())));
        return roles;
    }
}
