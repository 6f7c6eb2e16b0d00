// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import io.lanyard.sandbox.services.streams.Broker;
import io.lanyard.sandbox.services.streams.BrokerMaker;
import io.lanyard.sandbox.services.streams.Gatekeeper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes Kafka brokers. No class of Kafka's is loaded before the first of them starts. */
public final class KafkaBrokers implements BrokerMaker {
    private final AtomicBoolean swept = new AtomicBoolean();

    /** Found by the sandbox. */
    public KafkaBrokers() {}

    @Override
    public Broker make(Gatekeeper gatekeeper) throws IOException {
        if (!swept.getAndSet(true)) {
            BrokerFolder.sweep(Path.of(System.getProperty("java.io.tmpdir")));
        }
        return new KafkaBroker(gatekeeper, HeldPorts.open());
    }
}
