// Contracts: what a client under test has sent, as text that a test can hold beside the API's page.
package io.lanyard.contracts;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes requests out: method and path with query, then the headers that mean something in name order, then an empty line and
 * the body if there is one.
 *
 * <pre>{@code
 * assertThat(SentRequest.last(wire)).isEqualTo("""
 *         PUT /v1/serviceids/ServiceId-1
 *         Authorization: Bearer token
 *         If-Match: 1-aa
 *
 *         {"name":"robot"}""");
 * }</pre>
 */
public final class SentRequest {

    private static final Set<String> ALWAYS_THERE =
            Set.of("accept", "accept-encoding", "connection", "content-length", "content-type", "host", "user-agent");

    private SentRequest() {}

    /**
     * Writes out all requests that WireMock has seen since its last reset.
     *
     * @param wire the WireMock in front of the client
     * @return the requests, first to last
     */
    public static List<String> all(WireMockExtension wire) {
        var events = new ArrayList<>(wire.getAllServeEvents());
        java.util.Collections.reverse(events);
        return events.stream().map(event -> text(event.getRequest())).toList();
    }

    /**
     * Writes out the last request that WireMock has seen.
     *
     * @param wire the WireMock in front of the client
     * @return the request
     * @throws AssertionError when nothing was sent
     */
    public static String last(WireMockExtension wire) {
        var events = wire.getAllServeEvents();
        if (events.isEmpty()) {
            throw new AssertionError("nothing was sent");
        }
        return text(events.get(0).getRequest());
    }

    private static String text(LoggedRequest request) {
        var headers = request.getHeaders().all().stream()
                .filter(header -> !ALWAYS_THERE.contains(header.key().toLowerCase(Locale.ROOT)))
                .sorted(java.util.Comparator.comparing(HttpHeader::key))
                .map(header -> "\n" + header.key() + ": " + String.join(", ", header.values()))
                .collect(Collectors.joining());
        var body = request.getBodyAsString();
        return request.getMethod() + " " + request.getUrl() + headers + (body.isEmpty() ? "" : "\n\n" + body);
    }
}
