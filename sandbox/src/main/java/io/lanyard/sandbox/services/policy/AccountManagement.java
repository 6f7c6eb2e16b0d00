// Room: sandbox / policy management. Which services manage the account itself.
package io.lanyard.sandbox.services.policy;

import java.util.Set;

/** The account-management services: those of {@code serviceType=platform_service} (policy-evaluation.md §3). */
final class AccountManagement {
    private static final Set<String> SERVICES = Set.of(
            "billing",
            "globalcatalog-collection",
            "context-based-restrictions",
            "enterprise",
            "globalcatalog",
            "iam-groups",
            "iam-identity",
            "cloudshell",
            "entitlement",
            "project",
            "iam-access-management",
            "iam-access-management.customRole",
            "security-compliance",
            "support",
            "user-management");

    /** The members of {@code service_group_id=IAM}. */
    static final Set<String> IAM_GROUP = Set.of(
            "iam-identity",
            "iam-access-management",
            "iam-access-management.customRole",
            "user-management",
            "iam-groups");

    private AccountManagement() {}

    static boolean includes(String service) {
        return SERVICES.contains(service);
    }

    static Set<String> services() {
        return SERVICES;
    }
}
