package io.lanyard.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Core, tests: time, memory and patience have an end. The clock here is the real one, because sockets know no other. */
@Timeout(90)
class LimitsTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void aServerThatNeverAnswersIsLeftAtTheDeadline() throws Exception {
        try (var bench = new Bench(
                RawServer.Exchange::hang,
                o -> o.ambient(io.lanyard.core.call.Ambient.real()).deadline(SHORT))) {
            assertThatThrownBy(bench::get)
                    .isInstanceOfSatisfying(
                            DeadlineException.class,
                            e -> assertThat(e.elapsed()).isBetween(SHORT, SHORT.plusSeconds(20)))
                    .hasMessageContaining("it was not over within 300 ms");
        }
    }

    @Test
    void anAnswerThatDripsForeverIsLeftAtTheDeadline() throws Exception {
        try (var server = new RawServer(exchange -> {
                    exchange.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{\"a\r\n");
                    exchange.socket.setSoTimeout(10);
                    for (; ; ) { // the client never sends another byte, so this read is the pause between two drops
                        try {
                            int unused = exchange.socket.getInputStream().read();
                            return;
                        } catch (SocketTimeoutException e) {
                            exchange.raw("1\r\nx\r\n");
                        }
                    }
                });
                var cloud = IbmCloud.create(o -> o.endpoint("iam", server.url()).deadline(SHORT))) {
            assertThatThrownBy(() -> cloud.raw().get("iam", "/drip"))
                    .isInstanceOfSatisfying(
                            DeadlineException.class,
                            e -> assertThat(e.elapsed()).isBetween(SHORT, SHORT.plusSeconds(20)));
        }
    }

    @Test
    void oneAttemptThatHangsLeavesTimeForAnother() throws Exception {
        var first = new AtomicReference<Object>();
        try (var bench = new Bench(
                exchange -> {
                    if (first.compareAndSet(null, exchange)) {
                        exchange.hang();
                    } else {
                        exchange.json(200, Bench.THING);
                    }
                },
                o -> o.attemptTimeout(SHORT))) {
            assertThat(bench.get()).isEqualTo(new Bench.Thing("x"));
        }
    }

    @Test
    void tenMebibytesOfErrorCostAtMost256KibibytesAndAreNotKept() throws Exception {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var piece = new byte[64 * 1024];
        Arrays.fill(piece, (byte) 'x');
        try (var bench = new Bench(
                exchange -> {
                    exchange.raw("HTTP/1.1 400 No\r\nContent-Length: 10485760\r\n\r\n{\"errors\":[{\"message\":\"");
                    for (int i = 0; i < 160; i++) {
                        exchange.out().write(piece);
                    }
                },
                o -> o.attempts(1))) {
            failing(bench); // loads the classes
            failing(bench);

            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            var failure = failing(bench);
            long cost = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

            assertThat(cost).isLessThan(256 * 1024);
            assertThat(failure.failure().body()).hasSizeLessThanOrEqualTo(64 * 1024);
            assertThat(failure.getMessage()).hasSizeLessThan(1500).startsWith("getThing failed: 400");
        }
    }

    private static ApiException failing(Bench bench) {
        try {
            bench.get();
        } catch (ApiException e) {
            return e;
        }
        throw new AssertionError("it went well");
    }

    @Test
    void anInterruptDuringAWaitEndsTheCallAndStaysSet() throws Exception {
        try (var bench = new Bench(exchange -> {
            exchange.json(503, "{}");
        })) {
            var told = new AtomicReference<Throwable>();
            var flag = new AtomicReference<Boolean>();
            var caller = new Thread(() -> {
                try {
                    bench.cloud.with(o -> o.listener(event -> {})).raw().get("iam", "/x");
                } catch (IamException e) {
                    told.set(e);
                    flag.set(Thread.currentThread().isInterrupted());
                }
            });
            bench.world.interruptsAtFirstWait();
            caller.start();
            caller.join();

            assertThat(told.get()).isInstanceOf(CallInterruptedException.class);
            assertThat(flag.get()).isTrue();
            assertThat(bench.server.requests()).hasSize(1);
        }
    }

    @Test
    void anInterruptDuringARequestCancelsItAndStaysSet() throws Exception {
        var arrived = new CountDownLatch(1);
        var gone = new CountDownLatch(1);
        try (var bench = new Bench(exchange -> {
            arrived.countDown();
            int end = exchange.socket.getInputStream().read();
            if (end < 0) {
                gone.countDown();
            }
            exchange.close();
        })) {
            var told = new AtomicReference<Throwable>();
            var flag = new AtomicReference<Boolean>();
            var caller = new Thread(() -> {
                try {
                    bench.get();
                } catch (IamException e) {
                    told.set(e);
                    flag.set(Thread.currentThread().isInterrupted());
                }
            });
            caller.start();
            arrived.await();
            caller.interrupt();
            caller.join();

            assertThat(told.get())
                    .isInstanceOf(CallInterruptedException.class)
                    .hasMessageContaining("interrupted while the request was under way");
            assertThat(flag.get()).isTrue();
            assertThat(gone.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(bench.server.requests()).hasSize(1);
        }
    }

    @Test
    void cancellingAFutureCancelsItsRequest() throws Exception {
        var arrived = new CountDownLatch(1);
        var gone = new CountDownLatch(1);
        try (var bench = new Bench(exchange -> {
            arrived.countDown();
            int end = exchange.socket.getInputStream().read();
            if (end < 0) {
                gone.countDown();
            }
            exchange.close();
        })) {
            var future = bench.cloud.async(bench::get);
            arrived.await();
            assertThat(future.cancel(true)).isTrue();

            assertThat(gone.await(60, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void anInterruptedThreadSendsNothing() throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(200, Bench.THING))) {
            Thread.currentThread().interrupt();
            try {
                assertThatThrownBy(bench::get).isInstanceOf(CallInterruptedException.class);
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(bench.server.requests()).isEmpty();
        }
    }

    @Test
    void aRedirectIsNotFollowedAndNoCredentialsGoThere() throws Exception {
        try (var elsewhere = new RawServer(exchange -> exchange.json(200, Bench.THING));
                var bench = new Bench(
                        exchange -> exchange.json(307, "", "Location: " + elsewhere.url() + "/v1/things/x"),
                        o -> o.credentials(Credentials.bearer(Secret.of("mine"))))) {
            assertThatThrownBy(bench::get)
                    .isInstanceOf(UnexpectedStatusException.class)
                    .hasMessageContaining("Redirects are not followed: check the service's URL.");

            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void noThreadIsLeftWhenNothingHappens() throws Exception {
        try (var bench = new Bench(
                exchange -> {
                    if (exchange.is("POST /identity/token")) {
                        exchange.token("t", 3600);
                    } else {
                        exchange.json(200, Bench.THING);
                    }
                },
                Bench.key("k"))) {
            bench.get();

            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("lanyard"));
        }
    }
}
