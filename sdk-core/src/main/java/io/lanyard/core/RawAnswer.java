package io.lanyard.core;

import io.lanyard.core.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Core: a successful answer as it came.
 *
 * @param status the HTTP status
 * @param headers values by name, names in lower case
 * @param body the body's text
 */
public record RawAnswer(int status, Map<String, List<String>> headers, String body) {

    /**
     * Looks a header up.
     *
     * @param name its name, in any case
     * @return its first value, empty when there is none
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /**
     * Decodes the body.
     *
     * @param type what it is
     * @param <T> what it is
     * @return the decoded body
     * @throws com.google.gson.JsonParseException when it is something else
     */
    public <T> T as(Class<T> type) {
        return Json.read(body, type);
    }

    /** Leaves headers and body out: both can hold what should not be logged. */
    @Override
    public String toString() {
        return "RawAnswer[status=" + status + "]";
    }
}
