// Room: sandbox / delivery.
package io.lanyard.sandbox.delivery;

/**
 * Says why something wasn't delivered. After {@link Reason#UNAVAILABLE} nothing has arrived, and all of it may be handed over again;
 * after the other reasons another try has no use, or part of it would arrive twice.
 */
public final class DeliveryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final int arrived;

    /** Makes one with a sentence for the person who set the delivery up; nothing has arrived. */
    public DeliveryException(Reason reason, String sentence) {
        this(reason, sentence, 0);
    }

    /** Makes one for a delivery of which so many parts are known to have arrived. */
    public DeliveryException(Reason reason, String sentence, int arrived) {
        super(sentence);
        this.reason = reason;
        this.arrived = arrived;
    }

    /** Returns how many of the parts are known to have arrived all the same. */
    public int arrived() {
        return arrived;
    }

    /** Returns the kind of failure. */
    public Reason reason() {
        return reason;
    }

    /** The kinds of failure. */
    public enum Reason {
        /** The guard said no: an authorization is missing, or names another role or place. */
        DENIED,
        /** The instance, bucket or topic isn't there. */
        NO_SUCH_PLACE,
        /** The place takes no more. */
        FULL,
        /** The place doesn't take this: a record that is too large, say. */
        REJECTED,
        /** The place was handed it and didn't answer: how much has arrived is not known. */
        UNANSWERED,
        /** The place is there and isn't ready: a broker that is still starting, say. It was handed nothing yet. */
        UNAVAILABLE
    }
}
