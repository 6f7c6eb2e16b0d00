// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import io.lanyard.sandbox.services.streams.BrokerException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.protocol.Errors;

/** Waits for the broker, but not forever, and says what went wrong in the sandbox's words. */
final class Waiting {
    static final Duration LIMIT = Duration.ofSeconds(30);

    private Waiting() {}

    static <T> T on(Future<T> answer) throws BrokerException {
        try {
            return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new BrokerException(Errors.forException(cause).code(), String.valueOf(cause.getMessage()));
        } catch (TimeoutException late) {
            throw new BrokerException(
                    Errors.REQUEST_TIMED_OUT.code(), "The broker didn't answer within " + LIMIT.toSeconds() + " s.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokerException(-1, "Interrupted while the broker was asked.");
        }
    }
}
