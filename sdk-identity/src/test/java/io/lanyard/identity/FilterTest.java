// Identity, tests: the language of filters, as the service reads it.
package io.lanyard.identity;

import static io.lanyard.identity.Filter.attribute;
import static io.lanyard.identity.Filter.description;
import static io.lanyard.identity.Filter.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FilterTest {

    @Test
    void hasAWordForEachTest() {
        assertThat(name().contains("x")).hasToString("name co \"x\"");
        assertThat(name().containsIgnoringCase("x")).hasToString("name co_ci \"x\"");
        assertThat(name().startsWith("x")).hasToString("name sw \"x\"");
        assertThat(name().startsWithIgnoringCase("x")).hasToString("name sw_ci \"x\"");
        assertThat(description().endsWith("x")).hasToString("description ew \"x\"");
        assertThat(description().endsWithIgnoringCase("x")).hasToString("description ew_ci \"x\"");
        assertThat(attribute("created_by").contains("x")).hasToString("created_by co \"x\"");
    }

    @Test
    void joinsWithParenthesesWhereTheMeaningNeedsThem() {
        var a = name().contains("a");
        var b = name().contains("b");
        var c = name().contains("c");

        assertThat(a.and(b).and(c)).hasToString("name co \"a\" and name co \"b\" and name co \"c\"");
        assertThat(a.and(b.or(c))).hasToString("name co \"a\" and (name co \"b\" or name co \"c\")");
        assertThat(a.or(b).and(c)).hasToString("(name co \"a\" or name co \"b\") and name co \"c\"");
        assertThat(a.or(b.and(c))).hasToString("name co \"a\" or (name co \"b\" and name co \"c\")");
    }

    @Test
    void keepsATextInItsQuotes() {
        assertThat(name().contains("\" or name co \"")).hasToString("name co \"\\\" or name co \\\"\"");
        assertThat(name().contains("back\\slash")).hasToString("name co \"back\\\\slash\"");
    }

    @Test
    void refusesAnAttributeThatIsMoreThanAName() {
        assertThatThrownBy(() -> attribute("name co \"x\" or name")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> attribute("")).isInstanceOf(IllegalArgumentException.class);
    }
}
