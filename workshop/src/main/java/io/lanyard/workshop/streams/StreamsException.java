package io.lanyard.workshop.streams;

/** Streams: a broker refused, or did not answer; the message says who was asked for what, and what to look at. */
public final class StreamsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean refusal;
    private final String sentence;

    StreamsException(String message, boolean refusal, Throwable cause) {
        super(message, cause);
        this.refusal = refusal;
        this.sentence = String.valueOf(cause.getMessage());
    }

    /**
     * Gives the broker's own words.
     *
     * @return one sentence
     */
    public String sentence() {
        return sentence;
    }

    /**
     * Tells whether the broker understood, and said no.
     *
     * @return false when it did not answer, or in an unexpected way
     */
    public boolean refusal() {
        return refusal;
    }
}
