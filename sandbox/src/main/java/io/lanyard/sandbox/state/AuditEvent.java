// Room: sandbox / state.
package io.lanyard.sandbox.state;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What one call left behind, with the fields of an Activity Tracker event. Never holds a secret.
 *
 * @param id a number of its own
 * @param action {@code service.object.verb}
 * @param message a sentence such as {@code IAM Identity Service: create account-serviceid robot}
 * @param eventTime by the sandbox's clock
 * @param correlationId the transaction id of the call
 * @param dataEvent whether data was touched rather than managed
 * @param outcome success, pending or failure
 * @param severity normal, warning or critical
 * @param reasonCode the HTTP status
 * @param reasonForFailure why it failed, where it did
 * @param initiator who did it
 * @param target what it was done to
 * @param logSourceCrn the emitting service; its account segment says whose event it is
 * @param requestData details of the request
 * @param responseData details of the answer
 */
public record AuditEvent(
        String id,
        String action,
        String message,
        Instant eventTime,
        String correlationId,
        boolean dataEvent,
        String outcome,
        String severity,
        int reasonCode,
        Optional<String> reasonForFailure,
        Initiator initiator,
        Target target,
        String logSourceCrn,
        Map<String, Object> requestData,
        Map<String, Object> responseData) {

    /**
     * Who did it.
     *
     * @param id IAM id
     * @param name a human name; empty when the caller was refused
     * @param authnId who really logged in
     * @param authnName his name
     * @param typeUri such as {@code service/security/account/user}
     * @param credentialType token, apikey, apikey-serviceid …
     * @param address IP address
     * @param agent the client program
     */
    public record Initiator(
            String id,
            String name,
            String authnId,
            String authnName,
            String typeUri,
            String credentialType,
            String address,
            String agent) {}

    /**
     * What it was done to.
     *
     * @param id CRN
     * @param name the resource's name
     * @param typeUri such as {@code iam-identity/account-serviceid}
     * @param host the service's host name
     */
    public record Target(String id, String name, String typeUri, String host) {}
}
