package io.lanyard.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.call.Call;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Core, tests: what is sent again, when, and above all what is not. */
class RetriesTest {

    /** The ways in which an answer can fail to come. */
    enum Fault {
        ANSWERS_500 {
            @Override
            void strike(RawServer.Exchange exchange) throws IOException {
                exchange.json(500, "{}");
            }
        },
        ANSWERS_503_AT_ONCE {
            @Override
            void strike(RawServer.Exchange exchange) throws IOException {
                exchange.json(503, "{}", "Retry-After: 0");
            }
        },
        ANSWERS_429 {
            @Override
            void strike(RawServer.Exchange exchange) throws IOException {
                exchange.json(429, "{}", "Retry-After: 1");
            }
        },
        RESETS {
            @Override
            void strike(RawServer.Exchange exchange) throws IOException {
                exchange.reset();
            }
        },
        CLOSES {
            @Override
            void strike(RawServer.Exchange exchange) throws IOException {
                exchange.close();
            }
        },
        CUTS_THE_ANSWER_SHORT {
            @Override
            void strike(RawServer.Exchange exchange) throws IOException {
                exchange.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":");
                exchange.close();
            }
        },
        LEAVES_BETWEEN_TWO_CHUNKS {
            @Override
            void strike(RawServer.Exchange exchange) throws IOException {
                exchange.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n{\"id\":\r\n");
                exchange.close();
            }
        },
        CUTS_A_CHUNK_SHORT {
            @Override
            void strike(RawServer.Exchange exchange) throws IOException {
                exchange.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{\"id\":");
                exchange.close();
            }
        };

        abstract void strike(RawServer.Exchange exchange) throws IOException;
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void anOnceIsSentOnceOverAPooledConnectionToo(Fault fault) throws Exception {
        try (var bench = new Bench(exchange -> {
            if (exchange.is("GET")) {
                exchange.json(200, Bench.THING);
            } else {
                fault.strike(exchange);
            }
        })) {
            bench.get(); // leaves a connection in the pool, where OkHttp's own replay would begin

            assertThatThrownBy(() -> create(bench).as(Bench.Thing.class)).isInstanceOf(IamException.class);

            assertThat(bench.server.count("POST")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aSafeCallAndADedupedOneAreSentAgainUntilTheyComeThrough(Fault fault) throws Exception {
        var count = new AtomicInteger();
        try (var bench = new Bench(exchange -> {
            if (count.incrementAndGet() % 3 == 0) {
                exchange.json(200, Bench.THING);
            } else {
                fault.strike(exchange);
            }
        })) {
            assertThat(bench.get()).isEqualTo(new Bench.Thing("x"));
            assertThat(create(bench).deduped().as(Bench.Thing.class)).isEqualTo(new Bench.Thing("x"));
            assertThat(bench.server.count("POST")).isEqualTo(3);
        }
    }

    @Test
    void aDedupedIsNeverReplayedByTheConnectionBehindOurBack() throws Exception {
        try (var bench = new Bench(
                exchange -> {
                    if (exchange.is("GET")) {
                        exchange.json(200, Bench.THING);
                    } else {
                        exchange.reset();
                    }
                },
                o -> o.attempts(1))) {
            bench.get();

            assertThatThrownBy(() -> create(bench).deduped().done())
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("1 attempt,");
            assertThat(bench.server.count("POST")).isEqualTo(1);
        }
    }

    @Test
    void whatNeverLeftIsSentAgainWhateverItIs() throws Exception {
        int nobody = port();
        try (var bench = new Bench(exchange -> {}, o -> o.endpoint("iam", "http://127.0.0.1:" + nobody))) {
            assertThatThrownBy(() -> create(bench).done())
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("nobody answers at 127.0.0.1:" + nobody)
                    .hasMessageContaining("3 attempts");
        }
    }

    @Test
    void anAmbiguousOnceSaysThatItMayHaveTakenEffect() throws Exception {
        try (var bench = new Bench(RawServer.Exchange::reset)) {
            assertThatThrownBy(() -> create(bench).done())
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("createThing failed")
                    .hasMessageContaining("It may have taken effect: look before you repeat it.");
        }
    }

    @Test
    void aDeleteWhoseAnswerGotLostIsDoneWhenTheThingIsGone() throws Exception {
        var count = new AtomicInteger();
        try (var bench = new Bench(exchange -> {
            if (count.incrementAndGet() == 1) {
                exchange.reset();
            } else {
                exchange.json(404, "{}");
            }
        })) {
            bench.iam.delete("deleteThing", "/v1/things/{id}", "x").done();

            assertThat(bench.server.count("DELETE")).isEqualTo(2);
            assertThatThrownBy(() -> bench.iam
                            .delete("deleteThing", "/v1/things/{id}", "y")
                            .done())
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 409, 412, 422, 501})
    void anAnswerThatWillNotChangeIsNotAskedForAgain(int status) throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(status, "{}"))) {
            assertThatThrownBy(bench::get).isInstanceOf(ApiException.class);
            assertThat(bench.server.requests()).hasSize(1);
        }
    }

