package io.lanyard.policy.decision;

import io.lanyard.policy.RoleId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decision: a role catalog, with the unions that policies ask for again and again. What is remembered are answers of a pure
 * function, so it may be shared by all snapshots that use the same catalog; it is bounded, because a request may name any service.
 */
final class Actions {
    private static final int REMEMBERED = 2_000;

    /** What the one role holds that no service defines: it is about the authorization itself. */
    private static final Set<String> DELEGATION = Set.of("iam.delegationPolicy.create");

    private record Wanted(String service, String action) {}

    private final RoleCatalog catalog;
    private final Map<List<RoleId>, Union> unions = new ConcurrentHashMap<>();
    private final Map<Wanted, Optional<RoleId>> smallest = new ConcurrentHashMap<>();

    Actions(RoleCatalog catalog) {
        this.catalog = catalog;
    }

    RoleCatalog catalog() {
        return catalog;
    }

    /** Returns what these roles hold together; the same object for the same roles. */
    Union of(List<RoleId> roles) {
        return unions.computeIfAbsent(roles, Union::new);
    }

    /** Returns the role that permits the action and the least besides. */
    Optional<RoleId> smallest(String service, String action) {
        var wanted = new Wanted(service, action);
        var known = smallest.get(wanted);
        if (known == null) {
            known = LeastRole.of(catalog, service, action);
            if (smallest.size() < REMEMBERED) {
                smallest.put(wanted, known);
            }
        }
        return known;
    }

    /** Decision: what several roles hold together, service by service. */
    final class Union {
        private final List<RoleId> roles;
        private final Map<String, Set<String>> byService = new ConcurrentHashMap<>();

        private Union(List<RoleId> roles) {
            this.roles = roles;
        }

        Set<String> actions(String service) {
            var known = byService.get(service);
            if (known == null) {
                known = union(service);
                if (byService.size() < REMEMBERED) {
                    byService.put(service, known);
                }
            }
            return known;
        }

        private Set<String> union(String service) {
            if (roles.size() == 1) {
                return held(service, roles.get(0));
            }
            var union = new HashSet<String>();
            roles.forEach(role -> union.addAll(held(service, role)));
            return union;
        }

        private Set<String> held(String service, RoleId role) {
            return role.equals(RoleId.AUTHORIZATION_DELEGATOR) ? DELEGATION : catalog.actions(service, role);
        }
    }
}
