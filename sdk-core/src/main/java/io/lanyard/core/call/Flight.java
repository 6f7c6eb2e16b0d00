package io.lanyard.core.call;

import io.lanyard.core.CallEvent;
import io.lanyard.core.CallInterruptedException;
import io.lanyard.core.DeadlineException;
import io.lanyard.core.IamException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Core, call: one request for a token, and all who wait for it. */
final class Flight {

    private static final CallEvent TOKEN = new CallEvent(
            "getToken", "POST", "/identity/token", OptionalInt.empty(), Optional.empty(), 0, Duration.ZERO);

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable Token token;
    private volatile @Nullable IamException why;

    void land(Token landed) {
        token = landed;
        over.countDown();
    }

    void crash(IamException failure) {
        why = failure;
        over.countDown();
    }

    void cancel() {
        over.countDown();
    }

    /** Waits for the token; null when whoever asked gave up for a reason of his own. */
    @Nullable Token join(Deadline deadline) {
        try {
            if (!over.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                throw new DeadlineException("no token came in time", TOKEN, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException("interrupted while waiting for a token", TOKEN, e);
        }
        var failure = why;
        if (failure != null) {
            throw failure;
        }
        return token;
    }
}
