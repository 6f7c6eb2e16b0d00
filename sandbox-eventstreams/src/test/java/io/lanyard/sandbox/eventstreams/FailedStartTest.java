// Room: sandbox-eventstreams, tests. A broker that can't start.
package io.lanyard.sandbox.eventstreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.ApiException;
import io.lanyard.resources.InstanceState;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.services.streams.Broker;
import io.lanyard.sandbox.services.streams.BrokerException;
import io.lanyard.sandbox.services.streams.BrokerMaker;
import io.lanyard.sandbox.services.streams.Gatekeeper;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The ports of the broker are closed before it starts. */
class FailedStartTest {
    /** Found by the sandbox of this test alone. */
    public static final class Closed implements BrokerMaker {
        /** Found. */
        public Closed() {}

        @Override
        public Broker make(Gatekeeper gatekeeper) throws IOException {
            var ports = HeldPorts.open();
            ports.close();
            var broker = new KafkaBroker(gatekeeper, ports);
            assertThatThrownBy(broker::topics)
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("isn't running");
            assertThatThrownBy(() -> broker.append("t", List.of())).isInstanceOf(BrokerException.class);
            assertThat(new Gatekeepers.Post(gatekeeper, "secret", () -> {}).toString())
                    .doesNotContain("secret");
            assertThat(Gatekeepers.of(Map.of(Gatekeepers.SETTING, "another"))).isEmpty();
            return broker;
        }
    }

    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isToldInWordsAndLeavesTheJvmAlone(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("maker"), Closed.class.getName());
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(new ClassLoader(before) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return name.equals("META-INF/services/" + BrokerMaker.class.getName())
                        ? Collections.enumeration(List.of(file.toUri().toURL()))
                        : super.getResources(name);
            }
        });
        try (var sandbox = Sandbox.start()) {
            var account = sandbox.account();
            var resources = new ResourcesClient(account.cloud());
            var group = resources.groups().defaultOf(account.id()).id();
            var made = resources.instances().create("broken", group, StreamScene.STREAMS);
            while (resources.instances().get(made.id()).state().equals(InstanceState.PROVISIONING)) {
                Thread.onSpinWait();
            }

            assertThat(resources.instances().get(made.id()).state()).isEqualTo(InstanceState.of("failed"));
            assertThatThrownBy(() -> resources.keys().create("k", made.id()))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("failed to start");
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
