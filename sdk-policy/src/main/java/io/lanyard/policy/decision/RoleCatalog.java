package io.lanyard.policy.decision;

import io.lanyard.policy.RoleId;
import java.util.List;
import java.util.Set;

/**
 * Decision: which actions a role holds for a service. Must answer the same way as long as it is used: a changed catalog is a new
 * catalog, see {@link Snapshot#with(RoleCatalog)}.
 */
public interface RoleCatalog {

    /**
     * Lists the actions of a role.
     *
     * @param serviceName the service that is asked for; "" where a request names none
     * @param role the role
     * @return its actions for that service, empty when the service doesn't know the role
     */
    Set<String> actions(String serviceName, RoleId role);

    /**
     * Lists the roles that can be granted on a service, from which a fix is chosen.
     *
     * @param serviceName the service
     * @return its roles, platform roles and the account's own included
     */
    List<RoleId> roles(String serviceName);
}
