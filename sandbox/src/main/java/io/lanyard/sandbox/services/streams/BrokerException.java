// Room: sandbox / streams.
package io.lanyard.sandbox.services.streams;

/** Says what a broker couldn't do. */
public final class BrokerException extends Exception {
    /** Kafka's code for a topic that isn't there. */
    public static final int NO_SUCH_TOPIC = 3;

    private static final long serialVersionUID = 1L;

    private final int code;

    /**
     * Makes one.
     *
     * @param code Kafka's code, -1 when it has none for it
     * @param sentence for a person
     */
    public BrokerException(int code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** Returns Kafka's code. */
    public int code() {
        return code;
    }
}
