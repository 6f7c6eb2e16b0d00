package io.lanyard.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.call.PageStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Core, tests: every way in which an IBM API says that there is more. */
class PagesTest {

    static Stream<Arguments> styles() {
        return Stream.of(
                Arguments.of(
                        "IAM Identity",
                        PageStyle.pageToken("pagetoken"),
                        "\"next\":\"https://iam.cloud.ibm.com/v1/serviceids/?account_id=a&pagetoken=T%2B1\"",
                        "pagetoken=T%2B1"),
                Arguments.of(
                        "Policy Management",
                        PageStyle.start(),
                        "\"next\":{\"href\":\"https://elsewhere.example/v2/policies?start=other\",\"start\":\"T+1\"}",
                        "start=T%2B1"),
                Arguments.of(
                        "Policy Management without start",
                        PageStyle.start(),
                        "\"next\":{\"href\":\"https://iam.cloud.ibm.com/v2/policies?limit=2&start=T%2B1\"}",
                        "start=T%2B1"),
                Arguments.of(
                        "Access Groups",
                        PageStyle.offset(),
                        "\"next\":{\"href\":\"https://iam.cloud.ibm.com/v2/groups?limit=2&offset=2\"}",
                        "offset=2"),
                Arguments.of(
                        "User Management, relative",
                        PageStyle.startUrl("_start"),
                        "\"next_url\":\"/v2/accounts/a/users?limit=2&_start=T%2B1\"",
                        "_start=T%2B1"),
                Arguments.of(
                        "User Management, absolute",
                        PageStyle.startUrl("_start"),
                        "\"next_url\":\"https://user-management.cloud.ibm.com/v2/accounts/a/users?_start=T%2B1#top\"",
                        "_start=T%2B1"),
                Arguments.of(
                        "Resource Controller",
                        PageStyle.startUrl("start"),
                        "\"next_url\":\"/v2/resource_instances?start=T%2B1&limit=2\"",
                        "start=T%2B1"),
                Arguments.of(
                        "Enterprise",
                        PageStyle.nextDocid(),
                        "\"next_url\":\"/v1/enterprises?next_docid=T%2B1\"",
                        "next_docid=T%2B1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("styles")
    void readsTheNextPageOfEveryStyleFromTheSamePlace(String name, PageStyle style, String next, String asked)
            throws Exception {
        try (var bench = new Bench(exchange -> {
            if (exchange.request.line().contains(asked)) {
                exchange.json(200, "{\"rows\":[{\"id\":\"c\"}],\"next\":null}");
            } else {
                exchange.json(200, "{\"limit\":2," + next + ",\"rows\":[{\"id\":\"a\"},{\"id\":\"b\"}]}");
            }
        })) {
            var pages = things(bench, style);

            assertThat(pages).extracting(Bench.Thing::id).containsExactly("a", "b", "c");
            assertThat(bench.server.requests())
                    .extracting(RawServer.Request::line)
                    .containsExactly(
                            "GET /v1/things?account_id=a&limit=2 HTTP/1.1",
                            "GET /v1/things?account_id=a&limit=2&" + asked + " HTTP/1.1");
        }
    }

    @Test
    void readsNothingUntilSomebodyLooksAndNoPageTooMany() throws Exception {
        try (var bench = endless()) {
            var pages = things(bench, PageStyle.offset());
            assertThat(bench.server.requests()).isEmpty();

            assertThat(pages.stream().limit(3)).hasSize(3);
            assertThat(bench.server.requests()).hasSize(2);
        }
    }

    @Test
    void resumesFromAPagesTokenAndMapsItems() throws Exception {
        try (var bench = endless()) {
            var second = things(bench, PageStyle.offset()).from("7").map(Bench.Thing::id);
            Page<String> page = second.pages().iterator().next();

            assertThat(page.items()).containsExactly("a", "b");
            assertThat(bench.server.requests().get(0).line()).contains("offset=7");
            assertThat(page.next()).contains("9");
        }
    }

    @Test
    void aListThatGoesInCirclesIsLeft() throws Exception {
        try (var bench = new Bench(
                exchange -> exchange.json(200, "{\"next\":{\"href\":\"/x?offset=1\"},\"rows\":[{\"id\":\"a\"}]}"))) {
            var seen = new ArrayList<Bench.Thing>();

            assertThatThrownBy(() -> things(bench, PageStyle.offset()).forEach(seen::add))
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining("the list goes in circles: page '1' comes again");
            assertThat(bench.server.requests()).hasSize(2);
        }
    }

    @Test
    void anEmptyPageInTheMiddleIsNotTheEnd() {
        var pages = Pages.<String>of(token -> switch (token.orElse("")) {
            case "" -> new Page<>(List.of(), Optional.of("1"));
            case "1" -> new Page<>(List.of(), Optional.of("2"));
            default -> new Page<>(List.of("x"), Optional.empty());
        });

        assertThat(pages).containsExactly("x");
        assertThat(pages.pages()).hasSize(3);
        assertThatThrownBy(() -> Pages.of(token -> new Page<>(List.of(), Optional.empty()))
                        .iterator()
                        .next())
                .isInstanceOf(java.util.NoSuchElementException.class);
    }

    @Test
    void listsThatComeInOnePieceAndNullLists() throws Exception {
        try (var bench = new Bench(exchange -> {
            switch (exchange.target()) {
                case "/one" -> exchange.json(200, "{\"count\":1,\"rows\":[{\"id\":\"a\"}]}");
                case "/null" -> exchange.json(200, "{\"rows\":null}");
                case "/bare" -> exchange.json(200, "[{\"id\":\"a\"}]");
                default -> exchange.json(200, "{\"rows\":[null]}");
            }
        })) {
            assertThat(bench.iam.get("list", "/one").items("rows", Bench.Thing.class))
                    .hasSize(1);
            assertThat(bench.iam.get("list", "/null").items("rows", Bench.Thing.class))
                    .isEmpty();
            assertThat(bench.iam.get("list", "/bare").list(Bench.Thing.class)).hasSize(1);
            assertThatThrownBy(() -> bench.iam.get("list", "/hole").items("rows", Bench.Thing.class))
                    .isInstanceOf(DecodeException.class);
            assertThatThrownBy(() -> bench.iam.get("list", "/one").list(Bench.Thing.class))
                    .isInstanceOf(DecodeException.class);
        }
    }

    private static Bench endless() throws Exception {
        return new Bench(exchange -> {
            var line = exchange.request.line();
            int at = line.indexOf("offset=");
            int offset = at < 0 ? 0 : Integer.parseInt(line.substring(at + 7, line.indexOf(' ', at)));
            exchange.json(
                    200,
                    "{\"rows\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"next\":{\"href\":\"/x?offset=" + (offset + 2)
                            + "\"}}");
        });
    }

    private static Pages<Bench.Thing> things(Bench bench, PageStyle style) {
        return bench.iam
                .get("listThings", "/v1/things")
                .query("account_id", AccountId.of("a"))
                .query("limit", 2)
                .query("sort", null)
                .pages(style, "rows", Bench.Thing.class);
    }
}
