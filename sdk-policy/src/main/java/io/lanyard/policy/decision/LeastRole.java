package io.lanyard.policy.decision;

import io.lanyard.policy.RoleId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decision: which role to suggest: the one that permits the action and does the least harm besides. An action that changes
 * something weighs as much as twenty that only look, or a Writer of few actions would be preferred to a Reader of many.
 */
final class LeastRole {
    private static final int CHANGES = 20;
    private static final List<String> LOOKS = List.of(
            "get",
            "list",
            "read",
            "head",
            "pull",
            "view",
            "inspect",
            "retrieve",
            "analyze",
            "search",
            "vulnerabilities",
            "audit",
            "test",
            "configread");

    private LeastRole() {}

    static Optional<RoleId> of(RoleCatalog catalog, String service, String action) {
        return catalog.roles(service).stream()
                .filter(role -> catalog.actions(service, role).contains(action))
                .min(Comparator.<RoleId>comparingInt(role -> weight(catalog, service, role))
                        .thenComparing(RoleId::value));
    }

    private static int weight(RoleCatalog catalog, String service, RoleId role) {
        return catalog.actions(service, role).stream()
                .mapToInt(action -> looks(action) ? 1 : CHANGES)
                .sum();
    }

    private static boolean looks(String action) {
        var verb = action.substring(action.lastIndexOf('.') + 1);
        return LOOKS.stream().anyMatch(verb::startsWith);
    }
}
