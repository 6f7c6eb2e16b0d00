package io.lanyard.policy;

/**
 * Policy: one comparison: of a subject, of a resource, of an access tag, or inside a condition.
 *
 * @param key the attribute's name; inside a condition a reference such as {@code {{environment.attributes.current_time}}}
 * @param operator how to compare
 * @param value what to compare with
 */
public record Attribute(String key, Operator operator, Value value) implements Rule {

    /**
     * Compares by equality.
     *
     * @param key the attribute's name
     * @param value the value it must have
     * @return the comparison
     */
    public static Attribute of(String key, String value) {
        return new Attribute(key, Operator.STRING_EQUALS, Value.of(value));
    }

    /**
     * Compares as the match says.
     *
     * @param key the attribute's name
     * @param match what it must look like
     * @return the comparison
     */
    public static Attribute of(String key, Match match) {
        return new Attribute(key, match.operator(), match.value());
    }

    /** {@return whether this asks for exactly one text, and nothing cleverer} */
    public boolean isPlain() {
        return operator.equals(Operator.STRING_EQUALS)
                && (value instanceof Value.Text || value instanceof Value.Numeric || value instanceof Value.Flag);
    }

    @Override
    public String toString() {
        return key + " " + operator + " " + value;
    }
}
