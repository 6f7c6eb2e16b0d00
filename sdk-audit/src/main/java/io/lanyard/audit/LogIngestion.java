package io.lanyard.audit;

import io.lanyard.core.call.Service;
import io.lanyard.core.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Audit: sends logs to a Cloud Logs instance ({@code /logs/v1/singles}). */
public final class LogIngestion {

    /** What the service takes in one request; it says 2 MB, and the smaller of the two readings is safe. */
    private static final int LARGEST = 2_000_000;

    private final Service ingress;

    LogIngestion(Service ingress) {
        this.ingress = ingress;
    }

    /**
     * Sends logs, in as many requests of 2 MB at most as their size takes. None is sent twice by itself: when one fails, those
     * before it have arrived. Needs {@code logs.data-ingress.send} on the instance: Sender; Reader isn't enough.
     *
     * @param lines the logs; they are looked at once, one request's worth of them in memory
     * @return how it went
     * @throws io.lanyard.core.IamException when a request fails
     * @throws IllegalArgumentException when a log alone is more than a request takes; those before it have been sent
     * @see #send(Iterable, Consumer)
     */
    public Sent send(Iterable<LogLine> lines) {
        return send(lines, nobodyCares -> {});
    }

    /**
     * Sends logs as {@link #send(Iterable)} does, and tells after each request what has arrived by then, so that whoever loses the
     * connection knows where to go on.
     *
     * @param lines    the logs; they are looked at once, one request's worth of them in memory
     * @param progress takes what has been sent so far
     * @return how it went
     * @throws io.lanyard.core.IamException when a request fails
     * @throws IllegalArgumentException when a log alone is more than a request takes; those before it have been sent
     */
    public Sent send(Iterable<LogLine> lines, Consumer<Sent> progress) {
        var batch = new Batch(progress);
        for (var line : lines) {
            var json = Json.write(line).getBytes(StandardCharsets.UTF_8);
            if (!batch.takes(json)) {
                batch.send();
            }
            batch.add(json);
        }
        batch.send();
        return batch.sent();
    }

    /**
     * Sends logs, in as many requests as their size takes.
     *
     * @param lines the logs
     * @return how it went
     * @see #send(Iterable)
     */
    public Sent send(LogLine... lines) {
        return send(List.of(lines));
    }

    /**
     * Audit: how sending went.
     *
     * @param lines    how many logs were sent
     * @param requests in how many requests
     * @param remarks  what the service had to say, such as that it dropped logs that are too old; the first hundred
     */
    public record Sent(long lines, int requests, List<String> remarks) {

        /** Copies the list. */
        public Sent {
            remarks = List.copyOf(remarks);
        }
    }

    private final class Batch {
        private static final int MOST_REMARKS = 100;

        private final Consumer<Sent> progress;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final List<String> remarks = new ArrayList<>();
        private long sent;
        private int held;
        private int requests;

        Batch(Consumer<Sent> progress) {
            this.progress = progress;
        }

        /** Whether there is room for one more, between the brackets and after a comma. */
        boolean takes(byte[] json) {
            return body.size() + json.length + 2 <= LARGEST;
        }

        Sent sent() {
            return new Sent(sent, requests, remarks);
        }

        void add(byte[] json) {
            if (!takes(json)) {
                throw new IllegalArgumentException("log number " + (sent + 1) + " has " + json.length
                        + " bytes; a request takes " + LARGEST + ", and the service no more than 32 kB of one log");
            }
            body.write(held == 0 ? '[' : ',');
            body.writeBytes(json);
            held++;
        }

        void send() {
            if (held == 0) {
                return;
            }
            body.write(']');
            var said = ingress.post("sendLogs", "/logs/v1/singles")
                    .bytes("application/json", body.toByteArray())
                    .text()
                    .strip();
            body.reset();
            sent += held;
            held = 0;
            requests++;
            if (!said.isEmpty() && !said.equals("{}") && remarks.size() < MOST_REMARKS) {
                remarks.add(said);
            }
            progress.accept(sent());
        }
    }
}
