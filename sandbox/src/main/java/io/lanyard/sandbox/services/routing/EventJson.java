// Room: sandbox / routing. The one place where an audit event becomes JSON.
package io.lanyard.sandbox.services.routing;

import io.lanyard.sandbox.kernel.WireJson;
import io.lanyard.sandbox.state.AuditEvent;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes audit events as Activity Tracker does: the control API, buckets, topics and logs all show these bytes. */
public final class EventJson {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SS'+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(201, "Created"),
            Map.entry(202, "Accepted"),
            Map.entry(204, "No Content"),
            Map.entry(206, "Partial Content"),
            Map.entry(207, "Multi-Status"),
            Map.entry(302, "Found"),
            Map.entry(304, "Not Modified"),
            Map.entry(307, "Temporary Redirect"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(412, "Precondition Failed"),
            Map.entry(413, "Payload Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(416, "Range Not Satisfiable"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    private EventJson() {}

    /** Writes an event in one line. */
    public static String line(AuditEvent event) {
        return WireJson.write(of(event));
    }

    /** Writes an event as names and values. */
    public static Map<String, Object> of(AuditEvent event) {
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
        var type = REASONS.get(event.reasonCode());
        if (type != null) {
            reason.put("reasonType", type);
        }
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
