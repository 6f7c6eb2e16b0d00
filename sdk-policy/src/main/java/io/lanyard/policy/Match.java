package io.lanyard.policy;

import java.util.List;

/**
 * Policy: what an attribute must look like: {@code like("dev-*")}, {@code anyOf("a", "b")}, {@code absent()}.
 *
 * @param operator how to compare
 * @param value what to compare with
 */
public record Match(Operator operator, Value value) {

    /**
     * Wants exactly this text.
     *
     * @param text the text
     * @return the match
     */
    public static Match equalTo(String text) {
        return new Match(Operator.STRING_EQUALS, Value.of(text));
    }

    /**
     * Wants a text that fits the glob: {@code *} is any run, {@code ?} one character, {@code {{*}}} and {@code {{?}}} are literal.
     *
     * @param glob the glob, over the whole text
     * @return the match
     */
    public static Match like(String glob) {
        return new Match(Operator.STRING_MATCH, Value.of(glob));
    }

    /**
     * Wants one of these texts; the service takes at most ten.
     *
     * @param texts the texts
     * @return the match
     */
    public static Match anyOf(String... texts) {
        return new Match(Operator.STRING_EQUALS_ANY_OF, Value.of(List.of(texts)));
    }

    /**
     * Wants a text that fits one of these globs; the service takes at most ten.
     *
     * @param globs the globs
     * @return the match
     */
    public static Match likeAnyOf(String... globs) {
        return new Match(Operator.STRING_MATCH_ANY_OF, Value.of(List.of(globs)));
    }

    /**
     * Wants the attribute to be there, whatever it says.
     *
     * @return the match
     */
    public static Match exists() {
        return new Match(Operator.STRING_EXISTS, Value.of(true));
    }

    /**
     * Wants the attribute not to be there.
     *
     * @return the match
     */
    public static Match absent() {
        return new Match(Operator.STRING_EXISTS, Value.of(false));
    }
}
