package io.lanyard.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an attribute is compared with. The wire allows a string, a number, a boolean or a list of them in the same place;
 * each keeps its own shape here, so that a policy which is read and written again says exactly what it said before.
 */
public sealed interface Value {

    /** Says the value as the plain strings that an operator compares; numbers and booleans become text first. */
    List<String> texts();

    /** Makes a text value. */
    static Value of(String text) {
        return new Text(text);
    }

    /** Makes a boolean value, as {@code stringExists} wants it. */
    static Value of(boolean flag) {
        return new Flag(flag);
    }

    /** Makes a number, as {@code dayOfWeekAnyOf} may have it. */
    static Value of(long number) {
        return new Numeric(BigDecimal.valueOf(number));
    }

    /** Makes a list of texts, as the {@code …AnyOf} operators want it. */
    static Value of(List<String> texts) {
        return new Many(texts.stream().map(Value::of).toList());
    }

    /** A JSON string. */
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

    /** A JSON number, kept exactly. */
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

    /** A JSON boolean. */
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

    /** A JSON array. */
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

    /** A shape that this version doesn't know. It is written back as it came, and matches nothing. */
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