    @Test
    void waitsAreDrawnAtRandomBelowALimitThatDoubles() throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(500, "{}"), o -> o.attempts(4))) {
            bench.world.alwaysDraws(0.5);

            assertThatThrownBy(bench::get)
                    .isInstanceOf(ServerErrorException.class)
                    .hasMessageContaining("4 attempts");

            assertThat(bench.world.waits)
                    .containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Retry-After: 3", "Retry-After: Sat, 21 Nov 2026 12:00:03 GMT"})
    void aServicesOwnWaitIsHonouredInSecondsAndAsADate(String header) throws Exception {
        var count = new AtomicInteger();
        try (var bench = new Bench(exchange -> {
            if (count.incrementAndGet() == 1) {
                exchange.json(429, "{}", header);
            } else {
                exchange.json(200, Bench.THING);
            }
        })) {
            bench.get();

            assertThat(bench.world.waits).containsExactly(Duration.ofSeconds(3));
        }
    }

    @Test
    void aWaitBeyondTheDeadlineFailsAtOnceAndSaysWhenToComeBack() throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(429, "{}", "Retry-After: 86400"))) {
            assertThatThrownBy(bench::get)
                    .isInstanceOfSatisfying(
                            RateLimitedException.class,
                            e -> assertThat(e.retryAfter()).contains(Duration.ofDays(1)))
                    .hasMessageContaining("Come back in 24 h");

            assertThat(bench.server.requests()).hasSize(1);
            assertThat(bench.world.waits).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Retry-After: 99999999999999999999", "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT"})
    void aWaitWithoutEndIsAWaitTheCallerHearsOf(String header) throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(429, "{}", header))) {
            assertThatThrownBy(bench::get)
                    .isInstanceOfSatisfying(
                            RateLimitedException.class,
                            e -> assertThat(e.retryAfter()).contains(Duration.ofDays(365)));
        }
    }

    @Test
    void theWaitsOfACallEndWithItsDeadline() throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(503, "{}", "Retry-After: 20"), o -> o.attempts(100))) {
            assertThatThrownBy(bench::get).isInstanceOf(ServerErrorException.class);

            assertThat(bench.world.waits).containsExactly(Duration.ofSeconds(20));
        }
    }

    @Test
    void aServiceThatIsDownForEverybodyIsNotBuriedUnderRepeats() throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(500, "{}"))) {
            for (int i = 0; i < 100; i++) {
                assertThatThrownBy(bench::get).isInstanceOf(ServerErrorException.class);
            }
            assertThat(bench.server.requests()).hasSize(150); // a budget of 50 repeats, where 200 were wanted
        }
    }

    @Test
    void aConnectionThatTheServerClosedMeanwhileCostsASafeCallNothing() throws Exception {
        try (var bench = new Bench(
                exchange -> {
                    exchange.json(200, Bench.THING);
                    exchange.close();
                },
                o -> o.attempts(1))) {
            for (int i = 0; i < 10; i++) {
                bench.get();
            }
        }
    }

    private static Call create(Bench bench) {
        return bench.iam.post("createThing", "/v1/things").json(Map.of("name", "x"));
    }

    private static int port() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
