// Room: sandbox / streams, tests. A broker whose start hangs.
package io.lanyard.sandbox.services.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** It is given up in words, and closed when it comes to. */
class RunningBrokerTest {
    private final CompletableFuture<Void> mayStart = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    @Test
    void aStartThatHangsIsGivenUpAndSaysSo() throws Exception {
        var running = new RunningBroker(stuck(), Duration.ofMillis(20));
        var told = new CompletableFuture<Optional<String>>();

        running.start("hung", told::complete);

        assertThat(told.get()).hasValue("Its broker doesn't start: it wasn't there after 0 s");
        assertThatThrownBy(running::ready)
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("it wasn't there after 0 s");
        running.end();
        assertThat(closed).isNotDone();
        mayStart.complete(null);
        closed.get();
        assertThatThrownBy(running::ready).isInstanceOf(BrokerException.class);
    }

    /** Nothing else is asked of it. */
    private Broker stuck() {
        return (Broker) Proxy.newProxyInstance(
                Broker.class.getClassLoader(), new Class<?>[] {Broker.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("start")) {
                        mayStart.join();
                    } else {
                        closed.complete(null);
                    }
                    return null;
                });
    }
}
