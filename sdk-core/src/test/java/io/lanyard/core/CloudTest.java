package io.lanyard.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.reflect.TypeToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Core, tests: the cloud object as a program uses it. */
class CloudTest {

    @Test
    void aListenerHearsOfEveryCallOnce() throws Exception {
        var heard = new ArrayList<CallEvent>();
        try (var bench = new Bench(
                exchange -> {
                    if (exchange.request.line().contains("/gone")) {
                        exchange.json(404, "{}", "Transaction-Id: t-1");
                    } else {
                        exchange.json(500, "{}");
                    }
                },
                o -> o.listener(heard::add))) {
            assertThatThrownBy(() ->
                    bench.iam.get("getThing", "/v1/gone").query("secret", "s").done());
            assertThatThrownBy(bench::get);

            assertThat(heard).hasSize(2);
            assertThat(heard.get(0).toString())
                    .isEqualTo("CallEvent[operation=getThing, method=GET, path=/v1/gone, status=OptionalInt[404],"
                            + " transactionId=Optional[t-1], attempts=1, elapsed=PT0S]");
            assertThat(heard.get(1).attempts()).isEqualTo(3);
            assertThat(heard.get(1).elapsed()).isEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void rawCallsReachWhatHasNoMethodYet() throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(200, Bench.THING, "X-Thing: 1"))) {
            var raw = bench.cloud.raw();

            var answer = raw.get("iam/policy", "/v9/things?x=a%20b");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("x-thing")).contains("1");
            assertThat(answer.as(Bench.Thing.class)).isEqualTo(new Bench.Thing("x"));
            assertThat(answer).hasToString("RawAnswer[status=200]");
            raw.post("iam", "/v9/things", "{}");
            raw.put("iam", "/v9/things", "{\"a\":1}");
            raw.patch("iam", "/v9/things", "{}");
            raw.delete("iam", "/v9/things");

