// Room: sandbox / delivery.
package io.lanyard.sandbox.delivery;

import io.lanyard.sandbox.kernel.ServiceCall;
import java.time.Instant;
import java.util.List;

/** Cloud Logs, as other services write to it. */
@FunctionalInterface
public interface LogDoor {
    /**
     * Takes log lines in; needs {@code logs.data-ingress.send} on the instance. A query finds them as soon as this returns.
     *
     * @param call who writes
     * @param instanceCrn the logs instance
     * @throws DeliveryException when none was taken
     */
    void ingest(ServiceCall call, String instanceCrn, List<Line> lines) throws DeliveryException;

    /**
     * One line.
     *
     * @param application the application name
     * @param subsystem the subsystem name
     * @param severity 1 debug, 2 verbose, 3 info, 4 warning, 5 error, 6 critical
     * @param at when it happened
     * @param text words, or a JSON object as text
     */
    record Line(String application, String subsystem, int severity, Instant at, String text) {}
}
