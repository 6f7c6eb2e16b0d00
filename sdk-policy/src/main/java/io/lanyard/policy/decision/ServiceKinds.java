package io.lanyard.policy.decision;

import java.util.Set;

/**
 * Decision: which services are account management. {@code serviceType=service} means every other one, and
 * {@code service_group_id=IAM} the few around IAM itself.
 */
final class ServiceKinds {
    static final String SERVICE = "service";
    static final String PLATFORM = "platform_service";

    private static final Set<String> ACCOUNT_MANAGEMENT = Set.of(
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

    private static final Set<String> IAM = Set.of(
            "iam-identity",
            "iam-access-management",
            "iam-access-management.customRole",
            "user-management",
            "iam-groups");

    private ServiceKinds() {}

    static String typeOf(String serviceName) {
        return ACCOUNT_MANAGEMENT.contains(serviceName) ? PLATFORM : SERVICE;
    }

    static boolean isIam(String serviceName) {
        return IAM.contains(serviceName);
    }

    /** IBM's own samples write {@code platform-service}; the table and the SDKs write the underscore. */
    static String normalised(String serviceType) {
        return serviceType.equals("platform-service") ? PLATFORM : serviceType;
    }
}
