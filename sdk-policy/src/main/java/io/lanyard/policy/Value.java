package io.lanyard.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Policy: what an attribute is compared with. The wire allows a string, a number, a boolean or a list of them in the same place;
 * each keeps its own shape here, so that a policy which is read and written again says exactly what it said before.
 */
public sealed interface Value {

    /** {@return the value as the plain strings that an operator compares; numbers and booleans become text first} */
    List<String> texts();

    /**
     * Makes a text value.
     *
     * @param text the text
     * @return the value
     */
    static Value of(String text) {
        return new Text(text);
    }

    /**
     * Makes a boolean value, as {@code stringExists} wants it.
     *
     * @param flag the boolean
     * @return the value
     */
    static Value of(boolean flag) {
        return new Flag(flag);
    }

    /**
     * Makes a number, as {@code dayOfWeekAnyOf} may have it.
     *
     * @param number the number
     * @return the value
     */
    static Value of(long number) {
        return new Numeric(BigDecimal.valueOf(number));
    }

    /**
     * Makes a list of texts, as the {@code …AnyOf} operators want it.
     *
     * @param texts the texts
     * @return the value
     */
    static Value of(List<String> texts) {
        return new Many(texts.stream().map(Value::of).toList());
    }

    /**
     * Policy: a JSON string.
     *
     * @param text the string
     */
    record Text(String text) implements Value {
        @Override
        public List<String> texts() {
            return List.of(text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Policy: a JSON number, kept exactly.
     *
     * @param number the number
     */
    record Numeric(BigDecimal number) implements Value {
        @Override
        public List<String> texts() {
            return List.of(number.toPlainString());
        }

        @Override
        public String toString() {
            return number.toPlainString();
        }
    }

    /**
     * Policy: a JSON boolean.
     *
     * @param flag the boolean
     */
    record Flag(boolean flag) implements Value {
        @Override
        public List<String> texts() {
            return List.of(String.valueOf(flag));
        }

        @Override
        public String toString() {
            return String.valueOf(flag);
        }
    }

    /**
     * Policy: a JSON array.
     *
     * @param values its elements
     */
    record Many(List<Value> values) implements Value {
        /** Copies the list. */
        public Many {
            values = List.copyOf(values);
        }

        @Override
        public List<String> texts() {
            return values.stream()
                    .flatMap(v -> v instanceof Unknown ? Stream.empty() : v.texts().stream())
                    .toList();
        }

        @Override
        public String toString() {
            return values.toString();
        }
    }

    /**
     * Policy: a shape that this version doesn't know. It is written back as it came, and matches nothing.
     *
     * @param json the value as it came
     */
    record Unknown(String json) implements Value {
        @Override
        public List<String> texts() {
            return List.of();
        }

        @Override
        public String toString() {
            return json;
        }
    }
}
