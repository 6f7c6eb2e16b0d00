package io.lanyard.core;

import static io.lanyard.core.Bench.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Core, tests: the token defects that were measured elsewhere, one by one. */
class TokensTest {

    private static final String TOKEN = "POST /identity/token";
    private static final String REJECTED =
            "{\"errorCode\":\"BXNIM0415E\",\"errorMessage\":\"Provided API key could not be found.\","
                    + "\"errorDetails\":\"BXNIM0102E: Unable to find Object.\","
                    + "\"context\":{\"requestId\":\"r-1\"}}";

    @RepeatedTest(5)
    void sixtyFourCallersOnAnEmptyCacheMakeOneTokenRequest() throws Exception {
        try (var bench = new Bench(
                exchange -> {
                    if (exchange.is(TOKEN)) {
                        exchange.token("t", 3600);
                    } else {
                        exchange.json(200, Bench.THING);
                    }
                },
                key("k"))) {
            var results = Bench.together(64, bench::get);

            assertThat(results).hasSize(64).allMatch(Bench.Thing.class::isInstance);
            assertThat(bench.tokenRequests()).isEqualTo(1);
        }
    }

    @Test
    void sixtyFourCallersInsideTheRefreshWindowMakeOneMore() throws Exception {
        try (var bench = new Bench(
                exchange -> {
                    if (exchange.is(TOKEN)) {
                        exchange.token("t", 3600);
                    } else {
                        exchange.json(200, Bench.THING);
                    }
                },
                key("k"))) {
            bench.get();
            bench.world.advance(Duration.ofMinutes(50));

            var results = Bench.together(64, bench::get);

            assertThat(results).allMatch(Bench.Thing.class::isInstance);
            assertThat(bench.tokenRequests()).isEqualTo(2);
        }
    }

    @Test
    void aRefreshInGoodTimeKeepsNobodyElseWaiting() throws Exception {
        var asked = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var tokens = new AtomicInteger();
        try (var bench = new Bench(
                exchange -> {
                    if (!exchange.is(TOKEN)) {
                        exchange.json(200, Bench.THING);
                    } else if (tokens.incrementAndGet() == 1) {
                        exchange.token("old", 3600);
                    } else {
                        asked.countDown();
                        release.await();
                        exchange.token("new", 3600);
                    }
                },
                key("k"))) {
            bench.get();
            bench.world.advance(Duration.ofMinutes(50));

            var patient = bench.cloud.async(bench::get);
            asked.await();
            bench.get(); // goes on with the old token while the other one asks
            assertThat(last(bench).headers()).containsEntry("Authorization", "Bearer old");

            release.countDown();
            patient.join();
            assertThat(last(bench).headers()).containsEntry("Authorization", "Bearer new");
        }
    }

    @Test
    void aTokenThatIsStillGoodSurvivesAFailingRefresh() throws Exception {
        var down = new AtomicInteger();
        try (var bench = new Bench(
                exchange -> {
                    if (!exchange.is(TOKEN)) {
                        exchange.json(200, Bench.THING);
                    } else if (down.get() == 1) {
                        exchange.json(503, "{}");
                    } else {
                        exchange.token("t", 3600);
                    }
                },
                key("k").andThen(o -> o.attempts(1)))) {
            bench.get();
            down.set(1);
            bench.world.advance(Duration.ofMinutes(50));

            bench.get();
            bench.get(); // within the pause after a failure nobody asks
            assertThat(bench.tokenRequests()).isEqualTo(2);

            bench.world.advance(Duration.ofSeconds(2));
            bench.get();
            assertThat(bench.tokenRequests()).isEqualTo(3);

            bench.world.advance(
                    Duration.ofSeconds(595)); // 3 s are left: everybody should have a new one, and nobody gets it
            bench.get();

            bench.world.advance(Duration.ofSeconds(10)); // over
            assertThatThrownBy(bench::get).isInstanceOf(ServerErrorException.class);

            down.set(0);
            bench.world.advance(Duration.ofSeconds(2));
            bench.get();
        }
    }

    @Test
    void sixtyFourWaitersShareOneFailure() throws Exception {
        try (var bench = new Bench(
                exchange -> exchange.json(503, "{\"errorCode\":\"BXNIM0000E\"}"),
                key("k").andThen(o -> o.attempts(1)))) {
            var results = Bench.together(64, bench::get);

            assertThat(results).hasSize(64).allMatch(ServerErrorException.class::isInstance);
            assertThat(results).doesNotHaveDuplicates();
            assertThat(bench.tokenRequests()).isEqualTo(1);
            assertThat((ServerErrorException) results.get(0))
                    .hasMessageStartingWith("getToken for getThing failed: 503 BXNIM0000E");
        }
    }

