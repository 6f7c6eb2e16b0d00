package io.lanyard.audit;

import java.util.List;
import java.util.Optional;

/**
 * Audit: what event routing has to say about something that it did all the same.
 *
 * @param statusCode the status
 * @param trace      the id to quote to IBM's support
 * @param warnings   the warnings
 */
public record Warnings(Optional<Integer> statusCode, Optional<String> trace, List<Warning> warnings) {

    static final Warnings NONE = new Warnings(Optional.empty(), Optional.empty(), List.of());

    /** Copies the list. */
    public Warnings {
        warnings = List.copyOf(warnings);
    }

    /**
     * Audit: one of them.
     *
     * @param code    its code
     * @param message its sentence
     */
    public record Warning(String code, String message) {}
}
