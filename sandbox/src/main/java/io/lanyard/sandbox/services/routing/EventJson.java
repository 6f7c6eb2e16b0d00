// Room: sandbox / routing. The one place where an audit event becomes JSON.
package io.lanyard.sandbox.services.routing;

import com.google.gson.stream.JsonWriter;
import io.lanyard.sandbox.kernel.WireJson;
import io.lanyard.sandbox.state.AuditEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
            Map.entry(410, "Gone"),
            Map.entry(411, "Length Required"),
            Map.entry(412, "Precondition Failed"),
            Map.entry(413, "Payload Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(416, "Range Not Satisfiable"),
            Map.entry(422, "Unprocessable Entity"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(507, "Insufficient Storage"));

    private static final int USUAL_LENGTH = 1_024;

    private EventJson() {}

    /** Writes an event in one line. */
    public static String line(AuditEvent event) {
        var text = new StringWriter(USUAL_LENGTH);
        try (var out = new JsonWriter(text)) {
            write(event, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Field by field, and not from a tree: thousands of events a second come through here. */
    private static void write(AuditEvent event, JsonWriter out) throws IOException {
        out.beginObject();
        out.name("action").value(event.action());
        out.name("message").value(event.message());
        out.name("eventTime").value(TIME.format(event.eventTime()));
        out.name("correlationId").value(event.correlationId());
        out.name("id").value(event.id());
        out.name("dataEvent").value(event.dataEvent());
        out.name("outcome").value(event.outcome());
        out.name("severity").value(event.severity());
        reason(event, out);
        initiator(event.initiator(), out);
        target(event.target(), out);
        out.name("observer").beginObject().name("name").value("ActivityTracker").endObject();
        out.name("logSourceCRN").value(event.logSourceCrn());
        out.name("saveServiceCopy").value(true);
        data("requestData", event.requestData(), out);
        data("responseData", event.responseData(), out);
        out.endObject();
    }

    private static void reason(AuditEvent event, JsonWriter out) throws IOException {
        out.name("reason").beginObject();
        out.name("reasonCode").value(event.reasonCode());
        var type = REASONS.get(event.reasonCode());
        if (type != null) {
            out.name("reasonType").value(type);
        }
        if (event.reasonForFailure().isPresent()) {
            out.name("reasonForFailure").value(event.reasonForFailure().get());
        }
        out.endObject();
    }

    private static void initiator(AuditEvent.Initiator who, JsonWriter out) throws IOException {
        out.name("initiator").beginObject();
        out.name("id").value(who.id());
        out.name("name").value(who.name());
        out.name("authnId").value(who.authnId());
        out.name("authnName").value(who.authnName());
        out.name("typeURI").value(who.typeUri());
        out.name("credential")
                .beginObject()
                .name("type")
                .value(who.credentialType())
                .endObject();
        out.name("host").beginObject();
        out.name("address").value(who.address());
        out.name("addressType").value(who.address().contains(":") ? "IPv6" : "IPv4");
        out.name("agent").value(who.agent());
        out.endObject().endObject();
    }

    private static void target(AuditEvent.Target what, JsonWriter out) throws IOException {
        out.name("target").beginObject();
        out.name("id").value(what.id());
        out.name("name").value(what.name());
        out.name("typeURI").value(what.typeUri());
        out.name("host").beginObject().name("address").value(what.host()).endObject();
        out.endObject();
    }

    private static void data(String name, Map<String, Object> data, JsonWriter out) throws IOException {
        out.name(name);
        if (data.isEmpty()) {
            out.beginObject().endObject();
        } else {
            WireJson.write(data, out);
        }
    }
}
