// Room: sandbox / streams.
package io.lanyard.sandbox.services.streams;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A broker on its way: it starts in a thread of its own, and is closed in one; who needs it waits, but not forever. */
final class RunningBroker {
    /** How long a start is waited for; on a machine that had much else to do it has taken a minute. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Broker broker;
    private final Duration patience;
    private final CompletableFuture<Broker> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> startOver = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile boolean ending;

    RunningBroker(Broker broker, Duration patience) {
        this.broker = broker;
        this.patience = patience;
    }

    int port() {
        return broker.port();
    }

    /**
     * Starts it when its turn has come; {@code done} hears when that is over, and of the trouble if it failed or took too long. One
     * that comes to after all is closed when its instance ends, and serves nobody.
     *
     * @param turns how many may start at once: all at once, they would all be late
     */
    void start(String name, Semaphore turns, Consumer<Optional<String>> done) {
        thread("event-streams-" + name, () -> {
            turns.acquireUninterruptibly();
            Optional<String> trouble;
            try {
                thread("event-streams-start-" + name, this::startNow);
                trouble = trouble();
            } finally {
                turns.release();
            }
            done.accept(trouble.map(why -> "Its broker doesn't start: " + why));
        });
    }

    private void startNow() {
        try {
            if (ending) {
                throw new BrokerException(-1, "its instance is gone");
            }
            broker.start();
            ready.complete(broker);
        } catch (BrokerException | RuntimeException | Error failed) {
            ready.completeExceptionally(failed);
        } finally {
            startOver.complete(null);
        }
    }

    private Optional<String> trouble() {
        try {
            ready.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException failed) {
            return Optional.of(String.valueOf(failed.getCause()));
        } catch (TimeoutException late) {
            var why = "it wasn't there after " + patience.toSeconds() + " s";
            ready.completeExceptionally(new BrokerException(-1, why));
            return Optional.of(why);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of("nobody waits for it any more");
        }
    }

    Broker ready() throws BrokerException {
        try {
            return ready.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new BrokerException(-1, "The instance's broker isn't there after " + patience.toSeconds() + " s.");
        } catch (ExecutionException failed) {
            throw new BrokerException(-1, "The instance's broker didn't start: " + failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokerException(-1, "Interrupted while the instance's broker started.");
        }
    }

    /** Closes it as soon as it can be closed; returns at once. */
    void end() {
        ending = true;
        thread("event-streams-end", () -> {
            startOver.join();
            try {
                broker.close();
            } finally {
                closed.complete(null);
            }
        });
    }

    /** Waits for the end, but for a start that hangs no longer than that would be waited for. */
    void awaitEnd() {
        closed.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(late -> null)
                .join();
    }

    private static void thread(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
