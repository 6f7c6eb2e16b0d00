// Room: sandbox / streams.
package io.lanyard.sandbox.services.streams;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A broker on its way: it starts in a thread of its own, and is closed in one; who needs it waits, but not forever. */
final class RunningBroker {
    /** How long a start is waited for; on a machine with much else to do it has taken 16 seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Broker broker;
    private final CompletableFuture<Broker> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    RunningBroker(Broker broker) {
        this.broker = broker;
    }

    int port() {
        return broker.port();
    }

    /** Starts it; {@code done} hears when that is over, and of the trouble if it failed. */
    void start(String name, Consumer<Optional<String>> done) {
        thread("event-streams-" + name, () -> {
            Optional<String> trouble = Optional.empty();
            try {
                broker.start();
                ready.complete(broker);
            } catch (BrokerException | RuntimeException | Error failed) {
                trouble = Optional.of("Its broker doesn't start: " + failed);
                ready.completeExceptionally(failed);
            }
            done.accept(trouble);
        });
    }

    Broker ready() throws BrokerException {
        try {
            return ready.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new BrokerException(-1, "The instance's broker isn't there after " + PATIENCE.toSeconds() + " s.");
        } catch (ExecutionException failed) {
            throw new BrokerException(-1, "The instance's broker didn't start: " + failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokerException(-1, "Interrupted while the instance's broker started.");
        }
    }

    /** Closes it as soon as it can be closed; returns at once. */
    void end() {
        thread("event-streams-end", () -> {
            ready.handle((there, failed) -> there).join();
            try {
                broker.close();
            } finally {
                closed.complete(null);
            }
        });
    }

    /** Waits for the end. */
    void awaitEnd() {
        closed.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(late -> null)
                .join();
    }

    private static void thread(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