    @Test
    void aRejectedKeyIsAskedAboutOnceForAWhile() throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(400, REJECTED), key("sesame-open"))) {
            for (int i = 0; i < 10; i++) {
                assertThatThrownBy(bench::get)
                        .isInstanceOf(CredentialsRejectedException.class)
                        .hasMessageContaining("getThing failed: no token for these credentials: 400 BXNIM0415E")
                        .hasMessageContaining("Unable to find Object. Check that the key exists")
                        .hasMessageNotContaining("sesame");
            }
            assertThat(bench.tokenRequests()).isEqualTo(1);

            bench.world.advance(Duration.ofSeconds(6));
            assertThatThrownBy(bench::get)
                    .isInstanceOfSatisfying(
                            CredentialsRejectedException.class,
                            e -> assertThat(e.failure().flatMap(ApiFailure::code))
                                    .contains("BXNIM0415E"));
            assertThat(bench.tokenRequests()).isEqualTo(2);
        }
    }

    @Test
    void aKeyThatIsKeptOutForItsAddressIsNotSuspected() throws Exception {
        var keptOut = "{\"errorCode\":\"BXNIM0501E\",\"errorMessage\":\"User not authorized\",\"errorDetails\":"
                + "\"SIM_IP_NOT_ALLOWED: the account's allowed IP addresses don't include 192.0.2.1.\"}";
        try (var bench = new Bench(exchange -> exchange.json(403, keptOut), key("sesame-open"))) {
            assertThatThrownBy(bench::get)
                    .isInstanceOf(CredentialsRejectedException.class)
                    .hasMessageContaining("don't include 192.0.2.1. The key is right; this address isn't allowed")
                    .hasMessageNotContaining("Check that the key exists")
                    .hasMessageNotContaining("0 attempts");
        }
    }

    @Test
    void aServerClockTwoHoursBehindMakesNoTokenStorm() throws Exception {
        long behind = java.time.Instant.parse("2026-11-21T10:00:00Z").getEpochSecond();
        try (var bench = new Bench(
                exchange -> {
                    if (exchange.is(TOKEN)) {
                        exchange.json(
                                200,
                                "{\"access_token\":\"t\",\"expires_in\":3600,\"expiration\":" + (behind + 3600) + "}",
                                "Date: Sat, 21 Nov 2026 10:00:00 GMT");
                    } else {
                        exchange.json(200, Bench.THING);
                    }
                },
                key("k"))) {
            for (int i = 0; i < 10; i++) {
                bench.get();
            }
            assertThat(bench.tokenRequests()).isEqualTo(1);
        }
    }

    @Test
    void a401BringsOneNewTokenAndOneMoreAttempt() throws Exception {
        var tokens = new AtomicInteger();
        try (var bench = new Bench(
                exchange -> {
                    if (exchange.is(TOKEN)) {
                        exchange.token("t" + tokens.incrementAndGet(), 3600);
                    } else if ("Bearer t1".equals(exchange.request.headers().get("Authorization"))) {
                        exchange.json(401, "{\"errors\":[{\"code\":\"invalid_token\",\"message\":\"expired\"}]}");
                    } else {
                        exchange.json(200, Bench.THING);
                    }
                },
                key("k"))) {
            bench.get();
            assertThat(bench.server.count("GET")).isEqualTo(2);

            bench.iam.post("createThing", "/v1/things").json(Map.of("a", "b")).as(Bench.Thing.class);
            assertThat(bench.server.count("POST /v1/things")).isEqualTo(1);
            assertThat(bench.tokenRequests()).isEqualTo(2);
        }
    }

    @Test
    void anOnceIsSentAgainAfterA401BecauseNothingHasHappenedYetButAStreamIsNot() throws Exception {
        var tokens = new AtomicInteger();
        try (var bench = new Bench(
                exchange -> {
                    if (exchange.is(TOKEN)) {
                        exchange.token("t" + tokens.incrementAndGet(), 3600);
                    } else if ("Bearer t1".equals(exchange.request.headers().get("Authorization"))) {
                        exchange.json(401, "{}");
                    } else {
                        exchange.json(200, Bench.THING);
                    }
                },
                key("k"))) {
            var stream = new ByteArrayInputStream(new byte[] {1, 2, 3});
            var upload = bench.iam.post("upload", "/v1/uploads").stream("application/octet-stream", 3, stream);
            assertThatThrownBy(upload::done).isInstanceOf(NotAuthenticatedException.class);
            assertThat(bench.server.count("POST /v1/uploads")).isEqualTo(1);

            bench.iam.post("createThing", "/v1/things").json(Map.of()).done();
            assertThat(bench.server.count("POST /v1/things")).isEqualTo(2);
        }
    }

    @Test
    void aServiceThatRefusesEveryTokenMakesNoTokenStorm() throws Exception {
        try (var bench = new Bench(
                exchange -> {
                    if (exchange.is(TOKEN)) {
                        exchange.token("t", 3600);
                    } else {
                        exchange.json(401, "{}");
                    }
                },
                key("k"))) {
            for (int i = 0; i < 10; i++) {
                assertThatThrownBy(bench::get).isInstanceOf(NotAuthenticatedException.class);
            }
            assertThat(bench.tokenRequests()).isEqualTo(2);
        }
    }

    @Test
    void aTokenRequestIsRepeatedWithinTheCallsOwnTime() throws Exception {
        var tokens = new AtomicInteger();
        try (var bench = new Bench(
                exchange -> {
                    if (!exchange.is(TOKEN)) {
                        exchange.json(200, Bench.THING);
                    } else if (tokens.incrementAndGet() == 1) {
                        exchange.json(503, "{}", "Retry-After: 7");
                    } else {
                        exchange.token("t", 3600);
                    }
                },
                key("k"))) {
            bench.get();

            assertThat(bench.tokenRequests()).isEqualTo(2);
            assertThat(bench.world.waits).containsExactly(Duration.ofSeconds(7));
        }
    }

    @Test
    void aRefreshTokenIsExchangedForItsClientAndReplacedByTheNext() throws Exception {
        var tokens = new AtomicInteger();
        try (var bench = new Bench(
                exchange -> {
                    if (exchange.is(TOKEN)) {
                        int n = tokens.incrementAndGet();
                        exchange.json(
                                200,
                                "{\"access_token\":\"a" + n + "\",\"refresh_token\":\"r" + n + "\",\"expires_in\":60}");
                    } else {
                        exchange.json(200, Bench.THING);
                    }
                },
                o -> o.credentials(Credentials.refreshToken(Secret.of("r0"), "bx", Secret.of("bx"))))) {
            bench.get();
            bench.world.advance(Duration.ofSeconds(61));
            bench.get();

            var asked = bench.server.requests().stream()
                    .filter(r -> r.line().startsWith(TOKEN))
                    .toList();
            assertThat(asked)
                    .hasSize(2)
                    .allSatisfy(
                            request -> assertThat(request.headers()).containsEntry("Authorization", "Basic Yng6Yng="));
            assertThat(asked.get(0).body()).isEqualTo("grant_type=refresh_token&refresh_token=r0");
            assertThat(asked.get(1).body()).isEqualTo("grant_type=refresh_token&refresh_token=r1");
        }
    }

    @Test
    void aBearerTokenIsSentAsItIsAndNeverRenewed() throws Exception {
        try (var bench = new Bench(
                exchange -> exchange.json(401, "{}"), o -> o.credentials(Credentials.bearer(Secret.of("mine"))))) {
            assertThatThrownBy(bench::get).isInstanceOf(NotAuthenticatedException.class);

            assertThat(bench.server.requests()).hasSize(1);
            assertThat(last(bench).headers()).containsEntry("Authorization", "Bearer mine");
        }
    }

    @Test
    void siblingsShareATokenAndOtherCredentialsHaveTheirOwn() throws Exception {
        try (var bench = new Bench(
                exchange -> {
                    if (exchange.is(TOKEN)) {
                        exchange.token("t", 3600);
                    } else {
                        exchange.json(200, Bench.THING);
                    }
                },
                key("k"))) {
            bench.get();
            var patient = bench.cloud.with(o -> o.attempts(5).deadline(Duration.ofMinutes(2)));
            patient.raw().get("iam", "/v1/things/x");
            assertThat(bench.tokenRequests()).isEqualTo(1);

            try (var other = bench.cloud.with(key("other"))) {
                other.raw().get("iam", "/v1/things/x");
            }
            assertThat(bench.tokenRequests()).isEqualTo(2);
            bench.get(); // closing a sibling closes nothing
        }
    }

    @Test
    void whoWaitsForSomebodyElsesTokenAsksHimselfWhenTheOtherGivesUp() throws Exception {
        var asked = new CountDownLatch(1);
        var tokens = new AtomicInteger();
        try (var bench = new Bench(
                exchange -> {
                    if (!exchange.is(TOKEN)) {
                        exchange.json(200, Bench.THING);
                    } else if (tokens.incrementAndGet() == 1) {
                        asked.countDown();
                        exchange.hang();
                    } else {
                        exchange.token("t", 3600);
                    }
                },
                key("k"))) {
            var givesUp = bench.cloud.async(bench::get);
            asked.await();
            var waits = bench.cloud.async(bench::get);
            givesUp.cancel(true);

            assertThat(waits.join()).isEqualTo(new Bench.Thing("x"));
            assertThat(bench.tokenRequests()).isEqualTo(2);
        }
    }

    @Test
    void anAnswerWithoutATokenIsNotOne() throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(200, "{\"expires_in\":3600}"), key("k"))) {
            assertThatThrownBy(bench::get)
                    .isInstanceOf(TransportException.class)
                    .hasMessageMatching("getThing failed: no token could be had: [^\\[\\]]*\\[1 attempt, [^\\[\\]]*]")
                    .hasMessageContaining("lacks 'access_token'");
        }
    }

    private static RawServer.Request last(Bench bench) {
        var requests = bench.server.requests();
        return requests.get(requests.size() - 1);
    }
}