            assertThat(bench.server.requests())
                    .extracting(RawServer.Request::line)
                    .containsExactly(
                            "GET /v9/things?x=a%20b HTTP/1.1",
                            "POST /v9/things HTTP/1.1",
                            "PUT /v9/things HTTP/1.1",
                            "PATCH /v9/things HTTP/1.1",
                            "DELETE /v9/things HTTP/1.1");
            assertThat(bench.server.requests().get(2).body()).isEqualTo("{\"a\":1}");
        }
    }

    @Test
    void rawCallsGoToServicesThatAreKnownOrWereNamed() throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(200, "{}"))) {
            assertThatThrownBy(() -> bench.cloud.raw().get("nobody", "/x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no URL is known for the service 'nobody'");
            assertThatThrownBy(() -> bench.cloud.raw().get("iam", "@elsewhere.example/"))
                    .isInstanceOf(IllegalArgumentException.class);

            var mine = bench.cloud.with(o -> o.endpoint("mine", bench.server.url())
                    .endpoint("registry", bench.server.url())
                    .endpoint("atracker", bench.server.url()));
            mine.raw().get("mine", "/x");
            mine.raw().get("registry", "/x");
            mine.raw().get("registry/us-south", "/x");
            mine.raw().get("atracker/us-south", "//elsewhere.example/x");
            assertThat(bench.server.requests()).hasSize(4);
        }
    }

    @Test
    void aFailureInTheBackgroundIsTheFuturesFailure() throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(404, "{}"), o -> o.executor(Runnable::run))) {
            assertThatThrownBy(() -> bench.cloud.async(bench::get).join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(NotFoundException.class);
            assertThat(bench.cloud.async(() -> "x").thenApply(x -> x + "y").join())
                    .isEqualTo("xy");
        }
    }

    @Test
    void aClosedCloudSendsNothing() throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(200, Bench.THING))) {
            bench.get();
            bench.cloud.close();

            assertThatThrownBy(bench::get)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
        }
    }

    @Test
    void aCallSaysWhatItSendsAndNothingElse() throws Exception {
        try (var bench = new Bench(
                exchange -> exchange.json(200, "[" + Bench.THING + "]", "ETag: \"1-a\""),
                o -> o.userAgent("acme/1.0").credentials(Credentials.bearer(Secret.of("tok"))))) {
            var things = bench.iam
                    .put("replaceThings", "/v1/{kind}/{id}", "serviceids", IamId.of("iam-ServiceId-ä/b"))
                    .query("a b", "c&d")
                    .query("when", Instant.EPOCH)
                    .query("many", List.of("x", "y"))
                    .query("none", Optional.empty())
                    .query("some", Optional.of(true))
                    .header("IAM-ApiKey", Secret.of("k"))
                    .header("Nothing", (String) null)
                    .ifMatch(ETag.of("1-a"))
                    .json(Map.of("name", "<x>"))
                    .as(new TypeToken<List<Bench.Thing>>() {});

            assertThat(things).containsExactly(new Bench.Thing("x"));
            var request = bench.server.requests().get(0);
            assertThat(request.line())
                    .isEqualTo("PUT /v1/serviceids/iam-ServiceId-%C3%A4%2Fb?a%20b=c%26d&when=1970-01-01T00%3A00%3A00Z&"
                            + "many=x&many=y&some=true HTTP/1.1");
            assertThat(request.headers())
                    .containsEntry("Authorization", "Bearer tok")
                    .containsEntry("If-Match", "1-a")
                    .containsEntry("IAM-ApiKey", "k")
                    .containsEntry("Accept", "application/json")
                    .containsEntry("Content-Type", "application/json")
                    .doesNotContainKey("Nothing");
            assertThat(request.headers().get("User-Agent")).startsWith("acme/1.0 lanyard/");
            assertThat(request.body()).isEqualTo("{\"name\":\"<x>\"}");
        }
    }

    @Test
    void aHeaderCannotBeginAnother() throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(200, Bench.THING))) {
            assertThatThrownBy(() -> bench.iam.get("getThing", "/x").header("A", "b\r\nAuthorization: c"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("Authorization");
        }
    }

    @Test
    void aVersionedAnswerCarriesItsRevisionAndAPendingOneIsEmpty() throws Exception {
        try (var bench = new Bench(exchange -> {
            switch (exchange.target()) {
                case "/tagged" -> exchange.json(200, Bench.THING, "ETag: 1-a");
                case "/pending" -> exchange.raw("HTTP/1.1 204 Later\r\n\r\n");
                default -> exchange.json(200, Bench.THING);
            }
        })) {
            assertThat(bench.iam.get("getThing", "/tagged").versioned(Bench.Thing.class))
                    .isEqualTo(new Versioned<>(new Bench.Thing("x"), ETag.of("1-a")));
            assertThatThrownBy(() -> bench.iam.get("getThing", "/untagged").versioned(Bench.Thing.class))
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining("the answer carries no ETag");
            assertThat(bench.iam.get("getReport", "/pending").ifPresent(Bench.Thing.class))
                    .isEmpty();
            assertThat(bench.iam.get("getReport", "/tagged").ifPresent(Bench.Thing.class))
                    .isPresent();
            assertThat(bench.iam.get("getText", "/tagged").accept("text/plain").text())
                    .isEqualTo(Bench.THING);
        }
    }

    @Test
    void formsAndBytesArriveAsTheyWere() throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(200, "{}"))) {
            bench.iam.post("a", "/form").form(Map.of("k", "ä &=+")).done();
            bench.iam
                    .post("b", "/bytes")
                    .bytes("text/plain", new byte[] {'h', 'i'})
                    .done();
            bench.iam.post("c", "/nothing").done();

            assertThat(bench.server.requests())
                    .extracting(RawServer.Request::body)
                    .containsExactly("k=%C3%A4%20%26%3D%2B", "hi", "");
            assertThat(bench.server.requests().get(2).headers()).containsEntry("Content-Length", "0");
        }
    }
}
