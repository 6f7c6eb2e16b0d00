// Room: sandbox / delivery.
package io.lanyard.sandbox.delivery;

/** Says why nothing was delivered. What was handed over is still the sender's, as a whole. */
public final class DeliveryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Makes one with a sentence for the person who set the delivery up. */
    public DeliveryException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
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
        /** The place is there and doesn't answer: a broker that is still starting, say. */
        UNAVAILABLE
    }
}
