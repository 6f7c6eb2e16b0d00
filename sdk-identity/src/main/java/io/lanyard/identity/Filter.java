package io.lanyard.identity;

import io.lanyard.core.TextValue;

/**
 * Identity: a condition on a list, evaluated by the service: {@code name().contains("ci").and(description().startsWith("build"))}.
 *
 * <p>Written in the service's own language, a part of SCIM: {@code name co "ci" and description sw "build"}. How it escapes a
 * quotation mark is inferred from SCIM (RFC 7644): with a backslash.
 */
public final class Filter implements TextValue {

    private static final String NONE = "";

    private final String text;
    private final String joint;

    private Filter(String text, String joint) {
        this.text = text;
        this.joint = joint;
    }

    /**
     * Looks at the name.
     *
     * @return the attribute, to be tested
     */
    public static Attribute name() {
        return attribute("name");
    }

    /**
     * Looks at the description.
     *
     * @return the attribute, to be tested
     */
    public static Attribute description() {
        return attribute("description");
    }

    /**
     * Looks at any attribute; the service decides which it can filter by.
     *
     * @param name the attribute as the API spells it: letters, digits, {@code _} and {@code .}
     * @return the attribute, to be tested
     * @throws IllegalArgumentException when the name has other characters
     */
    public static Attribute attribute(String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9_.]*")) {
            throw new IllegalArgumentException("an attribute's name has letters, digits, _ and . only");
        }
        return new Attribute(name);
    }

    /**
     * Keeps what meets both.
     *
     * @param other the other condition
     * @return the condition that both hold
     */
    public Filter and(Filter other) {
        return joined("and", other);
    }

    /**
     * Keeps what meets one of them.
     *
     * @param other the other condition
     * @return the condition that at least one holds
     */
    public Filter or(Filter other) {
        return joined("or", other);
    }

    /**
     * Writes it as the service reads it.
     *
     * @return the filter's text
     */
    @Override
    public String value() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }

    private Filter joined(String word, Filter other) {
        return new Filter(within(word) + ' ' + word + ' ' + other.within(word), word);
    }

    private String within(String word) {
        return joint.equals(NONE) || joint.equals(word) ? text : '(' + text + ')';
    }

    /** Identity: something that a {@link Filter} can look at. */
    public static final class Attribute {

        private final String name;

        private Attribute(String name) {
            this.name = name;
        }

        /**
         * Tests for a text inside it.
         *
         * @param text the text, in exactly these letters
         * @return the condition
         */
        public Filter contains(String text) {
            return test("co", text);
        }

        /**
         * Tests for a text inside it, in small letters or capitals.
         *
         * @param text the text
         * @return the condition
         */
        public Filter containsIgnoringCase(String text) {
            return test("co_ci", text);
        }

        /**
         * Tests its beginning.
         *
         * @param text the text, in exactly these letters
         * @return the condition
         */
        public Filter startsWith(String text) {
            return test("sw", text);
        }

        /**
         * Tests its beginning, in small letters or capitals.
         *
         * @param text the text
         * @return the condition
         */
        public Filter startsWithIgnoringCase(String text) {
            return test("sw_ci", text);
        }

        /**
         * Tests its end.
         *
         * @param text the text, in exactly these letters
         * @return the condition
         */
        public Filter endsWith(String text) {
            return test("ew", text);
        }

        /**
         * Tests its end, in small letters or capitals.
         *
         * @param text the text
         * @return the condition
         */
        public Filter endsWithIgnoringCase(String text) {
            return test("ew_ci", text);
        }

        private Filter test(String operator, String text) {
            var quoted = '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            return new Filter(name + ' ' + operator + ' ' + quoted, NONE);
        }
    }
}
