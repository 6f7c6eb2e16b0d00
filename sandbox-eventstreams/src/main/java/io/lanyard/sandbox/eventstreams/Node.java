// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import io.lanyard.sandbox.services.streams.Gatekeeper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.network.KafkaChannel;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.controller.Controller;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.fault.FaultHandler;
import org.slf4j.LoggerFactory;
import scala.runtime.BoxedUnit;

/** A Kafka node: broker and controller in one. Unlike Kafka's own server it never ends the JVM that it is in. */
final class Node {
    private static final Logger LOG = System.getLogger(Node.class.getName());
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private final ControllerServer controller;
    private final BrokerServer broker;

    private Node(ControllerServer controller, BrokerServer broker) {
        this.controller = controller;
        this.broker = broker;
    }

    /** Makes one that doesn't run yet. */
    static Node of(Map<String, Object> settings, HeldPorts ports, Path files, Gatekeeper gatekeeper) throws Exception {
        staysInside();
        format(files);
        var config = new KafkaConfig(settings, false);
        var prepared = KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(Node.class), "");
        var quorum = config.quorumConfig();
        var shared = new SharedServer(
                config,
                prepared._1(),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(quorum.voters())),
                List.of(),
                (name, fatal, action) -> fault(name, action),
                (listener, address, queue, buffer) -> take(ports, address.getPort()));
        var watched = new ControllerServer(shared, KafkaRaftServer.configSchema(), prepared._2()) {
            @Override
            public void controller_$eq(Controller controller) {
                super.controller_$eq(TopicWatch.before(controller, gatekeeper));
            }
        };
        return new Node(watched, new BrokerServer(shared));
    }

    /** Starts it, and returns when it serves. */
    void start() {
        try {
            controller.startup();
            broker.startup();
        } catch (RuntimeException | Error failed) {
            stop();
            throw failed;
        }
    }

    /**
     * Has each client of the calling network thread that is about to log in tell its address to its {@link PlainLogin}: a channel
     * that is asked for its principal asks {@link VisitorPrincipals}, who is told the address.
     */
    void tellAddresses() {
        broker.socketServer()
                .dataPlaneAcceptors()
                .values()
                .forEach(acceptor -> acceptor.processors().foreach(processor -> {
                    if (processor.thread() == Thread.currentThread()) {
                        processor.selector().channels().stream()
                                .filter(channel -> !channel.ready())
                                .forEach(KafkaChannel::principal);
                    }
                    return BoxedUnit.UNIT;
                }));
    }

    /** Kafka ends its process when a disk is full, say. This one isn't its own. */
    private static void staysInside() {
        Exit.Procedure refuse = (status, message) -> {
            throw new IllegalStateException("a Kafka broker of the sandbox gave up: " + message);
        };
        Exit.setExitProcedure(refuse);
        Exit.setHaltProcedure(refuse);
    }

    private static void format(Path files) throws Exception {
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .addDirectory(files.toString())
                .setMetadataLogDirectory(files.toString())
                .setControllerListenerName(NodeSettings.CONTROLLER)
                .setPrintStream(NOWHERE)
                .run();
    }

    private static FaultHandler fault(String name, Runnable action) {
        return (message, cause) -> {
            LOG.log(Level.WARNING, "Kafka: " + name + ": " + message, cause);
            action.run();
            return new IllegalStateException(message, cause);
        };
    }

    private static ServerSocketChannel take(HeldPorts ports, int port) {
        try {
            return ports.take(port);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Tells whether there is a topic. */
    boolean has(String topic) {
        return broker.metadataCache().contains(topic);
    }

    void stop() {
        broker.shutdown();
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
    }
}
