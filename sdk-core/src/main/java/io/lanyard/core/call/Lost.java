package io.lanyard.core.call;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Response;

/** Core, call: tells what went wrong below HTTP, or in an answer that said yes. */
final class Lost {

    private Lost() {}

    static String told(IOException e, Plan plan, boolean neverSent) {
        var where = plan.request().url().host() + ":" + plan.request().url().port();
        if (e instanceof UnknownHostException) {
            return "the host " + plan.request().url().host() + " is unknown. Check the URL and the network.";
        }
        if (e instanceof ConnectException) {
            return "nobody answers at " + where + ". Check the URL and the network.";
        }
        if (e instanceof InterruptedIOException && "timeout".equals(e.getMessage())) {
            return "no answer from " + where + " in time. " + next(plan, neverSent);
        }
        if (isDistrust(e)) {
            return where + " shows a certificate that this machine does not trust. Check the URL and the trust store.";
        }
        var why = Objects.requireNonNullElse(e.getMessage(), e.toString());
        return "the connection to " + where + " failed: " + why + ". " + next(plan, neverSent);
    }

    /** Whether the other side could not prove who it is, which the next attempt will not change. */
    static boolean isDistrust(IOException e) {
        return e instanceof SSLPeerUnverifiedException
                || (e instanceof SSLHandshakeException && e.getCause() instanceof CertificateException);
    }

    private static String next(Plan plan, boolean neverSent) {
        return neverSent || plan.kind().repeats()
                ? "Try again later."
                : "It may have taken effect: look before you repeat it.";
    }

    static String unreadable(Response response, Exception e) {
        var type = Objects.requireNonNullElse(response.header("Content-Type"), "no content type");
        return "the service said " + response.code() + ", but the answer (" + type + ") cannot be read: "
                + e.getMessage() + ". Check the service's URL; if it is right, report this with the transaction id.";
    }

    static String time(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
