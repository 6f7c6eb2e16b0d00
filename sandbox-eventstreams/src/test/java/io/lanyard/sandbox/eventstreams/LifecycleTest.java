// Room: sandbox-eventstreams, tests. A broker comes and goes with its instance.
package io.lanyard.sandbox.eventstreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.resources.InstanceState;
import io.lanyard.resources.Offering;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.delivery.DeliveryException;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Begin and end. */
class LifecycleTest {
    private static final Offering LITE = Offering.plan("messagehub-lite").in("eu-gb");

    @Test
    void anInstanceIsProvisionedAndThenActive() {
        try (var sandbox = Sandbox.start()) {
            var scene = StreamScene.in(sandbox, sandbox.account());

            assertThat(scene.instance().state()).isEqualTo(InstanceState.PROVISIONING);
            assertThat(scene.instance().lastOperation().orElseThrow().state()).isEqualTo("in progress");
            scene.awaitActive();
            assertThat(scene.brokers()).startsWith("127.0.0.1:");
        }
    }

    @Test
    void whatIsRemovedLeavesNothingAndTheNeighbourStays() throws Throwable {
        Set<Path> before = files();
        try (var sandbox = Sandbox.start()) {
            var resources = new ResourcesClient(sandbox.account().cloud());
            var group = resources.groups().defaultOf(sandbox.account().id()).id();
            var neighbour = StreamScene.in(sandbox, sandbox.account());
            var lite = resources.instances().create("lite", group, LITE);
            var key = resources
                    .keys()
                    .create("k", lite.id(), k -> k.role("Manager"))
                    .credentials()
                    .orElseThrow();
            var clients = Clients.withKey(
                    key.bootstrapEndpoints().orElseThrow(),
                    key.apikey().orElseThrow().reveal());
            clients.createTopic("mine");

            resources.instances().deleteWithKeys(lite.id());

            awaitClosed(key.bootstrapEndpoints().orElseThrow());
            neighbour.managers().createTopic("theirs");
            assertThat(neighbour.managers().admin().listTopics().names().get()).containsExactly("theirs");
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void anInstanceThatWaitsForItsEndServesNobody() throws Throwable {
        try (var sandbox = Sandbox.start();
                var beside = sandbox.beside(OptionalLong.empty(), seed -> {})) {
            var scene = StreamScene.in(sandbox, sandbox.account());
            var resources = new ResourcesClient(scene.cloud());
            var owner = Clients.withKey(
                    scene.brokers(), sandbox.account().ownerKey().reveal());
            owner.createTopic("before");
            var other = StreamScene.in(beside, beside.account());
            other.managers().createTopic("beside");

            resources.instances().deleteWithKeys(scene.instance().id());

            assertThatThrownBy(() -> owner.produce("before", "x"))
                    .isInstanceOf(org.apache.kafka.common.errors.TopicAuthorizationException.class);
            assertThatThrownBy(() -> scene.door()
                            .send(
                                    TopicDoorTest.by(scene, "IBMid-1"),
                                    scene.crn().value(),
                                    "before",
                                    java.util.List.of()))
                    .isInstanceOf(DeliveryException.class)
                    .hasMessageContaining("deleted");
            sandbox.clock().advance(Duration.ofDays(8));
            new ResourcesClient(sandbox.account().cloud())
                    .instances()
                    .get(scene.instance().id());
            awaitClosed(scene.brokers());
            other.managers().createTopic("still-beside");
        }
    }

    /** The folders of this JVM's brokers: others on this machine come and go as they like. */
    private static Set<Path> files() throws IOException {
        var ours = "lanyard-eventstreams-" + ProcessHandle.current().pid() + "-";
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith(ours))
                    .collect(Collectors.toSet());
        }
    }

    private static void awaitClosed(String broker) {
        String[] parts = broker.split(":", 2);
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            try (var socket = new Socket(parts[0], Integer.parseInt(parts[1]))) {
                Thread.onSpinWait();
                assertThat(socket.isConnected()).isTrue();
            } catch (IOException closed) {
                return;
            }
        }
        throw new AssertionError(broker + " still listens");
    }
}
