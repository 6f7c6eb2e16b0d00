// Room: sandbox / IAM Identity, tests.
package io.lanyard.sandbox.services.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScimFilterTest {
    private static final Map<String, String> ROW =
            Map.of("name", "Build Robot", "description", "team \"red\" pulls images in CI");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "name sw \"Build\" | true",
                "name sw \"build\" | false",
                "name sw_ci \"bUILD\" | true",
                "name ew \"Robot\" | true",
                "name ew_ci \"robot\" | true",
                "name co \"ld Ro\" | true",
                "name co_ci \"LD RO\" | true",
                "NAME_ONLY | fails",
                "name co \"x\" or description co \"CI\" | true",
                "name co \"x\" and description co \"CI\" or name co \"B\" | true",
                "name co \"x\" and (description co \"CI\" or name co \"B\") | false",
                "name co \"B\" AND description co \"CI\" | true",
                "description co \"\\\"red\\\"\" | true",
                "name co \"\" | true",
            })
    void readsOperatorsPrecedenceAndQuotes(String filter, String expected) {
        if (expected.equals("fails")) {
            assertThatThrownBy(() -> matches(filter)).isInstanceOf(ScimFilter.SyntaxException.class);
            return;
        }

        assertThat(matches(filter)).isEqualTo(Boolean.parseBoolean(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name",
                "name co",
                "name co Build",
                "name co \"Build",
                "name eq \"Build\"",
                "id co \"x\"",
                "(name co \"B\"",
                "name co \"B\" name co \"B\"",
                "name co \"B\" or",
                "and"
            })
    void saysWhereAFilterStopsMakingSense(String filter) {
        assertThatThrownBy(() -> matches(filter))
                .isInstanceOf(ScimFilter.SyntaxException.class)
                .hasMessageContaining("filter");
    }

    @Test
    void boundsTheLength() {
        assertThatThrownBy(() -> matches("(".repeat(1_001))).hasMessageContaining("longer than");
    }

    private static boolean matches(String filter) {
        return ScimFilter.parse(filter, Set.of("name", "description")).test(k -> ROW.getOrDefault(k, ""));
    }
}
