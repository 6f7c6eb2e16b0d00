// Room: sandbox-eventstreams, tests. Who may do what on a real broker.
package io.lanyard.sandbox.eventstreams;

import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.RoleId.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Kafka's own Java client, with API keys. */
class EventStreamsTest {
    private static Sandbox sandbox;
    private static StreamScene scene;

    @BeforeAll
    static void start() throws Throwable {
        sandbox = Sandbox.start();
        scene = StreamScene.in(sandbox, sandbox.account());
        scene.managers().createTopic("audit");
        scene.managers().createTopic("payments");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void whatAWriterWritesAReaderReads() throws Throwable {
        var writer = scene.robot("writer");
        scene.allow(writer, WRITER, scene.whole());
        scene.managers().createTopic("greetings");

        scene.clients(writer.key()).produce("greetings", "hello");

        var reader = scene.robot("reader");
        scene.allow(reader, READER, scene.whole());
        assertThat(scene.clients(reader.key()).read("greetings", 1))
                .extracting(ConsumerRecord::value)
                .containsExactly("hello");
        assertThat(scene.clients(reader.key()).readAs("readers", "greetings", 1))
                .extracting(ConsumerRecord::value)
                .containsExactly("hello");
    }

    @Test
    void aReaderCannotWrite() {
        var reader = scene.robot("only-reader");
        scene.allow(reader, READER, scene.whole());

        assertThatThrownBy(() -> scene.clients(reader.key()).produce("audit", "no"))
                .isInstanceOf(TopicAuthorizationException.class)
                .hasMessage("Not authorized to access topics: [audit]");
        assertThat(scene.denials())
                .anySatisfy(verdict -> assertThat(List.of(verdict.subject(), verdict.operation(), verdict.action()))
                        .containsExactly(reader.iamId().value(), "Produce", "messagehub.topic.write"));
    }

    @Test
    void aWriterCannotCreateTopics() {
        var writer = scene.robot("only-writer");
        scene.allow(writer, WRITER, scene.whole());

        assertThatThrownBy(() -> scene.clients(writer.key()).createTopic("mine"))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void whatIsDoneToTopicsLeavesEvents() throws Throwable {
        var writer = scene.robot("event-writer");
        scene.allow(writer, WRITER, scene.whole());

        assertThatThrownBy(() -> scene.clients(writer.key()).createTopic("told"))
                .isInstanceOf(TopicAuthorizationException.class);
        scene.managers().createTopic("told");
        assertThatThrownBy(() -> scene.managers().createTopic("told")).isInstanceOf(TopicExistsException.class);
        try (var admin = scene.managers().admin()) {
            Clients.got(admin.createPartitions(Map.of("told", NewPartitions.increaseTo(2)))
                    .all());
            Clients.got(admin.deleteTopics(List.of("told")).all());
        }

        assertThat(sandbox.events(scene.account().id()).stream()
                        .filter(event -> event.target().name().equals("told")))
                .extracting(event -> event.action() + " " + event.outcome() + " " + event.reasonCode())
                .containsExactly(
                        "event-streams.topic.create failure 403",
                        "event-streams.topic.create success 200",
                        "event-streams.topic.create failure 409",
                        "event-streams.topic.update success 200",
                        "event-streams.topic.delete success 200");
    }

    @Test
    void aPolicyOnATopicNeedsReaderOnTheCluster() throws Throwable {
        var robot = scene.robot("half");
        scene.allow(robot, WRITER, scene.topic("audit"));

        assertThatThrownBy(() -> scene.clients(robot.key()).produce("audit", "no"))
                .isInstanceOf(TopicAuthorizationException.class);

        scene.allow(robot, READER, scene.cluster());
        scene.clients(robot.key()).produce("audit", "yes");
        assertThatThrownBy(() -> scene.clients(robot.key()).produce("payments", "no"))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void groupsAndTransactionsHaveRightsOfTheirOwn() throws Throwable {
        var robot = scene.robot("transactional");
        scene.allow(robot, READER, scene.cluster());
        scene.allow(robot, WRITER, scene.topic("payments"));
        var clients = scene.clients(robot.key());

        assertThatThrownBy(() -> clients.readAs("payers", "payments", 1))
                .isInstanceOf(GroupAuthorizationException.class);
        try (var producer = clients.also("transactional.id", "pay-1").producer()) {
            assertThatThrownBy(producer::initTransactions).isInstanceOf(TransactionalIdAuthorizationException.class);
        }

        scene.allow(robot, READER, scene.whole().resource("group", "payers"));
        scene.allow(robot, WRITER, scene.whole().resource("txnid", "pay-1"));
        try (var producer = clients.also("transactional.id", "pay-1").producer()) {
            producer.initTransactions();
            producer.beginTransaction();
            Clients.got(producer.send(new ProducerRecord<>("payments", "twelve")));
            producer.commitTransaction();
        }
        assertThat(clients.readAs("payers", "payments", 1))
                .extracting(ConsumerRecord::value)
                .containsExactly("twelve");
    }

    @Test
    void aChangeOfPoliciesCountsOnAnOpenConnection() throws Throwable {
        var robot = scene.robot("open");
        var policy = scene.allow(robot, WRITER, scene.whole());
        try (var producer = scene.clients(robot.key()).producer()) {
            Clients.got(producer.send(new ProducerRecord<>("audit", "first")));

            new io.lanyard.policy.PolicyClient(scene.cloud()).policies().delete(io.lanyard.policy.PolicyId.of(policy));

            assertThatThrownBy(() -> Clients.got(producer.send(new ProducerRecord<>("audit", "second"))))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void groupsAndBrokersAreManagedByPoliciesAndThereAreNoAccessLists() throws Throwable {
        scene.managers().createTopic("grouped");
        scene.managers().produce("grouped", "one");
        scene.managers().readAs("members", "grouped", 1);
        var broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
        var everyone = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "grouped", PatternType.LITERAL),
                new AccessControlEntry("User:*", "*", AclOperation.ALL, AclPermissionType.ALLOW));
        try (var admin = scene.managers().admin()) {
            assertThat(Clients.got(admin.listGroups().all()))
                    .anySatisfy(group -> assertThat(group.groupId()).isEqualTo("members"));
            assertThat(Clients.got(admin.describeConfigs(List.of(broker)).all()))
                    .hasSize(1);
            Clients.got(admin.deleteConsumerGroups(List.of("members")).all());
            assertThatThrownBy(() ->
                            Clients.got(admin.describeAcls(AclBindingFilter.ANY).values()))
                    .isInstanceOf(SecurityDisabledException.class);
            assertThatThrownBy(() ->
                            Clients.got(admin.createAcls(List.of(everyone)).all()))
                    .isInstanceOf(SecurityDisabledException.class);
            assertThatThrownBy(() -> Clients.got(
                            admin.deleteAcls(List.of(AclBindingFilter.ANY)).all()))
                    .isInstanceOf(SecurityDisabledException.class);
        }
        var reader = scene.robot("group-reader");
        scene.allow(reader, READER, scene.whole());
        try (var admin = scene.clients(reader.key()).admin()) {
            assertThatThrownBy(() ->
                            Clients.got(admin.describeAcls(AclBindingFilter.ANY).values()))
                    .isInstanceOf(ClusterAuthorizationException.class);
        }
    }

    @Test
    void aWrongKeyOrUserIsRefused() {
        assertThatThrownBy(() -> Clients.withKey(scene.brokers(), "no-such-key").createTopic("x"))
                .isInstanceOf(SaslAuthenticationException.class)
                .hasMessage("Authentication failed: Invalid username or password");
        var asBroker = scene.managers()
                .also(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\" password=\"x\";");
        assertThatThrownBy(() -> asBroker.createTopic("x")).isInstanceOf(SaslAuthenticationException.class);
    }
}
