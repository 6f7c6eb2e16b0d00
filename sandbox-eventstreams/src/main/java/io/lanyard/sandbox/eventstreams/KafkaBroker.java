// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import io.lanyard.sandbox.delivery.TopicDoor.Message;
import io.lanyard.sandbox.services.streams.Broker;
import io.lanyard.sandbox.services.streams.BrokerException;
import io.lanyard.sandbox.services.streams.ByteRates;
import io.lanyard.sandbox.services.streams.ConsumerGroups;
import io.lanyard.sandbox.services.streams.Gatekeeper;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** The broker of one instance: a node with its files, and the two clients through which the service itself uses it. */
final class KafkaBroker implements Broker {
    private static final Logger LOG = System.getLogger(KafkaBroker.class.getName());

    private final String id = UUID.randomUUID().toString();
    private final String secret = secret();
    private final HeldPorts ports;
    private final Gatekeeper gatekeeper;
    private volatile @Nullable Node node;
    private volatile @Nullable Running running;

    private record Running(Node node, Path files, Appending appending, Admin admin) {
        Topics topics() {
            return new Topics(admin);
        }
    }

    KafkaBroker(Gatekeeper gatekeeper, HeldPorts ports) {
        this.gatekeeper = gatekeeper;
        this.ports = ports;
    }

    private static String secret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public int port() {
        return ports.clientsPort();
    }

    @Override
    public void start() throws BrokerException {
        Gatekeepers.station(id, new Gatekeepers.Post(gatekeeper, secret, this::tellAddresses));
        Quiet.kafka();
        PlainLogin.register();
        BrokerFolder.sweepOnce();
        try {
            Path files = BrokerFolder.make();
            try {
                var made = Node.of(NodeSettings.of(id, secret, ports, files), ports, files, gatekeeper);
                node = made;
                made.start();
                running = running(made, files);
            } catch (Exception | Error failed) {
                BrokerFolder.remove(files);
                throw failed;
            }
        } catch (Exception failed) {
            throw new BrokerException(-1, "Kafka says: " + failed);
        }
    }

    /** A node whose clients can't be made is of no use, and nobody else would stop it. */
    private Running running(Node node, Path files) {
        try {
            var appending = new Appending(NodeSettings.ownClient(secret, port()));
            return new Running(node, files, appending, Admin.create(NodeSettings.ownClient(secret, port())));
        } catch (RuntimeException | Error failed) {
            node.stop();
            throw failed;
        }
    }

    /** Clients come in before the start is over. */
    private void tellAddresses() {
        var now = node;
        if (now != null) {
            now.tellAddresses();
        }
    }

    @Override
    public void append(String topic, List<Message> messages) throws BrokerException {
        if (!there().node().has(topic)) {
            throw new BrokerException(BrokerException.NO_SUCH_TOPIC, "The instance has no topic '" + topic + "'.");
        }
        there().appending().append(topic, messages);
    }

    @Override
    public List<Topic> topics() throws BrokerException {
        return there().topics().all();
    }

    @Override
    public Optional<Topic> topic(String name) throws BrokerException {
        return there().node().has(name) ? Optional.of(there().topics().one(name)) : Optional.empty();
    }

    @Override
    public void create(String name, int partitions, Map<String, String> configs) throws BrokerException {
        there().topics().create(name, partitions, configs);
    }

    @Override
    public void delete(String name) throws BrokerException {
        there().topics().delete(name);
    }

    @Override
    public void configure(String name, Map<String, String> set, Set<String> reset) throws BrokerException {
        there().topics().configure(name, set, reset);
    }

    @Override
    public void grow(String name, int partitions) throws BrokerException {
        there().topics().grow(name, partitions);
    }

    @Override
    public void deleteRecords(String name, Map<Integer, Long> before) throws BrokerException {
        there().topics().deleteRecords(name, before);
    }

    @Override
    public Place write(String topic, Entry entry) throws BrokerException {
        return there().appending().write(topic, entry);
    }

    @Override
    public ConsumerGroups groups() throws BrokerException {
        return new Groups(there().admin());
    }

    @Override
    public ByteRates rates() throws BrokerException {
        return new Rates(there().admin());
    }

    @Override
    public String clusterId() throws BrokerException {
        return there().topics().clusterId();
    }

    @Override
    public Map<String, Setting> settings() throws BrokerException {
        return there().topics().brokerSettings();
    }

    private Running there() throws BrokerException {
        var now = running;
        if (now == null) {
            throw new BrokerException(-1, "The broker isn't running.");
        }
        return now;
    }

    @Override
    public void close() {
        var before = running;
        running = null;
        node = null; // the instance's world remembers this broker until it ends
        if (before != null) {
            before.appending().close();
            before.admin().close(Duration.ZERO);
            before.node().stop();
            BrokerFolder.remove(before.files());
        }
        Gatekeepers.leave(id);
        try {
            ports.close();
        } catch (IOException closed) {
            LOG.log(Level.DEBUG, "A socket was closed already", closed);
        }
    }
}
