package io.lanyard.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.ETag;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import okhttp3.HttpUrl;

/** Core, tests: a path argument stays in its segment, whoever wrote it. */
class PathsTest {

    record Sneaky(String value) {}

    @Property
    void whateverIsAcceptedComesOutAsOneSegmentAndIsTheSameAgain(@ForAll String argument) {
        String path;
        try {
            path = Paths.fill("/v1/things/{id}/parts", argument);
        } catch (IllegalArgumentException refused) {
            return;
        }

        var url = HttpUrl.get("https://iam.example" + path + "?q=1");

        assertThat(url.pathSegments()).isEqualTo(List.of("v1", "things", argument, "parts"));
        assertThat(url.host()).isEqualTo("iam.example");
        assertThat(url.query()).isEqualTo("q=1");
    }

    @Property
    void whateverIsAcceptedInAQueryIsTheSameAgain(@ForAll String value) {
        var text = new StringBuilder("https://iam.example/?q=");
        try {
            Paths.encode(text, value, "q");
        } catch (IllegalArgumentException refused) {
            return;
        }

        assertThat(HttpUrl.get(text.toString()).queryParameter("q")).isEqualTo(value);
    }

    @Example
    void whatWouldLeaveIsRefused() {
        for (var attack :
                List.of("..", ".", "", " ", "\t", "a\u0000b", "a\nb", "\u007f", "\u0085", "\ud800", "x\udc00")) {
            assertThatThrownBy(() -> Paths.fill("/v2/policies/{id}", attack))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("id ");
        }
    }

    @Example
    void whatLooksLikeSyntaxIsText() {
        assertThat(Paths.fill("/v2/{a}", "a/b")).isEqualTo("/v2/a%2Fb");
        assertThat(Paths.fill("/v2/{a}", "%2e%2e")).isEqualTo("/v2/%252e%252e");
        assertThat(Paths.fill("/v2/{a}", "../x")).isEqualTo("/v2/..%2Fx");
        assertThat(Paths.fill("/v2/{a}", "?x#y;z\\")).isEqualTo("/v2/%3Fx%23y%3Bz%5C");
        assertThat(Paths.fill("/v2/{a}", "{id}")).isEqualTo("/v2/%7Bid%7D");
        assertThat(Paths.fill("/v2/{a}/{b}", "€", "😀")).isEqualTo("/v2/%E2%82%AC/%F0%9F%98%80");
        assertThat(Paths.fill("/v2/{a}", 7)).isEqualTo("/v2/7");
        assertThat(Paths.fill("/v2/{a}", ETag.of("1-a"))).isEqualTo("/v2/1-a");
    }

    @Example
    void argumentsMatchTheTemplate() {
        assertThatThrownBy(() -> Paths.fill("/v2/{a}")).hasMessage("no argument for {a} in /v2/{a}");
        assertThatThrownBy(() -> Paths.fill("/v2", "x")).hasMessage("1 arguments too many for /v2");
        assertThatThrownBy(() -> Paths.fill("/v2/{a}", new Sneaky("x")))
                .hasMessage("a Sneaky has no wire form for a URL");
    }
}
