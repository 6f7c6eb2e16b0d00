package io.lanyard.core.call;

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
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Core, call: tells what went wrong with a call. Apart from {@link Journey}, so that a process whose calls go well never loads
 * what it takes to tell of failures.
 */
final class Failures {

    /** How the token service says that a list of allowed IP addresses leaves out the caller's. */
    private static final String NOT_FROM_HERE = "SIM_IP_NOT_ALLOWED";

    private static final String OPEN_THE_LIST =
            "The key is right; this address isn't allowed: call from one that is, or add this one to the list from there.";
    private static final String CHECK_THE_KEY = "Check that the key exists, is enabled, and belongs to this cloud.";

    private Failures() {}

    static IamException answered(ApiFailure failure, Plan plan) {
        var told = plan.onConflict();
        return failure.status() == 409 && told != null ? told.apply(failure) : ApiException.of(failure);
    }

    static IamException interrupted(String when, CallEvent event, @Nullable Exception cause) {
        return new CallInterruptedException(when, event, cause);
    }

    static IamException late(Deadline deadline, CallEvent event, @Nullable Exception cause) {
        return new DeadlineException(
                "it was not over within " + time(deadline.whole())
                        + ". Try again later, or allow more time with deadline(..).",
                event,
                cause);
    }

    static IamException undecodable(Response response, CallEvent event, Exception cause) {
        var type = Objects.requireNonNullElse(response.header("Content-Type"), "no content type");
        return new DecodeException(
                "the service said " + response.code() + ", but the answer (" + type + ") cannot be read: "
                        + cause.getMessage()
                        + ". Check the service's URL; if it is right, report this with the transaction id.",
                event,
                cause);
    }

    /** Whether the request cannot have reached anybody. */
    static boolean neverSent(IOException e) {
        return e instanceof ConnectException
                || e instanceof UnknownHostException
                || e instanceof NoRouteToHostException;
    }

    /** Whether the other side could not prove who it is, which the next attempt will not change. */
    static boolean isDistrust(IOException e) {
        return e instanceof SSLPeerUnverifiedException
                || (e instanceof SSLHandshakeException && e.getCause() instanceof CertificateException);
    }

    static IamException lost(IOException e, Plan plan, CallEvent event) {
        return new TransportException(told(e, plan), event, e);
    }

    /** Tells a failure to get a token as a failure of the call that needed it; many calls may share one such failure. */
    static IamException withoutToken(IamException e, Plan plan, Deadline deadline, CallEvent event) {
        if (e instanceof DeadlineException) {
            return late(deadline, event, e);
        }
        if (e instanceof CallInterruptedException) {
            return interrupted("interrupted while waiting for a token", event, e);
        }
        if (!(e instanceof ApiException refused)) {
            return new TransportException("no token could be had: " + story(e), tokenCall(e, event), e);
        }
        var failure = refused.failure();
        if (CachedTokens.isRejection(e)) {
            var said = failure.summary();
            return new CredentialsRejectedException(
                    "no token for these credentials: " + said + (said.endsWith(".") ? " " : ". ")
                            + (said.contains(NOT_FROM_HERE) ? OPEN_THE_LIST : CHECK_THE_KEY),
                    tokenCall(e, event),
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
                event.elapsed());
        return ApiException.of(
                new ApiFailure(call, failure.status(), failure.errors(), failure.body(), failure.retryAfter()));
    }

    /** The call as it stands when it never began: what there is of evidence is that of its token. */
    private static CallEvent tokenCall(IamException e, CallEvent event) {
        return new CallEvent(
                event.operation(),
                event.method(),
                event.path(),
                event.status(),
                e.transactionId(),
                e.attempts(),
                event.elapsed());
    }

    /** What a failure tells, without its operation in front and its evidence behind, which the one that tells it again has too. */
    private static String story(IamException e) {
        var message = Objects.requireNonNullElse(e.getMessage(), "");
        var opening = e.operation() + " failed: ";
        var end = message.endsWith("]") ? message.lastIndexOf(" [") : message.length();
        return message.startsWith(opening) ? message.substring(opening.length(), end) : message;
    }

    private static String told(IOException e, Plan plan) {
        var where = plan.request().url().host() + ":" + plan.request().url().port();
        if (e instanceof UnknownHostException) {
            return "the host " + plan.request().url().host() + " is unknown. Check the URL and the network.";
        }
        if (e instanceof ConnectException) {
            return "nobody answers at " + where + ". Check the URL and the network.";
        }
        if (isDistrust(e)) {
            return where + " shows a certificate that this machine does not trust. Check the URL and the trust store.";
        }
        var next = neverSent(e) || plan.kind().repeats()
                ? "Try again later."
                : "It may have taken effect: look before you repeat it.";
        if (e instanceof InterruptedIOException && "timeout".equals(e.getMessage())) {
            return "no answer from " + where + " in time. " + next;
        }
        var why = Objects.requireNonNullElse(e.getMessage(), e.toString());
        return "the connection to " + where + " failed: " + why + ". " + next;
    }

    private static String time(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
