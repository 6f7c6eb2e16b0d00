// Room: sandbox / kernel. How grave an audit event is.
package io.lanyard.sandbox.kernel;

import java.util.Set;

/**
 * Works out the severity of an event (audit-events.md §1): what reads or begins something is normal, what changes something or
 * failed is a warning, what deletes, touches a credential or was not allowed is critical.
 */
final class Severity {
    private static final Set<String> STARTS = Set.of(
            "read",
            "list",
            "get",
            "eval",
            "inspect",
            "analyze",
            "validate",
            "login",
            "logout",
            "pull",
            "push",
            "create",
            "add");
    private static final Set<String> CHANGES = Set.of("create", "update");
    private static final Set<Integer> CRITICAL = Set.of(401, 403, 503, 507);

    private Severity() {}

    static String of(String action, int status, boolean failed) {
        if (failed || status >= 400) {
            return CRITICAL.contains(status) ? "critical" : "warning";
        }
        var verb = AuditTrail.verb(action);
        if (verb.endsWith("delete") || verb.equals("remove") || (isCredential(action) && CHANGES.contains(verb))) {
            return "critical";
        }
        return STARTS.contains(verb) ? "normal" : "warning";
    }

    private static boolean isCredential(String action) {
        return action.contains("key."); // user-apikey, serviceid-apikey, resource-key
    }
}
