// Room: sandbox / routing. An event on its way.
package io.lanyard.sandbox.services.routing;

import io.lanyard.sandbox.state.AuditEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event and its JSON, which is written once, however many targets it goes to, and never on the thread of the call. */
final class Emitted {
    private final AuditEvent event;
    private final String location;
    private final boolean echo;
    private volatile @Nullable String line;

    Emitted(AuditEvent event, String location, boolean echo) {
        this.event = event;
        this.location = location;
        this.echo = echo;
    }

    /** Whether a write of our own left it, and no call. */
    boolean echo() {
        return echo;
    }

    /** Where it happened. */
    String location() {
        return location;
    }

    /** When, by the sandbox's clock. */
    Instant at() {
        return event.eventTime();
    }

    /** Its JSON, in one line. */
    String line() {
        var written = line;
        if (written == null) {
            written = EventJson.line(event);
            line = written;
        }
        return written;
    }

    /** The name that Cloud Logs files it under: the service and, where it has one, the instance. */
    String subsystem() {
        var crn = event.logSourceCrn().split(":", 10);
        return crn.length < 10 ? "" : crn[7].isEmpty() ? crn[4] : crn[4] + ":" + crn[7];
    }

    /** How grave it is, in the numbers of Cloud Logs. */
    int severity() {
        return switch (event.severity()) {
            case "critical" -> 6;
            case "warning" -> 4;
            default -> 3;
        };
    }
}
