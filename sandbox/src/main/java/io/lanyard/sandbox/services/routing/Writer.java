// Room: sandbox / routing. What routing itself does to other services.
package io.lanyard.sandbox.services.routing;

import io.lanyard.sandbox.state.AuditEvent;

/**
 * Tells what routing does from what others do: the events of its own writes must not be routed, or each would cause the next
 * one.
 */
final class Writer {
    private static final String SELF = "crn-crn:v1:bluemix:public:atracker:";
    private static final String LOGS = "crn-crn:v1:bluemix:public:logs:";
    private static final String READ = "cloud-object-storage.object.read";

    /** Holds on threads that write to a target right now. */
    private static final ThreadLocal<Boolean> WRITING = new ThreadLocal<>();

    private Writer() {}

    /**
     * One write.
     *
     * @param <X> how it may fail
     */
    interface Write<X extends Exception> {
        void run() throws X;
    }

    /** Writes; no event that this leaves on this thread is routed. */
    static <X extends Exception> void write(Write<X> write) throws X {
        WRITING.set(true);
        try {
            write.run();
        } finally {
            WRITING.remove();
        }
    }

    /** Tells whether this thread is writing to a target. */
    static boolean isWriting() {
        return WRITING.get() != null;
    }

    /** Tells whether an event is none to route: it is about a write of our own, or about Cloud Logs reading what was written. */
    static boolean causedBy(AuditEvent event) {
        var who = event.initiator().id();
        return isWriting()
                || who.startsWith(SELF)
                || (who.startsWith(LOGS)
                        && event.action().equals(READ)
                        && event.outcome().equals("success"));
    }
}
