package io.lanyard.policy.decision;

import java.util.Set;

/**
 * Decision: which services are account management. {@code serviceType=service} means every other one, and
 * {@code service_group_id=IAM} the few around IAM itself. {@code atracker} is one of them although IBM's table leaves it out:
 * a page on its troubles says that access to all IAM-enabled services doesn't include it.
 */
public final class ServiceKinds {
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

    /** {@return the services of {@code serviceType=platform_service}} */
    public static Set<String> accountManagement() {
        return ACCOUNT_MANAGEMENT;
    }

    /**
     * Tells whether a service is one of account management.
     *
     * @param serviceName the service, such as {@code iam-identity}
     * @return whether it is
     */
    public static boolean isAccountManagement(String serviceName) {
        return ACCOUNT_MANAGEMENT.contains(serviceName);
    }

    /** {@return the services of {@code service_group_id=IAM}} */
    public static Set<String> iam() {
        return IAM;
    }

    static String typeOf(String serviceName) {
        return isAccountManagement(serviceName) ? PLATFORM : SERVICE;
    }

    static boolean isIam(String serviceName) {
        return IAM.contains(serviceName);
    }

    /** IBM's own samples write {@code platform-service}; the table and the SDKs write the underscore. */
    static String normalised(String serviceType) {
        return serviceType.equals("platform-service") ? PLATFORM : serviceType;
    }
}
