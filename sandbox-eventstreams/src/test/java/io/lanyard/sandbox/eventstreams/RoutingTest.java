// Room: sandbox-eventstreams, tests. Audit events on their way into a topic.
package io.lanyard.sandbox.eventstreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.audit.AuditClient;
import io.lanyard.audit.Location;
import io.lanyard.audit.Region;
import io.lanyard.audit.Rule;
import io.lanyard.audit.Sink;
import io.lanyard.authorizations.ActivityTracker;
import io.lanyard.authorizations.AuthorizationsClient;
import io.lanyard.core.ApiException;
import io.lanyard.identity.IdentityClient;
import io.lanyard.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Activity Tracker and a real topic. */
class RoutingTest {
    @Test
    void eventsArriveOnceAnAuthorizationIsThere() throws Throwable {
        try (var sandbox = Sandbox.start()) {
            var scene = StreamScene.in(sandbox, sandbox.account());
            scene.managers().createTopic("audit");
            var routing = new AuditClient(scene.cloud()).routing(Region.US_SOUTH);
            var sink = Sink.topic(scene.crn(), "audit", scene.brokers());
            assertThatThrownBy(() -> routing.targets().create("t", sink)).isInstanceOf(ApiException.class);

            new AuthorizationsClient(scene.cloud()).ensure(ActivityTracker.toTopic(scene.crn(), "audit"));
            var target = routing.targets().create("t", sink);
            routing.routes().create("all", Rule.of(Location.ALL).to(target.id()));
            new IdentityClient(scene.cloud())
                    .serviceIds()
                    .create(scene.account().id(), "seen-in-kafka");
            sandbox.flush();

            var records = scene.managers().read("audit", 2);
            assertThat(records).anySatisfy(record -> {
                assertThat(header(record, "type")).isEqualTo("audit");
                assertThat(header(record, "account"))
                        .isEqualTo(scene.account().id().value());
                assertThat(record.value()).contains("seen-in-kafka");
            });
        }
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
