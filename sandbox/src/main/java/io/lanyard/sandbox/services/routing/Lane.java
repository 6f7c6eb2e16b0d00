// Room: sandbox / routing. The way to one target.
package io.lanyard.sandbox.services.routing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Events for one target, in the order they came, and one thread at most that takes them there; it is borrowed while there are any.
 * Whoever leaves an event never waits for a target: when more events wait than there is room for, further ones are counted as
 * dropped. While a target is behind, and moves, calls pause before they answer ({@link #pause}), so that none is dropped for speed
 * alone; a target that is stuck makes nobody pause.
 */
final class Lane {
    /** How many events wait at most. */
    static final int ROOM = 20_000;

    /** From how many on calls pause. */
    static final int BEHIND = 5_000;

    private static final Logger LOG = System.getLogger(Lane.class.getName());
    private static final long STUCK = TimeUnit.SECONDS.toNanos(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Condition progress = lock.newCondition();
    private final ArrayDeque<Emitted> waiting = new ArrayDeque<>();
    private final Counts counts;
    private final Executor threads;
    private final Delivery delivery;
    private volatile TargetEntry target;
    private volatile int size;
    private volatile long lastProgress = System.nanoTime();
    private long wanted;
    private boolean working;
    private boolean closed;

    Lane(TargetEntry target, Delivery delivery, Executor threads) {
        this.target = target;
        this.delivery = delivery;
        this.counts = new Counts(delivery.arrives());
        this.threads = threads;
    }

    /** The target as it is now. */
    TargetEntry target() {
        return target;
    }

    /** Changes the target: what waits goes to the new place. */
    void target(TargetEntry changed) {
        target = changed;
    }

    /** Takes an event along. */
    void add(Emitted event) {
        lock.lock();
        try {
            if (closed || waiting.size() >= ROOM) {
                counts.drop(closed ? "target_deleted" : "queue_full");
                return;
            }
            waiting.addLast(event);
            size = waiting.size();
            counts.take();
            if (!working) {
                start();
            } else if (delivery.isEnough(waiting.size())) {
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void start() {
        try {
            working = true;
            lastProgress = System.nanoTime();
            threads.execute(this::work);
        } catch (RejectedExecutionException ended) {
            working = false; // the sandbox closes
        }
    }

    /** Tells whether too many wait, and it is worth waiting for them. */
    boolean isBehind() {
        return size >= BEHIND && System.nanoTime() - lastProgress < STUCK;
    }

    /** Gives a target that is behind a moment to catch up, and returns how many nanoseconds of it are left for others. */
    long pause(long most) {
        if (!isBehind()) {
            return most;
        }
        var left = most;
        lock.lock();
        try {
            while (left > 0 && isBehind()) {
                left = progress.awaitNanos(left);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            left = 0;
        } finally {
            lock.unlock();
        }
        return left;
    }

    /** Has everything that waits now delivered at once, without waiting for it. */
    void hurry() {
        lock.lock();
        try {
            wanted = counts.taken();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything taken so far is delivered or counted; false when that takes longer than it may. */
    boolean flush(Duration limit) {
        hurry();
        lock.lock();
        try {
            var until = counts.taken();
            var left = limit.toNanos();
            while (counts.settled() < until) {
                if (left <= 0) {
                    return false;
                }
                left = progress.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more; what waits is still delivered, at once. */
    void close() {
        lock.lock();
        try {
            closed = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Tells how it fares. */
    Tally tally() {
        lock.lock();
        try {
            return counts.tally(target);
        } finally {
            lock.unlock();
        }
    }

    /** Notes what a write test came to. */
    void tested(Optional<Failure> failure) {
        lock.lock();
        try {
            counts.tested(failure);
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try {
            for (var batch = next(); !batch.isEmpty(); batch = next()) {
                var outcome = Outcome.brokenOff(batch.size());
                try {
                    outcome = deliver(batch);
                } finally {
                    settle(outcome);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt(); // the sandbox closes
        } catch (RuntimeException | Error accident) {
            giveUp();
            throw accident;
        }
    }

    /** Whatever ended the work, the next event has somebody begin it anew. */
    private void giveUp() {
        lock.lock();
        try {
            working = false;
        } finally {
            lock.unlock();
        }
    }

    /** The events to deliver next; none when there are none, and then the thread is given back. */
    private List<Emitted> next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = delivery.gathers().toNanos();
            while (left > 0
                    && !waiting.isEmpty()
                    && !closed
                    && wanted <= counts.settled()
                    && !delivery.isEnough(waiting.size())) {
                left = news.awaitNanos(left);
            }
            var batch = new ArrayList<Emitted>(Math.min(waiting.size(), delivery.most()));
            while (batch.size() < delivery.most()
                    && !waiting.isEmpty()
                    && (batch.isEmpty() || delivery.together(batch.get(0), waiting.getFirst()))) {
                batch.add(waiting.removeFirst());
            }
            size = waiting.size();
            working = !batch.isEmpty();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private Outcome deliver(List<Emitted> batch) throws InterruptedException {
        try {
            var patience = System.nanoTime() + (writable() ? delivery.patience().toNanos() : 0);
            var failure = delivery.deliver(target, batch);
            while (failure.isPresent() && delivery.mayPass(failure.get()) && System.nanoTime() < patience && waits()) {
                failure = delivery.deliver(target, batch);
            }
            return Outcome.of(batch.size(), failure);
        } catch (RuntimeException | Error accident) { // an error too: whoever waits for these events would wait forever
            LOG.log(Level.ERROR, "The sandbox failed to deliver to target " + target.id(), accident);
            return Outcome.brokenOff(batch.size());
        }
    }

    private boolean writable() {
        lock.lock();
        try {
            return counts.writable();
        } finally {
            lock.unlock();
        }
    }

    /** Waits before the next try; false when there is to be none. */
    private boolean waits() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = delivery.pause().toNanos();
            while (left > 0 && !closed) {
                left = news.awaitNanos(left);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void settle(Outcome outcome) {
        lock.lock();
        try {
            counts.settle(outcome);
            lastProgress = System.nanoTime();
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
