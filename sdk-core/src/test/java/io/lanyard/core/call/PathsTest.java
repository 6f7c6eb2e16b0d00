package io.lanyard.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.ETag;
import java.util.List;
import java.util.Random;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Core, tests: a path argument stays in its segment, whoever wrote it. */
class PathsTest {

    record Sneaky(String value) {}

    /** The number of the repetition is the seed. */
    @RepeatedTest(20)
    void whateverIsAcceptedComesOutAsOneSegmentAndIsTheSameAgain(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        for (int i = 0; i < 100; i++) {
            staysOneSegment(text(random));
        }
    }

    private static void staysOneSegment(String argument) {
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

    @RepeatedTest(20)
    void whateverIsAcceptedInAQueryIsTheSameAgain(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        for (int i = 0; i < 100; i++) {
            staysOneValue(text(random));
        }
    }

    private static void staysOneValue(String value) {
        var text = new StringBuilder("https://iam.example/?q=");
        try {
            Paths.encode(text, value, "q");
        } catch (IllegalArgumentException refused) {
            return;
        }

        assertThat(HttpUrl.get(text.toString()).queryParameter("q")).isEqualTo(value);
    }

    /** Any text: a third of it plain, a third made to look like a URL, a third from anywhere, broken characters too. */
    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            switch (random.nextInt(6)) {
                case 0, 1 -> text.append((char) ('a' + random.nextInt(26)));
                case 2, 3 -> text.append("./\\%?#&=+;: @{}".charAt(random.nextInt(15)));
                case 4 -> text.append((char) random.nextInt(0x10000));
                default -> text.appendCodePoint(random.nextInt(0x110000));
            }
        }
        return text.toString();
    }

    @Test
    void whatWouldLeaveIsRefused() {
        for (var attack :
                List.of("..", ".", "", " ", "\t", "a\u0000b", "a\nb", "\u007f", "\u0085", "\ud800", "x\udc00")) {
            assertThatThrownBy(() -> Paths.fill("/v2/policies/{id}", attack))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("id ");
        }
    }

    @Test
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

    @Test
    void argumentsMatchTheTemplate() {
        assertThatThrownBy(() -> Paths.fill("/v2/{a}")).hasMessage("no argument for {a} in /v2/{a}");
        assertThatThrownBy(() -> Paths.fill("/v2", "x")).hasMessage("1 arguments too many for /v2");
        assertThatThrownBy(() -> Paths.fill("/v2/{a}", new Sneaky("x")))
                .hasMessage("a Sneaky has no wire form for a URL");
    }
}
