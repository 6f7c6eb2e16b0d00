// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import io.lanyard.sandbox.services.streams.Broker;
import io.lanyard.sandbox.services.streams.BrokerMaker;
import io.lanyard.sandbox.services.streams.Gatekeeper;
import java.io.IOException;

/** Makes Kafka brokers. No class of Kafka's is loaded before the first of them starts. */
public final class KafkaBrokers implements BrokerMaker {
    /** Found by the sandbox. */
    public KafkaBrokers() {}

    @Override
    public Broker make(Gatekeeper gatekeeper) throws IOException {
        return new KafkaBroker(gatekeeper, HeldPorts.open());
    }
}
