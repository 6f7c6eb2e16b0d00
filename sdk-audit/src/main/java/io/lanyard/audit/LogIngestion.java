package io.lanyard.audit;

import io.lanyard.core.call.Service;
import io.lanyard.core.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Audit: sends logs to a Cloud Logs instance ({@code /logs/v1/singles}). */
public final class LogIngestion {

    /** What the service takes in one request; it says 2 MB, and the smaller of the two readings is safe. */
    private static final int LARGEST = 2_000_000;

    private final Service ingress;

    LogIngestion(Service ingress) {
        this.ingress = ingress;
    }

    /**
     * Sends logs, in as many requests as their size takes. None is sent twice by itself: when one fails, those before it have
     * arrived. Needs {@code logs.data-ingress.send} on the instance: Sender; Reader isn't enough.
     *
     * @param lines the logs; they are looked at once, one request's worth of them in memory
     * @return how it went
     * @throws io.lanyard.core.IamException when a request fails
     */
    public Sent send(Iterable<LogLine> lines) {
        var batch = new Batch();
        for (var line : lines) {
            var json = Json.write(line).getBytes(StandardCharsets.UTF_8);
            if (!batch.takes(json)) {
                batch.send();
            }
            batch.add(json);
        }
        batch.send();
        return new Sent(batch.sent, batch.requests, batch.remarks);
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

        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final List<String> remarks = new ArrayList<>();
        private long sent;
        private int held;
        private int requests;

        boolean takes(byte[] json) {
            return held == 0 || body.size() + json.length + 2 <= LARGEST;
        }

        void add(byte[] json) {
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
        }
    }
}
