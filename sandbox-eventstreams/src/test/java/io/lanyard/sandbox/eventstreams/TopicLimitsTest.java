// Room: sandbox-eventstreams, tests. What Kafka's own protocol lets nobody do to topics.
package io.lanyard.sandbox.eventstreams;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.sandbox.Sandbox;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A Manager of the instance, with Kafka's administration client. */
class TopicLimitsTest {
    private static Sandbox sandbox;
    private static StreamScene scene;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        scene = StreamScene.in(sandbox, sandbox.account());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void aTopicIsNotWiderThanAThousandPartitions() throws Throwable {
        scene.managers().createTopic("narrow");
        scene.managers().createTopic("other");
        try (var admin = scene.managers().admin()) {
            assertThatThrownBy(() -> Clients.got(
                            admin.createTopics(List.of(topic("wide", 1_001))).all()))
                    .isInstanceOf(PolicyViolationException.class)
                    .hasMessage("A topic has no more than 1000 partitions, not 1001.");
            var grown = admin.createPartitions(
                            Map.of("narrow", NewPartitions.increaseTo(1_000_000), "other", NewPartitions.increaseTo(2)))
                    .values();

            assertThatThrownBy(() -> Clients.got(requireNonNull(grown.get("narrow"))))
                    .isInstanceOf(InvalidPartitionsException.class)
                    .hasMessage("A topic has no more than 1000 partitions, not 1000000.");
            Clients.got(requireNonNull(grown.get("other")));
            assertThat(partitions(admin, "narrow")).isEqualTo(1);
            var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (partitions(admin, "other") != 2 && System.nanoTime() < end) {
                Thread.onSpinWait(); // what the controller has done the broker hears a moment later
            }
            assertThat(partitions(admin, "other")).isEqualTo(2);
        }
        assertThat(told("narrow")).containsExactly("create success 200", "update failure 400");
        assertThat(told("other")).containsExactly("create success 200", "update success 200");
        assertThat(told("wide")).containsExactly("create failure 400");
    }

    private static int partitions(Admin admin, String topic) throws Throwable {
        var there = Clients.got(admin.describeTopics(List.of(topic)).allTopicNames());
        return requireNonNull(there.get(topic)).partitions().size();
    }

    @Test
    void theBrokersOwnTopicsStayAsTheyAre() throws Throwable {
        scene.managers().createTopic("read");
        scene.managers().produce("read", "one");
        scene.managers().readAs("readers", "read", 1);
        var offsets = "__consumer_offsets";
        try (var admin = scene.managers().admin()) {
            assertThatThrownBy(() ->
                            Clients.got(admin.deleteTopics(List.of(offsets)).all()))
                    .isInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() -> Clients.got(admin.createPartitions(Map.of(offsets, NewPartitions.increaseTo(9)))
                            .all()))
                    .isInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() -> Clients.got(
                            admin.incrementalAlterConfigs(retention(offsets)).all()))
                    .isInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() -> Clients.got(
                            admin.createTopics(List.of(topic("__mine", 1))).all()))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
        assertThatThrownBy(() -> scene.managers().produce(offsets, "x"))
                .isInstanceOf(TopicAuthorizationException.class);
        assertThat(scene.denials())
                .anySatisfy(verdict -> assertThat(verdict.explain()).contains("the broker's own"));
        scene.managers().readAs("readers", "read", 0);
    }

    @Test
    void eventsSayWhatBecameOfAChange() throws Throwable {
        try (var admin = scene.managers().admin()) {
            Clients.got(admin.createTopics(List.of(topic("dry", 1)), new CreateTopicsOptions().validateOnly(true))
                    .all());
            Clients.got(admin.createTopics(List.of(topic("told", 3))).all());
            assertThatThrownBy(() -> Clients.got(
                            admin.createTopics(List.of(topic("told", 1))).all()))
                    .isInstanceOf(TopicExistsException.class);
            assertThatThrownBy(() -> Clients.got(admin.createPartitions(Map.of("told", NewPartitions.increaseTo(2)))
                            .all()))
                    .isInstanceOf(InvalidPartitionsException.class);
            Clients.got(admin.incrementalAlterConfigs(retention("told")).all());
            Clients.got(admin.deleteTopics(List.of("told")).all());
        }

        assertThat(told("dry")).isEmpty();
        assertThat(told("told"))
                .containsExactly(
                        "create success 200",
                        "create failure 409",
                        "update failure 400",
                        "update success 200",
                        "delete success 200");
    }

    private static Map<ConfigResource, Collection<AlterConfigOp>> retention(String topic) {
        return Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, topic),
                List.of(new AlterConfigOp(new ConfigEntry("retention.ms", "60000"), AlterConfigOp.OpType.SET)));
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty());
    }

    private static List<String> told(String topic) {
        return sandbox.events(scene.account().id()).stream()
                .filter(event -> event.target().name().equals(topic))
                .map(event -> event.action().replace("event-streams.topic.", "") + " " + event.outcome() + " "
                        + event.reasonCode())
                .toList();
    }
}
