package io.lanyard.audit;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.json.Instants;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Audit: one result of a query over logs.
 *
 * @param metadata what the service knows about the log: {@code timestamp}, {@code severity}, {@code logid}, …
 * @param labels   where it is from: {@code applicationname}, {@code subsystemname}, …
 * @param userData the log itself: JSON, or any text
 */
@JsonAdapter(LogEntryAdapter.class)
public record LogEntry(Map<String, String> metadata, Map<String, String> labels, String userData) {

    /** Copies the maps. */
    public LogEntry {
        metadata = Map.copyOf(metadata);
        labels = Map.copyOf(labels);
    }

    /** {@return when it was written, empty when the service doesn't say so or in another form} */
    public Optional<Instant> timestamp() {
        return Optional.ofNullable(metadata.get("timestamp")).flatMap(Instants::parse);
    }

    /** {@return how much it matters, as the service spells it} */
    public Optional<String> severity() {
        return Optional.ofNullable(metadata.get("severity"));
    }

    /** {@return its own id} */
    public Optional<String> id() {
        return Optional.ofNullable(metadata.get("logid"));
    }

    /** {@return the application that it is from; audit events say {@code ibm-audit-event}} */
    public Optional<String> application() {
        return Optional.ofNullable(labels.get("applicationname"));
    }

    /** {@return the part of the application; audit events say the service and its instance} */
    public Optional<String> subsystem() {
        return Optional.ofNullable(labels.get("subsystemname"));
    }

    /** {@return the audit event that the log is, empty when it is none} */
    public Optional<AuditEvent> auditEvent() {
        return AuditEvent.read(userData);
    }
}
