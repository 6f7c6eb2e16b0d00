// Room: sandbox / kernel. The audit events of what nobody called for.
package io.lanyard.sandbox.kernel;

import io.lanyard.core.Crn;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.AuditEvent;
import java.util.Map;
import java.util.Optional;

/** Leaves an event that IBM itself is the initiator of: what follows from a deletion, a limit that is near. */
public final class SystemEvent {
    private static final AuditEvent.Initiator IBM =
            new AuditEvent.Initiator("IBM", "IBM", "IBM", "IBM", "service/security/clientid", "token", "", "IBM");

    private SystemEvent() {}

    /**
     * Leaves the event. Its source is global, as that of all that IAM tells.
     *
     * @param account whose event it is
     * @param action its action, such as {@code iam-am.policy.delete}
     * @param severity normal, warning or critical
     * @param message its sentence
     * @param cause the transaction id of what it follows from
     * @param targetCrn what it was done to
     * @param targetName the name of that
     * @param requestData details
     */
    public static void leave(
            Account account,
            String action,
            String severity,
            String message,
            String cause,
            String targetCrn,
            String targetName,
            Map<String, Object> requestData) {
        var service = Crn.parse(targetCrn).serviceName();
        account.journal()
                .add(new AuditEvent(
                        AuditTrail.nextNumber(),
                        action,
                        message,
                        account.now(),
                        cause,
                        false,
                        "success",
                        severity,
                        200,
                        Optional.empty(),
                        IBM,
                        new AuditEvent.Target(
                                targetCrn, targetName, AuditTrail.typeUri(action), service + ".cloud.ibm.com"),
                        LogSource.global(action, account),
                        requestData,
                        Map.of()));
    }
}
