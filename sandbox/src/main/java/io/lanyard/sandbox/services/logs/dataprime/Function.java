// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.dataprime;

import java.util.Arrays;
import java.util.Optional;

/** The functions that the sandbox knows. Each can be written behind a value, {@code $d.a.contains('x')}, or around it. */
enum Function {
    CONTAINS("contains", 2),
    STARTS_WITH("startsWith", 2),
    ENDS_WITH("endsWith", 2),
    IN("in", -2),
    TO_LOWER_CASE("toLowerCase", 1),
    TO_UPPER_CASE("toUpperCase", 1),
    TRIM("trim", 1),
    LENGTH("length", 1),
    NUMBER("number", 1),
    STRING("string", 1);

    private final String written;
    private final int arguments;

    Function(String written, int arguments) {
        this.written = written;
        this.arguments = arguments;
    }

    String written() {
        return written;
    }

    /** Whether it takes so many values, the thing itself among them. */
    boolean takes(int count) {
        return arguments < 0 ? count >= -arguments : count == arguments;
    }

    /** How many values it takes behind the thing itself, in words. */
    String wanted() {
        return arguments < 0 ? "one value or more" : arguments == 1 ? "nothing" : "one value";
    }

    static Optional<Function> named(String name) {
        return Arrays.stream(values())
                .filter(function -> function.written.equalsIgnoreCase(name))
                .findFirst();
    }
}
