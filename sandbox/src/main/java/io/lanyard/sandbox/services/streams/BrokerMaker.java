// Room: sandbox / streams.
package io.lanyard.sandbox.services.streams;

import java.io.IOException;

/** Makes brokers. {@link java.util.ServiceLoader} finds it in the artifact {@code io.lanyard:lanyard-sandbox-eventstreams}. */
@FunctionalInterface
public interface BrokerMaker {
    /**
     * Opens a port on loopback for a broker, and returns at once: whoever connects before it was started waits for that.
     *
     * @param gatekeeper asked who somebody is, and what he may do
     * @throws IOException when there is no port
     */
    Broker make(Gatekeeper gatekeeper) throws IOException;
}
