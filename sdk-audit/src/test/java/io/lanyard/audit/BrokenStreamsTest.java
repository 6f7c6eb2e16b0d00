// Audit, tests: streams of results that break off, go on for ever, or are stopped from this side.
package io.lanyard.audit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.lanyard.audit.QueriesTest.entry;
import static io.lanyard.audit.QueriesTest.results;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.CallInterruptedException;
import io.lanyard.core.DeadlineException;
import io.lanyard.core.DecodeException;
import io.lanyard.core.TransportException;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BrokenStreamsTest extends Wired {

    private static final Query WHO = Query.lucene("action:\"iam-am.policy.create\"");
    private static final String BEGINNING = ": success\n" + results(entry("one"));

    @Test
    void doesNotTakeAResultWithoutAnEnd() {
        streams(results(entry("one"), entry("x".repeat(3 << 20))));

        assertThatThrownBy(() -> audit.logs(LOGS).query(WHO, entry -> {}))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("one result alone has more than 2097152 characters");
    }

    @Test
    void anEmptyAnswerIsNotNoResults() {
        for (var nothing : List.of("", ": success\n\n")) {
            streams(nothing);

            assertThatThrownBy(() -> audit.logs(LOGS).query(WHO, entry -> {}))
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining("breaks off after 0");
        }
    }

    @Test
    void takesAnyNumberOfResultsInOneEvent() {
        streams(results(Collections.nCopies(3, entry("x".repeat(1 << 20))).toArray(String[]::new)));

        assertThat(audit.logs(LOGS).query(WHO, entry -> {}).results()).isEqualTo(3);
    }

    @Test
    void endsWithTheDeadlineHoweverLongTheAnswerGoesOn() {
        goesOnForEver();
        var hurried = new AuditClient(
                cloud.with(o -> o.deadline(Duration.ofSeconds(2)).attemptTimeout(Duration.ofMinutes(1))));
        var texts = new ArrayList<String>();

        assertThatThrownBy(() -> hurried.logs(LOGS).query(WHO, entry -> texts.add(entry.userData())))
                .isInstanceOf(DeadlineException.class)
                .hasMessageContaining("not over within 2 s");
    }

    @Test
    void stopsWhenTheThreadIsToldTo() {
        goesOnForEver();
        var patient = new AuditClient(cloud.with(o -> o.attempts(3)));

        assertThatThrownBy(() -> patient.logs(LOGS)
                        .query(WHO, entry -> Thread.currentThread().interrupt()))
                .isInstanceOf(CallInterruptedException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(wire.getAllServeEvents()).hasSize(1);
    }

    @Test
    void doesNotBeginAgainWhenTheConnectionIsLostAfterAResult() throws Exception {
        try (var server = new Breaking(BEGINNING)) {
            var texts = new ArrayList<String>();

            assertThatThrownBy(() -> server.logs().query(WHO, entry -> texts.add(entry.userData())))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("the connection to 127.0.0.1")
                    .hasMessageContaining("the stream of results breaks off after 1 of them");

            assertThat(texts).containsExactly("one");
            assertThat(server.served).hasValue(1);
        }
    }

    @Test
    void beginsAgainWhenTheConnectionIsLostBeforeTheFirst() throws Exception {
        try (var server = new Breaking(": success\n")) {
            assertThatThrownBy(() -> server.logs().query(WHO, entry -> {})).isInstanceOf(TransportException.class);

            assertThat(server.served).hasValue(2);
        }
    }

    @Test
    void beginsAgainWithAListWhateverCameBefore() throws Exception {
        try (var server = new Breaking(BEGINNING)) {
            assertThatThrownBy(() -> server.logs().query(WHO)).isInstanceOf(TransportException.class);

            assertThat(server.served).hasValue(2);
        }
    }

    private static void goesOnForEver() {
        wire.stubFor(any(anyUrl())
                .willReturn(stream(BEGINNING + ":keep-alive\n".repeat(10_000)).withChunkedDribbleDelay(1_000, 60_000)));
    }

    /** Says yes, tells so much of its answer, and hangs up in the middle of it. */
    private final class Breaking implements AutoCloseable {
        final AtomicInteger served = new AtomicInteger();
        private final ServerSocket socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        private final String told;

        Breaking(String told) throws IOException {
            this.told = told;
            var thread = new Thread(this::serve, "breaking-server");
            thread.setDaemon(true);
            thread.start();
        }

        CloudLogs logs() {
            var patient = cloud.with(o -> o.attempts(2).endpoint("logs", "http://127.0.0.1:" + socket.getLocalPort()));
            return new AuditClient(patient).logs(LOGS);
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (var connection = socket.accept()) {
                    readRequest(connection.getInputStream());
                    served.incrementAndGet();
                    connection.getOutputStream().write(answer().getBytes(UTF_8));
                    connection.shutdownOutput();
                } catch (IOException e) {
                    // the test is over, or the client was faster
                }
            }
        }

        private String answer() {
            return String.join(
                    "\r\n",
                    List.of(
                            "HTTP/1.1 200 OK",
                            "Content-Type: text/event-stream",
                            "Transfer-Encoding: chunked",
                            "",
                            Integer.toHexString(told.length()),
                            told,
                            ""));
        }

        private void readRequest(java.io.InputStream in) throws IOException {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new EOFException("the client went away");
                }
                head.append((char) next);
            }
            var length = head.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
            in.readNBytes(Integer.parseInt(length));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
