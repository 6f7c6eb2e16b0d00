package io.lanyard.workshop.oci;

import org.jspecify.annotations.Nullable;

/** Registry client: a registry said no, did not answer, or answered with something else than it should. */
public final class OciException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String sentence;
    private final String transactionId;

    /**
     * Says what is wrong with content.
     *
     * @param sentence what is wrong, and what to do about it
     */
    public OciException(String sentence) {
        this(sentence, null);
    }

    OciException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.status = 0;
        this.code = "";
        this.sentence = sentence;
        this.transactionId = "";
    }

    OciException(String operation, int status, RegistryError error, String transactionId) {
        super(operation + ": " + status + " " + error.code() + " " + error.message()
                + (transactionId.isEmpty() ? "" : " (transaction " + transactionId + ")"));
        this.status = status;
        this.code = error.code();
        this.sentence = error.message();
        this.transactionId = transactionId;
    }

    /**
     * Tells whether the registry understood and said no.
     *
     * @return true for 401 and 403, and for the 400 that IBM's token service gives a key that it doesn't know
     */
    public boolean refusal() {
        return status == 401 || status == 403 || (status == 400 && !code.equals(RegistryError.UNKNOWN));
    }

    /**
     * Gives the HTTP status.
     *
     * @return the status, or 0 if there was no answer or the answer was not what it should be
     */
    public int status() {
        return status;
    }

    /**
     * Gives the code in the answer's body.
     *
     * @return for example {@code DENIED}; empty if there was none
     */
    public String code() {
        return code;
    }

    /**
     * Gives the registry's own sentence.
     *
     * @return the sentence, without operation, status and transaction id
     */
    public String sentence() {
        return sentence;
    }

    /**
     * Gives what the registry calls this exchange.
     *
     * @return the transaction id; empty if it didn't say
     */
    public String transactionId() {
        return transactionId;
    }
}
