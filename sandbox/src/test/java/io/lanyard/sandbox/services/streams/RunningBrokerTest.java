// Room: sandbox / streams, tests. A broker whose start hangs, and those behind it.
package io.lanyard.sandbox.services.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** It is given up in words, and closed when it comes to. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunningBrokerTest {
    private static final CompletableFuture<Void> AT_ONCE = CompletableFuture.completedFuture(null);

    private final Semaphore turns = new Semaphore(1);
    private final CompletableFuture<Void> mayStart = new CompletableFuture<>();
    private final BlockingQueue<Object> entered = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    @Test
    void aStartThatHangsIsGivenUpAndSaysSo() throws Exception {
        var running = new RunningBroker(broker(mayStart), Duration.ofMillis(20));
        var told = new CompletableFuture<Optional<String>>();

        running.start("hung", turns, told::complete);

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

    @Test
    void brokersStartInTurns() throws Exception {
        var first = new RunningBroker(broker(mayStart), RunningBroker.PATIENCE);
        var next = new RunningBroker(broker(AT_ONCE), RunningBroker.PATIENCE);
        var told = new CompletableFuture<Optional<String>>();
        first.start("first", turns, trouble -> {});
        entered.take();

        next.start("next", turns, told::complete);
        while (!turns.hasQueuedThreads() && entered.isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(entered).isEmpty();
        mayStart.complete(null);
        assertThat(told.get()).isEmpty();
    }

    @Test
    void aHungStartGivesItsTurnUp() throws Exception {
        var hung = new RunningBroker(broker(mayStart), Duration.ofMillis(20));
        var next = new RunningBroker(broker(AT_ONCE), RunningBroker.PATIENCE);
        var told = new CompletableFuture<Optional<String>>();
        hung.start("hung", turns, trouble -> {});
        entered.take();

        next.start("next", turns, told::complete);

        assertThat(told.get()).isEmpty();
        assertThat(next.ready().port()).isEqualTo(9093);
        mayStart.complete(null);
    }

    @Test
    void anInstanceThatIsGoneBeforeItsTurnIsNotStarted() throws Exception {
        turns.acquire();
        var gone = new RunningBroker(broker(AT_ONCE), RunningBroker.PATIENCE);
        var told = new CompletableFuture<Optional<String>>();
        gone.start("gone", turns, told::complete);

        gone.end();
        turns.release();

        assertThat(told.get().orElseThrow()).contains("its instance is gone");
        closed.get();
    }

    /** Nothing else is asked of it. */
    private Broker broker(CompletableFuture<Void> starts) {
        return (Broker) Proxy.newProxyInstance(
                Broker.class.getClassLoader(), new Class<?>[] {Broker.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "start" -> {
                            entered.add(proxy);
                            starts.join();
                        }
                        case "close" -> closed.complete(null);
                        default -> {
                            return 9093;
                        }
                    }
                    return null;
                });
    }
}
