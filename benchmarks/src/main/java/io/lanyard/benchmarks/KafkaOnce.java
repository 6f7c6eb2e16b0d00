package io.lanyard.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * The floor of Event Streams, a whole process: Apache Kafka's own server, set as the sandbox sets its brokers but for who may do
 * what, started; a topic, one record, end.
 */
public final class KafkaOnce {

    private static final String USER = "org.apache.kafka.common.security.plain.PlainLoginModule required "
            + "username=\"token\" password=\"p\" user_token=\"p\";";

    private KafkaOnce() {}

    /**
     * Does it.
     *
     * @param args none
     * @throws Exception when the broker doesn't start, or refuses
     */
    public static void main(String[] args) throws Exception {
        Path files = Files.createTempDirectory("lanyard-benchmark-");
        int clients = freePort();
        int controller = freePort();
        format(files);
        var server = new KafkaRaftServer(new KafkaConfig(settings(clients, controller, files), false), Time.SYSTEM);
        server.startup();
        StreamsOnce.write(Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + clients,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                USER));
        server.shutdown();
        server.awaitShutdown();
        try (var all = Files.walk(files)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void format(Path files) throws Exception {
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .addDirectory(files.toString())
                .setMetadataLogDirectory(files.toString())
                .setControllerListenerName("CONTROLLER")
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    private static Map<String, Object> settings(int clients, int controller, Path files) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        settings.put("listeners", "CLIENT://127.0.0.1:" + clients + ",CONTROLLER://127.0.0.1:" + controller);
        settings.put("advertised.listeners", "CLIENT://127.0.0.1:" + clients);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "CLIENT");
        settings.put("listener.security.protocol.map", "CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        settings.put("log.dirs", files.toString());
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("sasl.mechanism.controller.protocol", "PLAIN");
        for (String listener : new String[] {"client", "controller"}) {
            settings.put("listener.name." + listener + ".sasl.enabled.mechanisms", "PLAIN");
            settings.put("listener.name." + listener + ".plain.sasl.jaas.config", USER);
        }
        settings.put("auto.create.topics.enable", "false");
        settings.put("controlled.shutdown.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "1");
        settings.put("metric.reporters", "");
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(topic + ".num.partitions", "1");
            settings.put(topic + ".replication.factor", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        return settings;
    }
}
