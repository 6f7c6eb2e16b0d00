package io.lanyard.workshop.terminal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Terminal: calls back once a second, so that a person sees that something is still going on. */
public interface Ticker extends AutoCloseable {

    /**
     * Starts to tick.
     *
     * @param task is called once a second, from another thread
     * @return ends the ticking
     */
    Runnable everySecond(Runnable task);

    @Override
    void close();

    /**
     * Ticks by the clock of the machine, on a daemon thread of its own.
     *
     * @return the ticker
     */
    static Ticker real() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "lanyard-progress");
            thread.setDaemon(true);
            return thread;
        });
        return new Ticker() {
            @Override
            public Runnable everySecond(Runnable task) {
                var ticking = executor.scheduleAtFixedRate(task, 1, 1, TimeUnit.SECONDS);
                return () -> ticking.cancel(false);
            }

            @Override
            public void close() {
                executor.shutdownNow();
            }
        };
    }
}
