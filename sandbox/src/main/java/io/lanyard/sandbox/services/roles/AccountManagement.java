// Room: sandbox / roles. Which services manage the account itself.
package io.lanyard.sandbox.services.roles;

import java.util.Set;

/** The account-management services: those of {@code serviceType=platform_service} (policy-evaluation.md §3). */
public final class AccountManagement {
    private static final Set<String> SERVICES = Set.of(
            "atracker",
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
    public static final Set<String> IAM_GROUP = Set.of(
            "iam-identity",
            "iam-access-management",
            "iam-access-management.customRole",
            "user-management",
            "iam-groups");

    private AccountManagement() {}

    /** Whether it is one of them. */
    public static boolean includes(String service) {
        return SERVICES.contains(service);
    }

    /** All of them. */
    public static Set<String> services() {
        return SERVICES;
    }
}
