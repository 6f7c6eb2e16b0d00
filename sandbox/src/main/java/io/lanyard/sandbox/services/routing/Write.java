// Room: sandbox / routing. What routing itself does to other services.
package io.lanyard.sandbox.services.routing;

import io.lanyard.sandbox.kernel.ExternalEvent;
import io.lanyard.sandbox.state.AuditEvent;

/**
 * Tells what routing does from what others do: were the events of its own writes all routed, each would cause the next one. The one
 * thing that others want to know of a write is told: that a service of another account was let in, or kept out. Where such an
 * event is all that is written, what that write causes goes nowhere, so accounts that deliver to each other come to rest.
 */
enum Write {
    /** Events of calls are written, or a test. */
    OF_CALLS,
    /** Nothing but what writes before this one have left is written. */
    OF_ECHOES;

    private static final String LOGS = "crn-crn:v1:bluemix:public:logs:";
    private static final String READ = "cloud-object-storage.object.read";

    /** What this thread writes to a target right now. */
    private static final ThreadLocal<Write> NOW = new ThreadLocal<>();

    /**
     * One write.
     *
     * @param <X> how it may fail
     */
    interface Attempt<X extends Exception> {
        void run() throws X;
    }

    /** Writes; what this leaves on this thread is known to be an echo. */
    <X extends Exception> void run(Attempt<X> attempt) throws X {
        NOW.set(this);
        try {
            attempt.run();
        } finally {
            NOW.remove();
        }
    }

    /** Tells whether this thread is writing to a target. */
    static boolean isGoingOn() {
        return NOW.get() != null;
    }

    /** Tells whether an event that comes on this thread is one to route. */
    static boolean routes(AuditEvent event) {
        var now = NOW.get();
        return now == null ? !isCloudLogsReading(event) : now == OF_CALLS && ExternalEvent.isOne(event);
    }

    /** Cloud Logs reads what was written, which is nothing to write again (services/activity-tracker.md §3). */
    private static boolean isCloudLogsReading(AuditEvent event) {
        return event.initiator().id().startsWith(LOGS)
                && event.action().equals(READ)
                && event.outcome().equals("success");
    }
}
