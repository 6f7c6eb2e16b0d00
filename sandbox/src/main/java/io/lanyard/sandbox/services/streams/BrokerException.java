// Room: sandbox / streams.
package io.lanyard.sandbox.services.streams;

/** Says what a broker couldn't do. */
public final class BrokerException extends Exception {
    /** Kafka's code for a topic that isn't there. */
    public static final int NO_SUCH_TOPIC = 3;

    /** Kafka's code for a broker that didn't answer in time. */
    public static final int TIMED_OUT = 7;

    /** Kafka's code for a connection that broke. */
    public static final int DISCONNECTED = 13;

    private static final long serialVersionUID = 1L;

    private final int code;
    private final int stored;

    /**
     * Makes one.
     *
     * @param code Kafka's code, -1 when it has none for it
     * @param sentence for a person
     */
    public BrokerException(int code, String sentence) {
        this(code, sentence, 0);
    }

    /**
     * Makes one for records of which some are stored.
     *
     * @param code Kafka's code, -1 when it has none for it
     * @param sentence for a person
     * @param stored how many of the records are known to be stored
     */
    public BrokerException(int code, String sentence, int stored) {
        super(sentence);
        this.code = code;
        this.stored = stored;
    }

    /** Returns how many of the records are known to be stored all the same. */
    public int stored() {
        return stored;
    }

    /** Returns Kafka's code. */
    public int code() {
        return code;
    }
}
