// Room: sandbox / control API.
package io.lanyard.sandbox.services.control;

import io.lanyard.sandbox.state.AuditEvent;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes audit events as Activity Tracker does. */
final class EventView {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SS'+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private EventView() {}

    static Map<String, Object> of(AuditEvent event) {
        var view = new LinkedHashMap<String, Object>();
        view.put("action", event.action());
        view.put("message", event.message());
        view.put("eventTime", TIME.format(event.eventTime()));
        view.put("correlationId", event.correlationId());
        view.put("id", event.id());
        view.put("dataEvent", event.dataEvent());
        view.put("outcome", event.outcome());
        view.put("severity", event.severity());
        view.put("reason", reason(event));
        view.put("initiator", initiator(event.initiator()));
        view.put("target", target(event.target()));
        view.put("observer", Map.of("name", "ActivityTracker"));
        view.put("logSourceCRN", event.logSourceCrn());
        view.put("saveServiceCopy", true);
        view.put("requestData", event.requestData());
        view.put("responseData", event.responseData());
        return view;
    }

    private static Map<String, Object> reason(AuditEvent event) {
        var reason = new LinkedHashMap<String, Object>();
        reason.put("reasonCode", event.reasonCode());
        event.reasonForFailure().ifPresent(why -> reason.put("reasonForFailure", why));
        return reason;
    }

    private static Map<String, Object> initiator(AuditEvent.Initiator who) {
        var view = new LinkedHashMap<String, Object>();
        view.put("id", who.id());
        view.put("name", who.name());
        view.put("authnId", who.authnId());
        view.put("authnName", who.authnName());
        view.put("typeURI", who.typeUri());
        view.put("credential", Map.of("type", who.credentialType()));
        view.put(
                "host",
                Map.of(
                        "address", who.address(),
                        "addressType", who.address().contains(":") ? "IPv6" : "IPv4",
                        "agent", who.agent()));
        return view;
    }

    private static Map<String, Object> target(AuditEvent.Target what) {
        return Map.of(
                "id",
                what.id(),
                "name",
                what.name(),
                "typeURI",
                what.typeUri(),
                "host",
                Map.of("address", what.host()));
    }
}
