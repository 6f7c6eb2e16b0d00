// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.ingestion;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a log matters, as the ingestion API counts it (cloud-logs.md §2). */
public enum Severity {
    /** 1. */
    DEBUG(1),
    /** 2. */
    VERBOSE(2),
    /** 3. */
    INFO(3),
    /** 4. */
    WARNING(4),
    /** 5. */
    ERROR(5),
    /** 6. */
    CRITICAL(6);

    private static final Severity[] ALL = values();

    private final int number;
    private final String label = name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);

    Severity(int number) {
        this.number = number;
    }

    /** Returns the number, 1 to 6. */
    public int number() {
        return number;
    }

    /** Returns its name as results of queries have it, such as {@code Info}. */
    public String label() {
        return label;
    }

    /** Finds one by its number. */
    public static Optional<Severity> of(int number) {
        return number < 1 || number > ALL.length ? Optional.empty() : Optional.of(ALL[number - 1]);
    }

    /** Finds one by its name in any case; {@code Warn} is what the ingestion API calls {@code Warning}. */
    public static Optional<Severity> named(String name) {
        var wanted = name.equalsIgnoreCase("warn") ? "WARNING" : name.toUpperCase(Locale.ROOT);
        return Arrays.stream(ALL).filter(one -> one.name().equals(wanted)).findFirst();
    }
}
