// Room: sandbox / content.
package io.lanyard.sandbox.content;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Removes what nobody names any more, one thing after the other on a thread of its own: who takes it off the books may hold a lock
 * that others wait for, and a disk takes its time.
 */
public final class Sweeper implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Sweeper.class.getName());
    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor thread;

    /** Begins idle; a thread is there only while there is something to do. */
    public Sweeper(String name) {
        thread = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            var one = new Thread(work, name);
            one.setDaemon(true);
            return one;
        });
        thread.allowCoreThreadTimeOut(true);
    }

    /** Removes something soon; at once when it was closed before. What can't be removed stays, and is told in the log. */
    public void later(Runnable removal) {
        try {
            thread.execute(() -> remove(removal));
        } catch (RejectedExecutionException closed) {
            remove(removal);
        }
    }

    private static void remove(Runnable removal) {
        try {
            removal.run();
        } catch (RuntimeException stays) {
            LOG.log(Level.WARNING, "Something could not be removed, and stays until the sandbox ends", stays);
        }
    }

    /** Waits until everything is removed. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
