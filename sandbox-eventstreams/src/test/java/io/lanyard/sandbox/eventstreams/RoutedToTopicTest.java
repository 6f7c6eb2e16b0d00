// Room: sandbox-eventstreams, tests. Events that were routed to a topic, read back by Kafka's client.
package io.lanyard.sandbox.eventstreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.audit.AuditClient;
import io.lanyard.audit.AuditEvent;
import io.lanyard.audit.EventRouting;
import io.lanyard.audit.Location;
import io.lanyard.audit.Region;
import io.lanyard.audit.Rule;
import io.lanyard.audit.Sink;
import io.lanyard.authorizations.ActivityTracker;
import io.lanyard.authorizations.AuthorizationsClient;
import io.lanyard.core.InvalidRequestException;
import io.lanyard.identity.IdentityClient;
import io.lanyard.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoutedToTopicTest {
    private static Sandbox sandbox;
    private static StreamScene scene;
    private static EventRouting routing;
    private static AuthorizationsClient authorizations;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        scene = StreamScene.in(sandbox, sandbox.account());
        routing = new AuditClient(scene.cloud()).routing(Region.US_SOUTH);
        authorizations = new AuthorizationsClient(scene.cloud());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static Sink sink(String topic) {
        return Sink.topic(scene.crn(), topic, scene.brokers().split(",", -1));
    }

    @Test
    void oneRecordAnEventArrivesWithIbmsHeadersInOrder() throws Throwable {
        scene.managers().createTopic("audit");
        refused("audit");

        var authorization = authorizations.ensure(ActivityTracker.toTopic(scene.crn(), "audit"));
        var target = routing.targets().create("audit", sink("audit"));
        routing.routes().create("all", Rule.of(Location.GLOBAL).to(target.id()));
        var identity = new IdentityClient(scene.cloud());
        IntStream.range(0, 20)
                .forEach(n -> identity.serviceIds().create(scene.account().id(), "robot-" + n));
        assertThat(sandbox.flush()).isTrue();

        var records = scene.managers().read("audit", 21);
        var events = records.stream()
                .filter(record -> header(record, "type").equals("audit"))
                .toList();
        assertThat(header(records.get(0), "type")).isEqualTo("write-test");
        assertThat(events).allSatisfy(record -> {
            assertThat(header(record, "account")).isEqualTo(scene.account().id().value());
            assertThat(header(record, "region")).isEqualTo("us-south");
            assertThat(header(record, "location")).isEqualTo("global");
        });
        assertThat(created(events))
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(n -> "robot-" + n).toList());

        // a topic without its cluster is none
        authorizations.delete(authorization.companions().get(0).id());
        var broken = routing.targets().validate(target.id());
        authorizations.ensure(ActivityTracker.toEventStreams(scene.account().id()));
        assertThat(broken.isWritable()).isFalse();
        assertThat(broken.writeStatus().reasonForLastFailure().orElseThrow())
                .startsWith("The service could not write to the Event Streams topic that is configured.");
        assertThat(routing.targets().validate(target.id()).isWritable()).isTrue();
    }

    private static List<String> created(List<ConsumerRecord<String, String>> records) {
        return records.stream()
                .map(record -> AuditEvent.read(record.value()).orElseThrow())
                .filter(event -> event.action().equals("iam-identity.account-serviceid.create"))
                .map(event -> event.target().orElseThrow().name().orElseThrow())
                .toList();
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static void refused(String topic) {
        assertThatThrownBy(() -> routing.targets().create(topic, sink(topic)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("could not write to the Event Streams topic that is configured.");
    }
}
