package io.lanyard.audit;

import com.google.gson.annotations.SerializedName;
import io.lanyard.core.AccountId;
import io.lanyard.core.json.Json;
import io.lanyard.core.json.Others;
import java.time.Instant;
import java.util.Optional;

/**
 * Audit: what happened, in the form that Activity Tracker tells it (CADF). Services leave out what they please, so nearly everything
 * may be absent; and they tell more than is named here, all of which is kept, at every level: see {@code others}.
 *
 * @param action          what was done, {@code service.objectType.verb}
 * @param eventTime       when
 * @param outcome         how it ended
 * @param severity        how much it matters
 * @param message         a sentence about it
 * @param id              its own id
 * @param correlationId   what belongs together across services; the transaction id of the call
 * @param dataEvent       whether data was handled, as opposed to managed
 * @param reason          the status of the answer
 * @param initiator       who did it
 * @param target          what it was done to
 * @param observer        who saw it: always Activity Tracker
 * @param logSourceCrn    the service instance that tells it; its account is whose event it is, its region where it belongs
 * @param saveServiceCopy whether the service keeps a copy
 * @param requestData     what was asked, in terms of the action
 * @param responseData    what was answered, in terms of the action
 * @param others          what else is told, by its own names: {@code event.others().text("serviceName")}
 */
public record AuditEvent(
        String action,
        @SerializedName("eventTime") Instant eventTime,
        Optional<Outcome> outcome,
        Optional<Severity> severity,
        Optional<String> message,
        Optional<String> id,
        @SerializedName("correlationId") Optional<String> correlationId,
        @SerializedName("dataEvent") Optional<Boolean> dataEvent,
        Optional<Reason> reason,
        Optional<Initiator> initiator,
        Optional<EventTarget> target,
        Optional<Observer> observer,
        @SerializedName("logSourceCRN") Optional<String> logSourceCrn,
        @SerializedName("saveServiceCopy") Optional<Boolean> saveServiceCopy,
        @SerializedName("requestData") Optional<EventData> requestData,
        @SerializedName("responseData") Optional<EventData> responseData,
        @Others EventData others) {

    /**
     * Reads an event out of a log.
     *
     * @param json its JSON
     * @return the event, empty when the text is none: no JSON, no action or no time
     */
    public static Optional<AuditEvent> read(String json) {
        return Json.tryRead(json, AuditEvent.class);
    }

    /** {@return whose event it is, as the CRN of the instance that tells it says; empty when it doesn't} */
    public Optional<AccountId> account() {
        return logSourceCrn.flatMap(CrnText::account);
    }

    /** {@return where it happened: a region, or {@code global} when the CRN of the instance that tells it names none} */
    public Location location() {
        return logSourceCrn
                .flatMap(CrnText::region)
                .filter(region -> !region.isEmpty())
                .map(Location::of)
                .orElse(Location.GLOBAL);
    }

    /**
     * Audit: the status of the answer.
     *
     * @param reasonCode       the HTTP status
     * @param reasonType       its name
     * @param reasonForFailure why it failed
     * @param others           what else is told
     */
    public record Reason(
            @SerializedName("reasonCode") Optional<Integer> reasonCode,
            @SerializedName("reasonType") Optional<String> reasonType,
            @SerializedName("reasonForFailure") Optional<String> reasonForFailure,
            @Others EventData others) {}

    /**
     * Audit: who did it.
     *
     * @param id         the IAM id, or the CRN of a service
     * @param name       its name; empty when it wasn't allowed to
     * @param typeUri    what kind of identity it is
     * @param authnId    who really logged in, when that is somebody else
     * @param authnName  the name of that one
     * @param credential what it showed
     * @param host       where it called from
     * @param others     what else is told
     */
    public record Initiator(
            Optional<String> id,
            Optional<String> name,
            @SerializedName("typeURI") Optional<String> typeUri,
            @SerializedName("authnId") Optional<String> authnId,
            @SerializedName("authnName") Optional<String> authnName,
            Optional<Credential> credential,
            Optional<Host> host,
            @Others EventData others) {}

    /**
     * Audit: what somebody showed.
     *
     * @param type   {@code token}, {@code user}, {@code apikey}, {@code s2s-authorization}, …
     * @param others what else is told
     */
    public record Credential(Optional<String> type, @Others EventData others) {}

    /**
     * Audit: where somebody called from.
     *
     * @param address     the address
     * @param addressType which kind of address
     * @param agent       what it called with
     * @param others      what else is told
     */
    public record Host(
            Optional<String> address,
            @SerializedName("addressType") Optional<String> addressType,
            Optional<String> agent,
            @Others EventData others) {}

    /**
     * Audit: what something was done to.
     *
     * @param id              its CRN
     * @param name            its name
     * @param alias           its other name
     * @param typeUri         what kind of thing it is
     * @param resourceGroupId the resource group it is in
     * @param host            where it is
     * @param others          what else is told
     */
    public record EventTarget(
            Optional<String> id,
            Optional<String> name,
            Optional<String> alias,
            @SerializedName("typeURI") Optional<String> typeUri,
            @SerializedName("resourceGroupId") Optional<String> resourceGroupId,
            Optional<Host> host,
            @Others EventData others) {}

    /**
     * Audit: who saw it.
     *
     * @param name   always {@code ActivityTracker}
     * @param others what else is told
     */
    public record Observer(Optional<String> name, @Others EventData others) {}
}
