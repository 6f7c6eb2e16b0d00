package io.lanyard.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Core, tests: every shape in which IBM's services say no, and what a person reads of it. */
class ErrorsTest {

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(
                        "platform, with a target",
                        "{\"trace\":\"t-1\",\"errors\":[{\"code\":\"rule_not_found_in_store\",\"message\":\"No rule.\","
                                + "\"target\":{\"type\":\"parameter\",\"name\":\"rule_id\",\"value\":\"x\"}}],\"status_code\":404}",
                        "rule_not_found_in_store",
                        "404 rule_not_found_in_store, \"No rule.\" about parameter rule_id"),
                Arguments.of(
                        "token service",
                        "{\"errorCode\":\"BXNIM0109E\",\"errorMessage\":\"Property missing or empty.\",\"errorDetails\":"
                                + "\"Property 'grant_type' either missing or empty.\",\"context\":{\"requestId\":\"t-1\"}}",
                        "BXNIM0109E",
                        "404 BXNIM0109E, \"Property missing or empty.\", Property 'grant_type' either missing or empty."),
                Arguments.of(
                        "IAM Identity",
                        "{\"context\":{\"transaction_id\":\"t-1\"},\"status_code\":\"404\",\"errors\":[{\"code\":\"not_found\","
                                + "\"message_code\":\"BXNIM0102E\",\"message\":\"Unable to find object\","
                                + "\"details\":\"Object Type: 'ServiceId' not found.\"}]}",
                        "not_found",
                        "404 not_found (BXNIM0102E), \"Unable to find object\", Object Type: 'ServiceId' not found."),
                Arguments.of(
                        "Policy Management, details as an object",
                        "{\"trace\":\"t-1\",\"errors\":[{\"code\":\"policy_conflict_error\",\"message\":\"Conflict\","
                                + "\"details\":{\"conflicts_with\":{\"etag\":\"1-a\",\"policy\":{\"id\":\"p\"}}}}]}",
                        "policy_conflict_error",
                        "404 policy_conflict_error, \"Conflict\""),
                Arguments.of(
                        "Container Registry",
                        "{\"code\":\"CRN0001E\",\"message\":\"You are not authorized.\",\"request-id\":\"t-1\"}",
                        "CRN0001E",
                        "404 CRN0001E, \"You are not authorized.\""),
                Arguments.of(
                        "User Management, numbers",
                        "{\"trace\":\"t-1\",\"errors\":[{\"code\":1023,\"message\":\"Too many.\",\"more_info\":107}]}",
                        "1023",
                        "404 1023, \"Too many.\""),
                Arguments.of(
                        "OAuth",
                        "{\"error\":\"invalid_request\",\"error_description\":\"No.\",\"transaction_id\":\"t-1\"}",
                        "invalid_request",
                        "404 invalid_request, \"No.\""),
                Arguments.of(
                        "several",
                        "{\"trace\":\"t-1\",\"errors\":[{\"code\":\"a\",\"message\":\"A\"},{\"code\":\"b\",\"message\":\"B\"}]}",
                        "a",
                        "404 a, \"A\" and 1 more"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void readsEveryShape(String name, String body, String code, String summary) throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(404, body))) {
            assertThatThrownBy(bench::get)
                    .isInstanceOfSatisfying(NotFoundException.class, e -> {
                        assertThat(e.code()).contains(code);
                        assertThat(e.transactionId()).contains("t-1");
                        assertThat(e.failure().summary()).isEqualTo(summary);
                        assertThat(e.attempts()).isEqualTo(1);
                        assertThat(e.operation()).isEqualTo("getThing");
                    })
                    .hasMessage("getThing failed: " + summary + (summary.endsWith(".") ? "" : ".")
                            + " Check the id, the account and the region. [transaction t-1, 1 attempt, 0 ms]");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidRequestException",
        "401, NotAuthenticatedException",
        "403, AccessDeniedException",
        "404, NotFoundException",
        "409, ConflictException",
        "410, UnexpectedStatusException",
        "412, PreconditionFailedException",
        "418, UnexpectedStatusException",
        "422, UnexpectedStatusException",
        "429, RateLimitedException",
        "500, ServerErrorException",
        "599, ServerErrorException"
    })
    void namesEveryStatus(int status, String name) throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(status, ""), o -> o.attempts(1))) {
            assertThatThrownBy(bench::get)
                    .isInstanceOfSatisfying(ApiException.class, e -> {
                        assertThat(e.getClass().getSimpleName()).isEqualTo(name);
                        assertThat(e.status()).isEqualTo(status);
                        assertThat(e.code()).isEmpty();
                    })
                    .hasMessageContaining(status + " with an empty body. ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><h1>502</h1></html>",
                "{\"errors\":[",
                "[]",
                "{\"errors\":[null,1]}",
                "{\"code\":null}",
                "x"
            })
    void survivesBodiesOfNoShape(String body) throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(502, body, "X-Correlation-Id: c-1"), o -> o.attempts(1))) {
            assertThatThrownBy(bench::get)
                    .isInstanceOfSatisfying(
                            ServerErrorException.class,
                            e -> assertThat(e.failure().body()).isEqualTo(body))
                    .hasMessageStartingWith("getThing failed: 502 ")
                    .hasMessageContaining("transaction c-1");
        }
    }

    @Test
    void aPlaceThatCouldNotBeWrittenToIsToldWithWhatTheServiceKnows() throws Exception {
        var body =
                "{\"trace\":\"t-1\",\"errors\":[{\"code\":\"cloudlogs_write_test_failed\",\"message\":\"Not written.\","
                        + "\"recovery\":\"There is no authorization for it.\"}]}";
        try (var bench = new Bench(exchange -> exchange.json(400, body))) {
            assertThatThrownBy(bench::get)
                    .isInstanceOfSatisfying(
                            InvalidRequestException.class,
                            e -> assertThat(e.failure().errors().get(0).recovery())
                                    .contains("There is no authorization for it."))
                    .hasMessageStartingWith("getThing failed: 400 cloudlogs_write_test_failed, \"Not written.\","
                            + " There is no authorization for it. Authorize Activity Tracker to write there")
                    .hasMessageContaining("ActivityTracker.toBucket, toTopic, toCloudLogs")
                    .hasMessageNotContaining("Correct the request");
        }
    }

    @Test
    void whatIsNotThereIsNotWaitedFor() throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(501, "{\"code\":\"x\",\"message\":\"Add it.\"}"))) {
            assertThatThrownBy(bench::get)
                    .isInstanceOf(ServerErrorException.class)
                    .hasMessageContaining("\"Add it.\". Do what the answer says; waiting does not help.")
                    .hasMessageNotContaining("support");
            assertThat(bench.server.requests()).hasSize(1);
        }
    }

    @Test
    void aGatewaysPageIsCalledOne() throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(502, " <html>"), o -> o.attempts(1))) {
            assertThatThrownBy(bench::get).hasMessageContaining("502 with a page instead of JSON: a gateway answered.");
        }
    }

    record Body(List<Detail> errors) {
        record Detail(Details details) {}

        record Details(With conflictsWith) {}

        record With(String etag, Bench.Thing policy) {}
    }

    static final class ThingConflictException extends ConflictException {
        private static final long serialVersionUID = 1L;
        private final transient Optional<Bench.Thing> existing;

        ThingConflictException(ApiFailure failure) {
            super(failure);
            this.existing = failure.bodyAs(Body.class)
                    .map(body -> body.errors().get(0).details().conflictsWith().policy());
        }
    }

    @Test
    void aConflictCanCarryWhatIsAlreadyThereTyped() throws Exception {
        var body = "{\"errors\":[{\"code\":\"policy_conflict_error\",\"message\":\"m\",\"details\":{\"conflicts_with\":"
                + "{\"etag\":\"1-a\",\"policy\":{\"id\":\"p-1\"}}}}]}";
        try (var bench = new Bench(exchange -> exchange.json(409, body))) {
            var call = bench.iam
                    .post("createThing", "/v1/things")
                    .json(Map.of())
                    .deduped()
                    .onConflict(ThingConflictException::new);

            assertThatThrownBy(call::done)
                    .isInstanceOfSatisfying(
                            ThingConflictException.class,
                            e -> assertThat(e.existing).contains(new Bench.Thing("p-1")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|it ends too early, or is empty",
                "null|it is null",
                "<html>|it is not JSON",
                "{\"id\":|it ends too early",
                "[]|it has another shape",
                "{\"id\":{}}|it has another shape",
                "{}|the answer lacks 'id' of a Thing",
                "{\"id\":\"x\"}{}|it is not JSON",
                "{\"id\":null}|the answer lacks 'id' of a Thing"
            })
    void aYesThatIsNoAnswerIsAFailure(String body, String why) throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(200, body, "Transaction-Id: t-9"))) {
            assertThatThrownBy(bench::get)
                    .isInstanceOf(DecodeException.class)
                    .hasMessageStartingWith("getThing failed: the service said 200, but the answer (application/json)")
                    .hasMessageContaining(why)
                    .hasMessageContaining("transaction t-9");
            assertThat(bench.server.requests()).hasSize(1);
        }
    }

    @Test
    void unknownFieldsAreNoTrouble() throws Exception {
        try (var bench = new Bench(exchange -> exchange.json(200, "{\"new\":[{\"x\":1}],\"id\":\"x\",\"b\":null}"))) {
            assertThat(bench.get()).isEqualTo(new Bench.Thing("x"));
        }
    }

    @Test
    void controlCharactersAndLongSentencesDoNotReachATerminal() throws Exception {
        var body = "{\"errors\":[{\"code\":\"x\",\"message\":\"\\u001b[31m" + "y".repeat(5000) + "\"}]}";
        try (var bench = new Bench(exchange -> exchange.json(400, body))) {
            assertThatThrownBy(bench::get)
                    .hasMessageNotContaining("\u001b")
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1300));
        }
    }

    @Test
    void aHeadSaysWhetherSomethingIsThere() throws Exception {
        try (var bench = new Bench(exchange -> {
            int status = exchange.request.line().contains("here") ? 204 : 404;
            exchange.raw("HTTP/1.1 " + status + " X\r\n\r\n");
        })) {
            assertThat(bench.iam.head("check", "/here").exists()).isTrue();
            assertThat(bench.iam.head("check", "/gone").exists()).isFalse();
        }
    }
}
