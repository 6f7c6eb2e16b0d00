package io.lanyard.core.call;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Core, call: how many repeats a host is good for. Each costs one; each success gives a tenth back. When a service is down for
 * everybody, the repeats of all callers end together, and it is not buried under them.
 */
final class RetryBudget {

    private static final int REPEAT = 10;
    private static final int FULL = 50 * REPEAT;

    private final AtomicInteger tenths = new AtomicInteger(FULL);

    boolean take() {
        for (; ; ) {
            int now = tenths.get();
            if (now < REPEAT) {
                return false;
            }
            if (tenths.compareAndSet(now, now - REPEAT)) {
                return true;
            }
        }
    }

    void succeeded() {
        int now = tenths.get();
        if (now < FULL) { // full is the rule, and then there is nothing to write
            tenths.compareAndSet(now, now + 1);
        }
    }
}
