// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.time.Instant;

/** How one API writes its errors. */
public interface ErrorShape {
    /** Writes the answer for a refusal; the kernel adds the headers of the refusal and the transaction id. */
    Response write(Refusal refusal, Circumstances circumstances);

    /**
     * What an error body may tell about the call.
     *
     * @param transactionId the id that the client sent, or ours
     * @param operation the operation's name, such as {@code getServiceId}; empty when no route was found
     * @param path the raw path of the request
     * @param userAgent the client's agent, empty when it sent none
     * @param origin scheme and authority of the request
     * @param peer the client's address
     * @param started when the call began, by the sandbox's clock
     * @param elapsedMillis how long it took, in real milliseconds
     */
    record Circumstances(
            String transactionId,
            String operation,
            String path,
            String userAgent,
            String origin,
            String peer,
            Instant started,
            long elapsedMillis) {}
}
