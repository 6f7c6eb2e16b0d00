// Room: sandbox / policy management. When is a new policy already granted by an older one?
package io.lanyard.sandbox.services.policy;

import io.lanyard.policy.decision.ServiceKinds;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The conflict rule of policy create, replace and restore: a policy is refused when one active policy of the same
 * subject, with the same condition, already grants all of its roles on a resource that is the same or wider.
 *
 * <p>Seen in real accounts (FACTS.md §5): Viewer on a resource group is refused under Viewer on all services. The same
 * resource with another role is a policy of its own.
 */
final class Coverage {
    private Coverage() {}

    /** Whether {@code older} leaves nothing for {@code newer} to add. */
    static boolean covers(PolicyBody older, PolicyBody newer) {
        return older.type().equals(newer.type())
                && setOf(older.subject()).equals(setOf(newer.subject()))
                && sameCondition(older, newer)
                && roleNames(older).containsAll(roleNames(newer))
                && setOf(older.tags()).equals(setOf(newer.tags()))
                && older.resource().stream().allMatch(clause -> implied(clause, newer));
    }

    private static boolean sameCondition(PolicyBody older, PolicyBody newer) {
        return older.rule() == null ? newer.rule() == null : older.rule().equals(newer.rule());
    }

    private static boolean implied(Clause wider, PolicyBody newer) {
        if (newer.resource().contains(wider)) {
            return true;
        }
        return switch (wider.key()) {
            case "serviceType" -> wider.equalsText() && ofServiceType(wider.text(), newer);
            case "service_group_id" ->
                newer.resourceValue("serviceName")
                        .filter(ServiceKinds.iam()::contains)
                        .isPresent();
            default -> false;
        };
    }

    private static boolean ofServiceType(String type, PolicyBody newer) {
        boolean platform = newer.resourceValue("service_group_id").isPresent()
                || newer.resourceValue("serviceName")
                        .filter(ServiceKinds::isAccountManagement)
                        .isPresent();
        boolean service = !platform
                && (newer.resourceValue("serviceName").isPresent()
                        || newer.resourceValue("resourceGroupId").isPresent());
        return type.equals("platform_service") ? platform : service;
    }

    /** Role ids without the part that IBM's pages write in two ways: {@code iam} or the service's own name. */
    private static Set<String> roleNames(PolicyBody policy) {
        Set<String> names = new HashSet<>();
        for (String role : policy.roles()) {
            boolean custom = role.contains(":customRole:");
            names.add(custom ? role : role.substring(role.lastIndexOf("::::") + 1));
        }
        return names;
    }

    private static Set<Clause> setOf(List<Clause> clauses) {
        return new HashSet<>(clauses);
    }
}
