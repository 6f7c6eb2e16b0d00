package io.lanyard.core.call;

import io.lanyard.core.CallEvent;
import io.lanyard.core.DeadlineException;
import io.lanyard.core.IamException;
import io.lanyard.core.IbmCloud;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Core, call: looks again and again until something has come about, which on IBM Cloud takes a while after it was ordered. One
 * deadline, the cloud's, covers all looks and the waits between them.
 */
public final class Polling {

    private final IbmCloud cloud;
    private final String operation;
    private final Supplier<String> what;
    private final Ambient ambient;
    private final Deadline deadline;
    private int looks;

    private Polling(IbmCloud cloud, String operation, Supplier<String> what) {
        this.cloud = cloud;
        this.operation = operation;
        this.what = what;
        this.ambient = cloud.pipeline().ambient();
        this.deadline = Deadline.in(cloud.pipeline().settings().deadline(), ambient);
    }

    /**
     * Looks until something is there.
     *
     * @param cloud whose deadline counts
     * @param operation what this is called, for messages
     * @param what what is waited for, as the end of "waited for …"
     * @param look looks once, with a cloud whose deadline is what is left; empty means: not yet
     * @param <T> what is looked for
     * @return what was found
     * @throws DeadlineException when it isn't there in time
     * @throws IamException whatever a look throws
     */
    public static <T> T until(IbmCloud cloud, String operation, String what, Function<IbmCloud, Optional<T>> look) {
        return until(cloud, operation, () -> what, look);
    }

    /**
     * Looks until something is there, and tells at the end of a vain wait what has been learned by then.
     *
     * @param cloud whose deadline counts
     * @param operation what this is called, for messages
     * @param what says what is waited for, as the end of "waited for …"; asked once the wait is over
     * @param look looks once, with a cloud whose deadline is what is left; empty means: not yet
     * @param <T> what is looked for
     * @return what was found
     * @throws DeadlineException when it isn't there in time
     * @throws IamException whatever a look throws
     */
    public static <T> T until(
            IbmCloud cloud, String operation, Supplier<String> what, Function<IbmCloud, Optional<T>> look) {
        return new Polling(cloud, operation, what).run(look);
    }

    private <T> T run(Function<IbmCloud, Optional<T>> look) {
        while (true) {
            looks++;
            var found = look(look);
            if (found.isPresent()) {
                return found.get();
            }
            var wait = Backoff.after(looks, ambient);
            if (!deadline.leaves(wait)) {
                throw late(null);
            }
            pause(wait);
        }
    }

    private <T> Optional<T> look(Function<IbmCloud, Optional<T>> look) {
        long left = deadline.remainingNanos();
        if (left <= 0) {
            throw late(null);
        }
        try {
            return look.apply(cloud.with(o -> o.deadline(Duration.ofNanos(left))));
        } catch (DeadlineException e) {
            throw late(e);
        }
    }

    private void pause(Duration wait) {
        try {
            ambient.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.interrupted("interrupted while waiting for " + what.get(), event(), e);
        }
    }

    private DeadlineException late(@Nullable DeadlineException cause) {
        return new DeadlineException(
                "looked " + looks + (looks == 1 ? " time" : " times") + " within "
                        + deadline.whole().toMillis() + " ms for " + what.get()
                        + ". Look again later, or allow more time with deadline(..).",
                event(),
                cause);
    }

    private CallEvent event() {
        return new CallEvent(
                operation,
                "",
                "",
                OptionalInt.empty(),
                Optional.empty(),
                looks,
                deadline.whole().minusNanos(deadline.remainingNanos()));
    }
}
