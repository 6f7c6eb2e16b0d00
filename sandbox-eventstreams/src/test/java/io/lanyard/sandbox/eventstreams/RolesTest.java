// Room: sandbox-eventstreams, tests. What each role may do, operation by operation.
package io.lanyard.sandbox.eventstreams;

import static io.lanyard.policy.RoleId.MANAGER;
import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.RoleId.WRITER;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.policy.Match;
import io.lanyard.policy.RoleId;
import io.lanyard.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** IBM's table of tasks and roles, with Kafka's clients. */
class RolesTest {
    private static final TopicPartition PLACE = new TopicPartition("work", 0);
    private static Sandbox sandbox;
    private static StreamScene scene;

    /** Something that somebody does. */
    @FunctionalInterface
    private interface Deed {
        void by(Clients clients, Admin admin) throws Throwable;
    }

    @BeforeAll
    static void start() throws Throwable {
        sandbox = Sandbox.start();
        scene = StreamScene.in(sandbox, sandbox.account());
        scene.managers().createTopic("work");
        scene.managers().createTopic("spare");
        scene.managers().produce("work", "one");
        scene.managers().readAs("workers", "work", 1);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static Map<String, Deed> deeds() {
        Map<String, Deed> deeds = new LinkedHashMap<>();
        deeds.put(
                "describe",
                (clients, admin) ->
                        Clients.got(admin.describeTopics(List.of("work")).allTopicNames()));
        deeds.put("consume", (clients, admin) -> clients.read("work", 1));
        deeds.put("consume in a group", (clients, admin) -> clients.readAs("workers", "work", 0));
        deeds.put(
                "end of a partition",
                (clients, admin) -> Clients.got(
                        admin.listOffsets(Map.of(PLACE, OffsetSpec.latest())).all()));
        deeds.put(
                "move a group",
                (clients, admin) ->
                        Clients.got(admin.alterConsumerGroupOffsets("workers", Map.of(PLACE, new OffsetAndMetadata(0)))
                                .all()));
        deeds.put(
                "describe a group",
                (clients, admin) -> Clients.got(
                        admin.describeConsumerGroups(List.of("workers")).all()));
        deeds.put(
                "describe configs",
                (clients, admin) ->
                        Clients.got(admin.describeConfigs(List.of(config())).all()));
        deeds.put(
                "see quotas",
                (clients, admin) -> Clients.got(
                        admin.describeClientQuotas(ClientQuotaFilter.all()).entities()));
        deeds.put("produce", (clients, admin) -> clients.produce("work", "more"));
        deeds.put(
                "produce without idempotence",
                (clients, admin) -> clients.also("enable.idempotence", false).produce("work", "more"));
        deeds.put("transaction", (clients, admin) -> transaction(clients));
        deeds.put(
                "fence",
                (clients, admin) ->
                        Clients.got(admin.fenceProducers(List.of("tx")).all()));
        deeds.put(
                "create",
                (clients, admin) ->
                        Clients.got(admin.createTopics(List.of(new NewTopic("mine", Optional.of(1), Optional.empty())))
                                .all()));
        deeds.put(
                "add partitions",
                (clients, admin) -> Clients.got(admin.createPartitions(Map.of("mine", NewPartitions.increaseTo(2)))
                        .all()));
        deeds.put(
                "change configs",
                (clients, admin) -> Clients.got(admin.incrementalAlterConfigs(Map.of(
                                config(),
                                List.of(new AlterConfigOp(
                                        new ConfigEntry("retention.ms", "600000"), AlterConfigOp.OpType.SET))))
                        .all()));
        deeds.put(
                "delete records",
                (clients, admin) -> Clients.got(admin.deleteRecords(Map.of(PLACE, RecordsToDelete.beforeOffset(0)))
                        .all()));
        deeds.put(
                "delete topic",
                (clients, admin) ->
                        Clients.got(admin.deleteTopics(List.of("spare")).all()));
        deeds.put(
                "set quotas",
                (clients, admin) ->
                        Clients.got(admin.alterClientQuotas(List.of(quota())).all()));
        deeds.put(
                "see log folders",
                (clients, admin) ->
                        Clients.got(admin.describeLogDirs(List.of(1)).allDescriptions()));
        deeds.put(
                "delete group",
                (clients, admin) -> Clients.got(
                        admin.deleteConsumerGroups(List.of("workers")).all()));
        return deeds;
    }

    private static ConfigResource config() {
        return new ConfigResource(ConfigResource.Type.TOPIC, "work");
    }

    private static ClientQuotaAlteration quota() {
        return new ClientQuotaAlteration(
                new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, "nobody")),
                List.of(new ClientQuotaAlteration.Op("producer_byte_rate", 1e9)));
    }

    private static void transaction(Clients clients) throws Throwable {
        try (var producer = clients.also("transactional.id", "tx").producer();
                var consumer = clients.also("group.id", "workers").consumer()) {
            producer.initTransactions();
            producer.beginTransaction();
            Clients.got(producer.send(new ProducerRecord<>("work", "in a transaction")));
            producer.sendOffsetsToTransaction(Map.of(PLACE, new OffsetAndMetadata(0)), consumer.groupMetadata());
            producer.commitTransaction();
        }
    }

    private static List<String> allowed(RoleId role) throws Throwable {
        var robot = scene.robot("robot-" + role.name());
        scene.allow(robot, role, scene.whole());
        List<String> allowed = new ArrayList<>();
        var clients = scene.clients(robot.key());
        try (var admin = clients.admin()) {
            for (var deed : deeds().entrySet()) {
                try {
                    deed.getValue().by(clients, admin);
                    allowed.add(deed.getKey());
                } catch (AuthorizationException refused) {
                    assertThat(refused.getMessage()).isNotEmpty();
                }
            }
        }
        return allowed;
    }

    @Test
    void eachRoleMayWhatIbmsTableSays() throws Throwable {
        var reader = List.of(
                "describe",
                "consume",
                "consume in a group",
                "end of a partition",
                "move a group",
                "describe a group",
                "describe configs",
                "see quotas");
        var writer = new ArrayList<>(reader);
        writer.addAll(List.of("produce", "produce without idempotence", "transaction", "fence"));

        assertThat(allowed(READER)).isEqualTo(reader);
        assertThat(allowed(WRITER)).isEqualTo(writer);
        assertThat(allowed(MANAGER)).isEqualTo(List.copyOf(deeds().keySet()));
    }

    @Test
    void namesMayHaveWildcards() throws Throwable {
        var robot = scene.robot("department");
        scene.allow(robot, READER, scene.cluster());
        scene.allow(
                robot,
                MANAGER,
                scene.whole().attribute("resourceType", "topic").attribute("resource", Match.like("Dept1_*")));
        scene.allow(robot, READER, scene.whole().attribute("resourceType", "group"));
        var clients = scene.clients(robot.key());

        clients.createTopic("Dept1_orders");
        clients.produce("Dept1_orders", "one");

        assertThat(clients.readAs("anything", "Dept1_orders", 1)).hasSize(1);
        try (var admin = clients.admin()) {
            assertThat(Clients.got(admin.listTopics().names())).containsExactly("Dept1_orders");
        }
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> clients.createTopic("Dept2_orders")))
                .isInstanceOf(AuthorizationException.class);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> clients.produce("work", "no")))
                .isInstanceOf(AuthorizationException.class);
    }
}
