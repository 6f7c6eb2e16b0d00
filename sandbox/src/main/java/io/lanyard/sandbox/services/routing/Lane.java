// Room: sandbox / routing. The way to one target.
package io.lanyard.sandbox.services.routing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Events for one target, in the order they came, and one thread at most that takes them there; it is borrowed while there are any.
 * Whoever leaves an event never waits for a target: when more events wait than there is room for, further ones are counted as
 * dropped. A target that keeps up, but is behind, makes callers pause a moment ({@link #pause}), so that none is dropped for speed
 * alone; a target that is stuck makes nobody pause.
 */
final class Lane {
    /** How many events wait at most. */
    static final int ROOM = 20_000;

    /** From how many on callers pause. */
    static final int BEHIND = 5_000;

    private static final Logger LOG = System.getLogger(Lane.class.getName());
    /** How long an event's sender pauses at most, whatever number of targets is behind. */
    static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long STUCK = TimeUnit.SECONDS.toNanos(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Condition progress = lock.newCondition();
    private final ArrayDeque<Emitted> waiting = new ArrayDeque<>();
    private final Map<String, Long> failed = new TreeMap<>();
    private final Map<String, Long> dropped = new TreeMap<>();
    private final Executor threads;
    private final Delivery delivery;
    private volatile TargetEntry target;
    private volatile int size;
    private volatile long lastProgress = System.nanoTime();
    private long taken;
    private long settled;
    private long wanted;
    private long delivered;
    private boolean working;
    private boolean closed;
    private boolean writable = true;
    private @Nullable Failure lastFailure;

    Lane(TargetEntry target, Delivery delivery, Executor threads) {
        this.target = target;
        this.delivery = delivery;
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
                dropped.merge(closed ? "target_deleted" : "queue_full", 1L, Long::sum);
                return;
            }
            waiting.addLast(event);
            size = waiting.size();
            taken++;
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

    /** Gives a target that is behind a moment to catch up, and returns how many nanoseconds of it are left for others. */
    long pause(long most) {
        if (size < BEHIND) {
            return most;
        }
        var left = most;
        lock.lock();
        try {
            while (left > 0 && size >= BEHIND && System.nanoTime() - lastProgress < STUCK) {
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
            wanted = taken;
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
            var until = taken;
            var left = limit.toNanos();
            while (settled < until) {
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
            return new Tally(
                    target,
                    delivered,
                    Map.copyOf(failed),
                    Map.copyOf(dropped),
                    (int) (taken - settled),
                    writable,
                    Optional.ofNullable(lastFailure));
        } finally {
            lock.unlock();
        }
    }

    /** Notes what a write test came to. */
    void tested(Optional<Failure> failure) {
        lock.lock();
        try {
            writable = failure.isEmpty();
            failure.ifPresent(last -> lastFailure = last);
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try {
            for (var batch = next(); !batch.isEmpty(); batch = next()) {
                var outcome = Outcome.BROKEN_OFF;
                try {
                    outcome = deliver(batch);
                } finally {
                    settle(batch.size(), outcome);
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
                    && wanted <= settled
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
            var patience = System.nanoTime() + (writable ? delivery.patience().toNanos() : 0);
            var failure = delivery.deliver(target, batch);
            while (failure.isPresent() && delivery.mayPass(failure.get()) && System.nanoTime() < patience && waits()) {
                failure = delivery.deliver(target, batch);
            }
            return new Outcome(failure.map(Failure::word), failure);
        } catch (RuntimeException | Error accident) { // an error too: whoever waits for these events would wait forever
            LOG.log(Level.ERROR, "The sandbox failed to deliver to target " + target.id(), accident);
            return Outcome.BROKEN_OFF;
        }
    }

    private void arrived(int count) {
        if (count == 0) {
            return;
        }
        if (delivery.arrives()) {
            delivered += count;
        } else {
            dropped.merge("not_simulated", (long) count, Long::sum);
        }
    }

    /** How a batch ended: the word it is counted under when it didn't arrive, and why. */
    private record Outcome(Optional<String> word, Optional<Failure> failure) {
        static final Outcome BROKEN_OFF = new Outcome(Optional.of("error"), Optional.empty());

        /** How many of so many arrived. */
        int arrived(int count) {
            return word.isEmpty() ? count : failure.map(Failure::arrived).orElse(0);
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

    private void settle(int count, Outcome outcome) {
        lock.lock();
        try {
            settled += count;
            lastProgress = System.nanoTime();
            var there = outcome.arrived(count);
            outcome.word().ifPresent(word -> failed.merge(word, (long) count - there, Long::sum));
            arrived(there);
            writable = outcome.word().isEmpty();
            outcome.failure().ifPresent(failure -> lastFailure = failure);
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
