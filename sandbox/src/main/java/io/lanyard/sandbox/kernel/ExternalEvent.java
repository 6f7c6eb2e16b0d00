// Room: sandbox / kernel. The audit event about a caller whose token is from another account (external-interactions.md
// §5).
package io.lanyard.sandbox.kernel;

import io.lanyard.sandbox.state.AuditEvent;
import java.util.Map;
import java.util.Optional;

/**
 * Leaves {@code iam-access-management.account-settings.eval} in the account whose resource was asked for, in whatever way that was:
 * by a call, by a service, or over a protocol of its own.
 *
 * @param transactionId the verdict is found under it
 * @param caller who asked
 * @param peer the address he asked from
 * @param agent the client program
 */
public record ExternalEvent(String transactionId, Caller caller, String peer, String agent) {
    private static final String ACTION = "iam-access-management.account-settings.eval";

    /** Tells whether an event is such a one. */
    public static boolean isOne(AuditEvent event) {
        return event.action().equals(ACTION);
    }

    static ExternalEvent of(Call call, Caller caller) {
        return new ExternalEvent(call.transactionId(), caller, call.request().peer(), AuditTrail.agent(call));
    }

    /**
     * Leaves it; nothing where there is nothing to tell.
     *
     * @param action what he asked to do
     * @param target what he asked to do it to
     * @param screening what looking at his token's account came to
     */
    public void leave(String action, Target target, Guard.Screening screening) {
        if (screening == Guard.Screening.UNTOLD) {
            return;
        }
        var account = target.account();
        var enforced = screening == Guard.Screening.DENIED;
        var service = "crn:v1:bluemix:public:iam-access-management:global:a/" + account.id();
        account.journal()
                .add(new AuditEvent(
                        AuditTrail.nextNumber(),
                        ACTION,
                        "IAM Access Management: eval account-settings" + (enforced ? " -failure" : ""),
                        account.now(),
                        transactionId,
                        false,
                        enforced ? "failure" : "success",
                        enforced ? "critical" : "normal",
                        enforced ? 403 : 200,
                        enforced ? Optional.of("The token is from another account.") : Optional.empty(),
                        AuditTrail.initiator(caller, enforced, peer, agent),
                        new AuditEvent.Target(
                                service + "::settings:access_management",
                                "",
                                "iam-access-management/account-settings",
                                "iam-access-management.cloud.ibm.com"),
                        service + ":::",
                        Map.of(
                                "subject",
                                subject(caller),
                                "resource",
                                resource(target),
                                "action",
                                action,
                                "ipAddress",
                                peer),
                        Map.of(
                                "decision",
                                screening == Guard.Screening.TOLD_PERMIT ? "Permit" : "Deny",
                                "isEnforced",
                                Boolean.toString(enforced))));
    }

    private static Map<String, String> subject(Caller caller) {
        return Map.of(
                "iam_id",
                caller.iamId(),
                "account_id",
                caller.accountId().orElse(""),
                "identity_type",
                switch (caller.kind()) {
                    case SERVICE_ID -> "service_id";
                    case CRN -> "service";
                    case PROFILE -> "profile";
                    case USER, NOBODY -> "user";
                });
    }

    private static String resource(Target target) {
        var of = target.attributes();
        return target.crn()
                .filter(crn -> !crn.isEmpty())
                .orElseGet(() -> "crn:v1:bluemix:public:" + of.getOrDefault("serviceName", "") + ":"
                        + of.getOrDefault("region", "") + ":a/"
                        + target.account().id() + ":"
                        + of.getOrDefault("serviceInstance", "") + ":" + of.getOrDefault("resourceType", "") + ":"
                        + of.getOrDefault("resource", ""));
    }
}
