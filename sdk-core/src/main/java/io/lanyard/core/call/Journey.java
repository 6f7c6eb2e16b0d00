package io.lanyard.core.call;

import com.google.gson.JsonParseException;
import io.lanyard.core.ApiException;
import io.lanyard.core.ApiFailure;
import io.lanyard.core.CallEvent;
import io.lanyard.core.CallInterruptedException;
import io.lanyard.core.CredentialsRejectedException;
import io.lanyard.core.DeadlineException;
import io.lanyard.core.DecodeException;
import io.lanyard.core.IamException;
import io.lanyard.core.TransportException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
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
        checkInterrupt();
        fetchToken();
        long left = deadline.remainingNanos();
        if (left <= 0) {
            throw late(null);
        }
        attempts++;
        status = NO_ANSWER;
        var request = plan.request();
        if (token != null) {
            request =
                    request.newBuilder().header("Authorization", token.header()).build();
        }
        var call = shared.client().newCall(request);
        call.timeout().timeout(Math.min(left, settings.attemptTimeout().toNanos()), TimeUnit.NANOSECONDS);
        long from = shared.ambient().nanos();
        try (var response = call.execute()) {
            status = response.code();
            transaction = ErrorBody.transaction(response, transaction);
            if (response.isSuccessful()) {
                return decode(decoder, response, from);
            }
            if (status == 404 && plan.goneIsDone() && mayHaveArrived) {
                return decode(decoder, response, from); // the attempt whose answer got lost has done it
            }
            var failure = ErrorBody.read(response, event(), shared.ambient().now());
            logAnswer(from);
            if (failure.tooLong()) {
                call.cancel(); // what is left of it isn't worth the wait, nor the connection
            }
            refused(failure.failure());
        } catch (IOException e) {
            AttemptLog.lost(plan, attempts, e, shared.ambient().nanos() - from);
            lost(e);
        }
        return new Result<>(null);
    }

    private <T> Result<T> decode(Decoder<T> decoder, Response response, long from) throws IOException {
        var answer = new Answer(response);
        try {
            var result = new Result<>(decoder.decode(answer));
            logAnswer(from);
            return result;
        } catch (IOException e) {
            if (answer.brokeOnTheWire()) {
                throw e;
            }
            logAnswer(from);
            throw undecodable(response, e);
        } catch (JsonParseException e) {
            logAnswer(from);
            throw undecodable(response, e);
        }
    }

    private void logAnswer(long from) {
        AttemptLog.answered(plan, attempts, status, shared.ambient().nanos() - from, transaction);
    }

    private void checkInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CallInterruptedException("the thread was interrupted", event(), null);
        }
    }

    private void fetchToken() {
        if (tokens == null || token != null) {
            return;
        }
        try {
            token = tokens.token(deadline);
        } catch (IamException e) {
            throw withoutToken(e);
        }
    }

    /** The service said no: renew the token, wait for the next attempt, or give up. */
    private void refused(ApiFailure failure) {
        if (failure.status() == 401 && tokens != null && token != null && !renewed && plan.replayable()) {
            renewed = true;
            var old = token;
            try {
                token = tokens.renew(old, deadline);
            } catch (IamException e) {
                throw withoutToken(e);
            }
            if (token != old) {
                return; // authentication comes before any effect, so this repeat does no harm whatever the call is
            }
        }
        boolean transientFailure = failure.status() == 429 || (failure.status() >= 500 && failure.status() != 501);
        if (!transientFailure || !mayRepeat()) {
            throw exception(failure);
        }
        var wait = failure.retryAfter().orElseGet(() -> Backoff.after(attempts, shared.ambient()));
        if (!deadline.leaves(wait) || !shared.budget(host()).take()) {
            throw exception(failure);
        }
        mayHaveArrived |= failure.status() >= 500; // a gateway that gave up waiting says so, too
        pause(wait);
    }

    /** The connection failed: wait for the next attempt, or give up. */
    private void lost(IOException e) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CallInterruptedException("interrupted while the request was under way", event(), e);
        }
        if (deadline.isOver()) {
            throw late(e);
        }
        boolean neverSent = e instanceof ConnectException
                || e instanceof UnknownHostException
                || e instanceof NoRouteToHostException;
        mayHaveArrived |= !neverSent;
        boolean hopeless = Lost.isDistrust(e);
        var wait = Backoff.after(attempts, shared.ambient());
        if (hopeless
                || attempts >= settings.attempts()
                || !((neverSent && plan.replayable()) || plan.kind().repeats())
                || !deadline.leaves(wait)
                || !shared.budget(host()).take()) {
            throw new TransportException(Lost.told(e, plan, neverSent), event(), e);
        }
        pause(wait);
    }

    private boolean mayRepeat() {
        return attempts < settings.attempts() && plan.kind().repeats();
    }

    private void pause(Duration wait) {
        try {
            shared.ambient().sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException("interrupted while waiting for the next attempt", event(), e);
        }
    }

    private ApiException exception(ApiFailure failure) {
        var told = plan.onConflict();
        return failure.status() == 409 && told != null ? told.apply(failure) : ApiException.of(failure);
    }

    private DeadlineException late(@Nullable Exception cause) {
        return new DeadlineException(
                "it was not over within " + Lost.time(deadline.whole())
                        + ". Try again later, or allow more time with deadline(..).",
                event(),
                cause);
    }

    private DecodeException undecodable(Response response, Exception e) {
        return new DecodeException(Lost.unreadable(response, e), event(), e);
    }

    /** Tells a failure to get a token as a failure of the call that needed it; many calls may share one such failure. */
    private IamException withoutToken(IamException e) {
        if (e instanceof DeadlineException) {
            return late(e);
        }
        if (e instanceof CallInterruptedException) {
            return new CallInterruptedException("interrupted while waiting for a token", event(), e);
        }
        if (!(e instanceof ApiException refused)) {
            return new TransportException("no token could be had: " + e.getMessage(), event(), e);
        }
        var failure = refused.failure();
        if (CachedTokens.isRejection(e)) {
            return new CredentialsRejectedException(
                    "no token for these credentials: " + failure.summary()
                            + ". Check that the key exists, is enabled, and belongs to this cloud.",
                    event(),
                    e);
        }
        var of = failure.call();
        var call = new CallEvent(
                "getToken for " + plan.operation(),
                of.method(),
                of.path(),
                of.status(),
                of.transactionId(),
                of.attempts(),
                event().elapsed());
        return ApiException.of(
                new ApiFailure(call, failure.status(), failure.errors(), failure.body(), failure.retryAfter()));
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
