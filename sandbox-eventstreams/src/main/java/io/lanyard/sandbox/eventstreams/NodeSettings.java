// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What a node is set to: one that is broker and controller, with as few threads and internal partitions as will do. */
final class NodeSettings {
    static final String CLIENTS = "CLIENT";
    static final String CONTROLLER = "CONTROLLER";
    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";";

    private NodeSettings() {}

    static Map<String, Object> of(String broker, String secret, HeldPorts ports, Path files) {
        String clients = CLIENTS + "://127.0.0.1:" + ports.clientsPort();
        String controller = CONTROLLER + "://127.0.0.1:" + ports.controllerPort();
        Map<String, Object> settings = new HashMap<>(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@127.0.0.1:" + ports.controllerPort(),
                "listeners",
                clients + "," + controller,
                "advertised.listeners",
                clients,
                "controller.listener.names",
                CONTROLLER,
                "inter.broker.listener.name",
                CLIENTS,
                "listener.security.protocol.map",
                CLIENTS + ":SASL_PLAINTEXT," + CONTROLLER + ":SASL_PLAINTEXT",
                "log.dirs",
                files.toString()));
        settings.put(Gatekeepers.SETTING, broker);
        settings.put("principal.builder.class", VisitorPrincipals.class.getName());
        settings.put("create.topic.policy.class.name", TopicWidth.class.getName());
        logins(settings, secret);
        small(settings);
        return settings;
    }

    /** Clients by key or token; the controller's listener is for the broker alone. */
    private static void logins(Map<String, Object> settings, String secret) {
        String itself = LOGIN.formatted(Gatekeepers.ITSELF, secret);
        settings.putAll(Map.of(
                "authorizer.class.name", AskingAuthorizer.class.getName(),
                "sasl.mechanism.inter.broker.protocol", "PLAIN",
                "sasl.mechanism.controller.protocol", "PLAIN",
                "listener.name.client.sasl.enabled.mechanisms", "PLAIN,OAUTHBEARER",
                "listener.name.client.plain.sasl.jaas.config", itself,
                "listener.name.client.oauthbearer.sasl.jaas.config",
                        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;",
                "listener.name.client.oauthbearer.sasl.server.callback.handler.class", TokenLogin.class.getName(),
                "listener.name.client.oauthbearer.connections.max.reauth.ms", "3600000",
                "listener.name.controller.sasl.enabled.mechanisms", "PLAIN",
                "listener.name.controller.plain.sasl.jaas.config", itself));
    }

    private static void small(Map<String, Object> settings) {
        settings.putAll(Map.of(
                "auto.create.topics.enable", "false",
                "controlled.shutdown.enable", "false",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.threads", "1",
                "log.cleaner.dedupe.buffer.size", "2097152",
                "num.network.threads", "1",
                "num.io.threads", "2",
                "background.threads", "2",
                "num.recovery.threads.per.data.dir", "1",
                "metric.reporters", ""));
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(topic + ".num.partitions", "1");
            settings.put(topic + ".replication.factor", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
    }

    /** What a client of ours needs to come in as the broker itself. */
    static Map<String, Object> ownClient(String secret, int port) {
        return new HashMap<>(Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + port,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                LOGIN.formatted(Gatekeepers.ITSELF, secret),
                "enable.metrics.push",
                "false",
                "metric.reporters",
                ""));
    }
}
