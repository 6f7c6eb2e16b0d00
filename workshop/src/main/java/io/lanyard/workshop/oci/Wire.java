package io.lanyard.workshop.oci;

/** Registry client: hears of each finished exchange; never of a body, never of a credential. */
@FunctionalInterface
public interface Wire {
    /** Hears nothing. */
    Wire SILENT = (method, path, status, transactionId) -> {};

    /**
     * Takes notice of an exchange.
     *
     * @param method the HTTP method
     * @param path the path, without the query
     * @param status the HTTP status; 0 if there was no answer
     * @param transactionId what the registry calls it; empty if it didn't say
     */
    void exchanged(String method, String path, int status, String transactionId);
}
