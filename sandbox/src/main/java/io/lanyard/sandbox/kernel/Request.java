// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came through a door, still undecoded.
 *
 * @param door the socket it came through
 * @param method the HTTP method
 * @param path the raw path, percent-encoded as sent, without the query
 * @param rawQuery the raw query, empty when absent
 * @param headers the headers
 * @param body the body, streamed
 * @param peer the client's IP address
 * @param origin scheme and authority by which the client reached us, such as {@code http://127.0.0.1:9000}; links in answers start with it
 */
public record Request(
        Door door,
        Method method,
        String path,
        String rawQuery,
        Headers headers,
        RequestBody body,
        String peer,
        String origin) {

    /** Returns the first value of a header. */
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /** Decodes the query; a parameter may repeat. */
    public Map<String, List<String>> query() {
        return FormText.parse(rawQuery);
    }
}
