// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import io.lanyard.sandbox.state.AuditEvent;
import java.util.Map;
import java.util.Optional;

/**
 * The audit event of something that was done over a protocol of its own, such as Kafka's, where there is no {@link Call}.
 *
 * @param transactionId the verdict of a refusal is found under it
 * @param caller who
 * @param peer the address he called from
 * @param agent the client program
 */
public record ProtocolEvent(String transactionId, Caller caller, String peer, String agent) {
    /**
     * Leaves it in the account of the target.
     *
     * @param service the name that the message starts with
     * @param action the audit action
     * @param target what it was done to: its CRN, its region and its instance
     * @param status the HTTP status that is closest
     * @param failure why it failed, when it did
     */
    public void leave(String service, String action, Target target, int status, Optional<String> failure) {
        var account = target.account();
        var of = target.attributes();
        var name = target.name().orElse("");
        account.journal()
                .add(new AuditEvent(
                        AuditTrail.nextNumber(),
                        action,
                        AuditTrail.message(service, action, name, failure.isPresent()),
                        account.now(),
                        transactionId,
                        false,
                        failure.isPresent() ? "failure" : "success",
                        Severity.of(action, status, failure.isPresent()),
                        status,
                        failure,
                        AuditTrail.initiator(caller, status == 403, peer, agent),
                        new AuditEvent.Target(
                                target.crn().orElse(""),
                                name,
                                AuditTrail.typeUri(action),
                                of.getOrDefault("serviceName", "") + ".cloud.ibm.com"),
                        LogSource.at(
                                action, of.getOrDefault("region", ""), of.getOrDefault("serviceInstance", ""), account),
                        Map.of(),
                        Map.of()));
    }
}
