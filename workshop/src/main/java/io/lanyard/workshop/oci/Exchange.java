package io.lanyard.workshop.oci;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Registry client: One exchange with a registry, tried again a few times when the line breaks or the registry asks to wait. All that
 * this client sends may be sent twice: an upload that was begun and not finished is forgotten by the registry.
 */
final class Exchange {
    private static final int ATTEMPTS = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final OkHttpClient http;
    private final Wire wire;
    private final Pause pause;

    Exchange(OkHttpClient http, Wire wire, Pause pause) {
        this.http = http;
        this.wire = wire;
        this.pause = pause;
    }

    /** Waits between two attempts; a test doesn't. */
    @FunctionalInterface
    interface Pause {
        void forThe(Duration time) throws InterruptedException;
    }

    /** Sends, and gives any answer, also a refusal. */
    Answer send(String operation, Request request) {
        var wait = FIRST_WAIT;
        for (int attempt = 1; ; attempt++) {
            try {
                var answer = once(request);
                var asked = askedToWait(answer, wait);
                if (asked.isEmpty() || attempt == ATTEMPTS) {
                    return answer;
                }
                pause(operation, asked.get());
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new OciException(
                            operation + ": no complete answer from "
                                    + request.url().host() + ":"
                                    + request.url().port() + " in " + ATTEMPTS + " attempts (" + e.getMessage()
                                    + "); is the registry running and the address right?",
                            e);
                }
                pause(operation, wait);
            }
            wait = wait.multipliedBy(2);
        }
    }

    private Answer once(Request request) throws IOException {
        int status = 0;
        String id = "";
        try (Response response = http.newCall(request).execute()) {
            var body = response.body().source();
            body.request(MOST_BYTES);
            if (body.getBuffer().size() >= MOST_BYTES) {
                throw new OciException("the registry sends more than " + MOST_BYTES + " bytes for one blob");
            }
            var answer = new Answer(response.code(), response.headers(), body.readByteArray());
            status = answer.status();
            id = answer.transactionId();
            return answer;
        } finally {
            wire.exchanged(request.method(), request.url().encodedPath(), status, id);
        }
    }

    private static Optional<Duration> askedToWait(Answer answer, Duration otherwise) {
        if (answer.status() != 429 && answer.status() != 503) {
            return Optional.empty();
        }
        var seconds = answer.header("Retry-After");
        if (!seconds.matches("[0-9]{1,6}")) {
            return Optional.of(otherwise);
        }
        var wanted = Duration.ofSeconds(Long.parseLong(seconds));
        return wanted.compareTo(LONGEST_WAIT) > 0 ? Optional.empty() : Optional.of(wanted);
    }

    private void pause(String operation, Duration time) {
        try {
            pause.forThe(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OciException(operation + ": interrupted", e);
        }
    }
}
