package io.lanyard.workshop.streams;

import java.util.Map;

/**
 * Streams: one record of a topic.
 *
 * @param headers what its sender wrote on the outside
 * @param value what is in it, as text
 */
public record StreamRecord(Map<String, String> headers, String value) {
    /** Copies the headers. */
    public StreamRecord {
        headers = Map.copyOf(headers);
    }
}
