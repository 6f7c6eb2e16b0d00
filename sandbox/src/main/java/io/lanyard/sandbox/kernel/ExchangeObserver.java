// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

/** Sees every exchange after it was answered: tests check them against the contracts. Must be safe for several threads. */
@FunctionalInterface
public interface ExchangeObserver {
    /** Tells of one exchange; throwing breaks the call, so that a test sees it. */
    void observed(Exchange exchange);

    /**
     * One request and its answer.
     *
     * @param service the service's name; empty when no route was found
     * @param operation the operation's id; empty when no route was found
     * @param request the request; its body was read
     * @param requestBody the request's body; empty for streamed ones
     * @param response the answer
     */
    @SuppressWarnings("ArrayRecordComponent") // read-only, compared by nobody
    record Exchange(String service, String operation, Request request, byte[] requestBody, Response response) {}
}
