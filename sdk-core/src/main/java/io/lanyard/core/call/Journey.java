package io.lanyard.core.call;

import com.google.gson.JsonParseException;
import io.lanyard.core.ApiFailure;
import io.lanyard.core.CallEvent;
import io.lanyard.core.IamException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Core, call: one call under way. The only place where anything is sent again. */
final class Journey {

    private static final int NO_ANSWER = -1;

    private final Shared shared;
    private final Settings settings;
    private final Plan plan;
    private final @Nullable TokenSource tokens;
    private final Deadline deadline;
    private final long started;
    private int attempts;
    private int status = NO_ANSWER;
    private @Nullable String transaction;
    private @Nullable Token token;
    private boolean renewed;
    private boolean mayHaveArrived;
    private boolean handedOn;

    Journey(Shared shared, Settings settings, Plan plan, @Nullable TokenSource tokens, Deadline deadline) {
        this.shared = shared;
        this.settings = settings;
        this.plan = plan;
        this.tokens = tokens;
        this.deadline = deadline;
        this.started = shared.ambient().nanos();
    }

    <T> T travel(Decoder<T> decoder) {
        try {
            for (; ; ) {
                var result = attempt(decoder);
                if (result.value != null) {
                    shared.budget(host()).succeeded();
                    return result.value;
                }
            }
        } finally {
            if (settings.listener().isPresent()) {
                settings.listener().get().finished(event());
            }
        }
    }

    /** One attempt's result; without a value the next attempt may go, and all waits are over. */
    private record Result<T>(@Nullable T value) {}

    private <T> Result<T> attempt(Decoder<T> decoder) {
        if (Thread.currentThread().isInterrupted()) {
            throw Failures.interrupted("the thread was interrupted", event(), null);
        }
        if (tokens != null && token == null) {
            token = token(tokens);
        }
        long left = deadline.remainingNanos();
        if (left <= 0) {
            throw Failures.late(deadline, event(), null);
        }
        attempts++;
        status = NO_ANSWER;
        var call = call(left);
        long from = shared.ambient().nanos();
        ApiFailure failure;
        try (var response = call.execute()) {
            status = response.code();
            transaction = ErrorBody.transaction(response, transaction);
            boolean goneByUs = status == 404 && plan.goneIsDone() && mayHaveArrived;
            if (response.isSuccessful() || goneByUs) {
                return decode(decoder, response, from);
            }
            var read = ErrorBody.read(response, event(), shared.ambient().now());
            if (read.tooLong()) {
                call.cancel(); // what is left of it isn't worth the wait, nor the connection
            }
            failure = read.failure();
        } catch (IOException e) {
            AttemptLog.lost(plan, attempts, e, shared.ambient().nanos() - from);
            lost(e);
            return new Result<>(null);
        }
        logAnswer(from);
        refused(failure);
        return new Result<>(null);
    }

    private Call call(long left) {
        var patience = settings.attemptTimeout();
        if (plan.streamed()) {
            var listener =
                    shared.client().newBuilder().readTimeout(patience).build(); // shares connections and all else
            var call = listener.newCall(request());
            call.timeout().timeout(left, TimeUnit.NANOSECONDS);
            return call;
        }
        var call = shared.client().newCall(request());
        call.timeout().timeout(Math.min(left, patience.toNanos()), TimeUnit.NANOSECONDS);
        return call;
    }

    private Request request() {
        var request = plan.request();
        return token == null
                ? request
                : request.newBuilder().header("Authorization", token.header()).build();
    }

    private <T> Result<T> decode(Decoder<T> decoder, Response response, long from) throws IOException {
        var answer = new Answer(response);
        try {
            var result = new Result<>(decoder.decode(answer));
            logAnswer(from);
            return result;
        } catch (IOException | JsonParseException e) {
            var lost = answer.lost();
            if (lost != null) {
                // a parser takes the end of a connection for the end of the text, and says so in its own way
                handedOn = answer.isHandedOn();
                throw e instanceof IOException said ? said : new IOException(e.getMessage(), lost);
            }
            logAnswer(from);
            throw Failures.undecodable(response, event(), e);
        }
    }

    private void logAnswer(long from) {
        AttemptLog.answered(plan, attempts, status, shared.ambient().nanos() - from, transaction);
    }

    private Token token(TokenSource source) {
        try {
            return source.token(deadline);
        } catch (IamException e) {
            throw Failures.withoutToken(e, plan, deadline, event());
        }
    }

    /** Whether there is another token to try, after the service refused this one. */
    private boolean renewed() {
        var old = token;
        if (tokens == null || old == null || renewed || !plan.replayable()) {
            return false;
        }
        renewed = true;
        try {
            token = tokens.renew(old, deadline);
        } catch (IamException e) {
            throw Failures.withoutToken(e, plan, deadline, event());
        }
        return token != old;
    }

    /** The service said no: renew the token, wait for the next attempt, or give up. */
    private void refused(ApiFailure failure) {
        int code = failure.status();
        if (code == 401 && renewed()) {
            return; // authentication comes before any effect, so this repeat does no harm whatever the call is
        }
        boolean mayPass = code == 429 || (code >= 500 && code != 501);
        if (!mayPass || !plan.kind().repeats() || attempts >= settings.attempts()) {
            throw Failures.answered(failure, plan);
        }
        var asked = failure.retryAfter();
        var wait = asked.isPresent() ? asked.get() : Backoff.after(attempts, shared.ambient());
        if (!deadline.leaves(wait) || !shared.budget(host()).take()) {
            throw Failures.answered(failure, plan);
        }
        mayHaveArrived |= code >= 500; // a gateway that gave up waiting says so, too
        pause(wait);
    }

    /** The connection failed: wait for the next attempt, or give up. */
    private void lost(IOException e) {
        if (Thread.currentThread().isInterrupted()) {
            throw Failures.interrupted("interrupted while the request was under way", event(), e);
        }
        if (deadline.isOver()) {
            throw Failures.late(deadline, event(), e);
        }
        boolean neverSent = Failures.neverSent(e);
        mayHaveArrived |= !neverSent;
        boolean mayRepeat = !handedOn && (plan.kind().repeats() || (neverSent && plan.replayable()));
        var wait = Backoff.after(attempts, shared.ambient());
        if (Failures.isDistrust(e)
                || !mayRepeat
                || attempts >= settings.attempts()
                || !deadline.leaves(wait)
                || !shared.budget(host()).take()) {
            throw Failures.lost(e, plan, event());
        }
        pause(wait);
    }

    private void pause(Duration wait) {
        try {
            shared.ambient().sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.interrupted("interrupted while waiting for the next attempt", event(), e);
        }
    }

    private String host() {
        return plan.request().url().host();
    }

    private CallEvent event() {
        return new CallEvent(
                plan.operation(),
                plan.request().method(),
                plan.path(),
                status == NO_ANSWER ? OptionalInt.empty() : OptionalInt.of(status),
                Optional.ofNullable(transaction),
                attempts,
                Duration.ofNanos(shared.ambient().nanos() - started));
    }
}
