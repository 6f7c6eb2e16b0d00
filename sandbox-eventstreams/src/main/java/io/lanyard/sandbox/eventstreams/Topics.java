// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import io.lanyard.sandbox.services.streams.Broker.Setting;
import io.lanyard.sandbox.services.streams.Broker.Topic;
import io.lanyard.sandbox.services.streams.BrokerException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** The administrator of the service itself. */
final class Topics {
    private final Admin admin;

    Topics(Admin admin) {
        this.admin = admin;
    }

    List<Topic> all() throws BrokerException {
        return facts(Waiting.on(admin.listTopics().names()));
    }

    Topic one(String name) throws BrokerException {
        return facts(List.of(name)).get(0);
    }

    private List<Topic> facts(Collection<String> names) throws BrokerException {
        var described = Waiting.on(admin.describeTopics(names).allTopicNames());
        var configs = Waiting.on(
                admin.describeConfigs(names.stream().map(Topics::config).toList())
                        .all());
        return described.values().stream()
                .map(topic -> new Topic(
                        topic.name(),
                        topic.partitions().size(),
                        topic.partitions().get(0).replicas().size(),
                        values(Optional.ofNullable(configs.get(config(topic.name()))))))
                .sorted(Comparator.comparing(Topic::name))
                .toList();
    }

    private static Map<String, String> values(Optional<Config> config) {
        return config.stream()
                .flatMap(all -> all.entries().stream())
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static ConfigResource config(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    void create(String name, int partitions, Map<String, String> configs) throws BrokerException {
        var topic = new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(configs);
        Waiting.on(admin.createTopics(List.of(topic)).all());
    }

    void delete(String name) throws BrokerException {
        Waiting.on(admin.deleteTopics(List.of(name)).all());
    }

    void configure(String name, Map<String, String> set, Set<String> reset) throws BrokerException {
        List<AlterConfigOp> changes = Stream.concat(
                        set.entrySet().stream()
                                .map(entry -> change(entry.getKey(), entry.getValue(), AlterConfigOp.OpType.SET)),
                        reset.stream().map(config -> change(config, "", AlterConfigOp.OpType.DELETE)))
                .toList();
        Waiting.on(admin.incrementalAlterConfigs(Map.of(config(name), changes)).all());
    }

    private static AlterConfigOp change(String config, String value, AlterConfigOp.OpType how) {
        return new AlterConfigOp(new ConfigEntry(config, value), how);
    }

    void grow(String name, int partitions) throws BrokerException {
        Waiting.on(admin.createPartitions(Map.of(name, NewPartitions.increaseTo(partitions)))
                .all());
    }

    void deleteRecords(String name, Map<Integer, Long> before) throws BrokerException {
        Map<TopicPartition, RecordsToDelete> offsets = new HashMap<>();
        before.forEach((partition, offset) ->
                offsets.put(new TopicPartition(name, partition), RecordsToDelete.beforeOffset(offset)));
        Waiting.on(admin.deleteRecords(offsets).all());
    }

    String clusterId() throws BrokerException {
        return Waiting.on(admin.describeCluster().clusterId());
    }

    /** Returns what the broker is set to. */
    Map<String, Setting> brokerSettings() throws BrokerException {
        var broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
        var settings = Waiting.on(admin.describeConfigs(List.of(broker)).all()).get(broker);
        return Optional.ofNullable(settings).stream()
                .flatMap(all -> all.entries().stream())
                .collect(Collectors.toMap(ConfigEntry::name, Topics::setting));
    }

    private static Setting setting(ConfigEntry entry) {
        Optional<String> value = entry.isSensitive() ? Optional.empty() : Optional.ofNullable(entry.value());
        return new Setting(value, entry.isSensitive(), entry.source().name());
    }
}
